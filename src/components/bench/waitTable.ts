// What a reader waits for besides the steps: an evaluation, the first point of the curve, the drawing.
import { html } from "htl";
import { scrollableTable } from "../parts/scrollableTable.js";
import type { BenchReport } from "../../lib/reports/benchReport.js";
import { formatDecimal, formatPercent } from "../../lib/text/format.js";
import type { Spread } from "../../lib/numbers/spread.js";

type Waits = Pick<BenchReport, "evaluationMs" | "firstLossMs" | "liveFigures">;

/** Undefined if the bench measured none of them. */
export function waitTable(waits: Waits): HTMLElement | undefined {
  const { evaluationMs, firstLossMs, liveFigures } = waits;
  const rows = [
    ...row("Evaluar las 10.000 imágenes de prueba, con un hilo", evaluationMs, milliseconds),
    ...row(
      "Desde que pulsas Entrenar hasta el primer punto de la curva",
      firstLossMs,
      milliseconds,
    ),
    ...row(
      "Parte del procesador que piden las figuras en vivo mientras se entrena",
      liveFigures?.processorShare,
      share,
    ),
  ];
  if (rows.length === 0) return undefined;
  return scrollableTable({
    label: "Otras esperas",
    columns: ["Qué", "Lo normal", "De … a …"],
    rows,
  });
}

function row(
  name: string,
  spread: Spread | undefined,
  write: (value: number) => string,
): HTMLElement[] {
  if (!spread) return [];
  const { median, min, max } = spread;
  return [
    html`<tr>
      <th scope="row">${name}</th>
      <td>${write(median)}</td>
      <td>${write(min)} a ${write(max)}</td>
    </tr>`,
  ];
}

function milliseconds(value: number): string {
  return `${formatDecimal(value, 0)} ms`;
}

/** 0.02 → «2,0 %». */
function share(ratio: number): string {
  return formatPercent(ratio);
}
