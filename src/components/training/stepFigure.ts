// One step, looked at: the images of its batch with their losses before and after, the loss of the
// batch, and how large the gradient of each layer was.
import { html } from "htl";
import { barTable } from "../parts/barTable.js";
import { breakable } from "../parts/breakable.js";
import { imageGrid } from "../parts/imageGrid.js";
import { stepResult } from "./stepResult.js";
import { classNames } from "../../lib/dataset/classNames.js";
import { describeChange } from "./describeChange.js";
import { formatDecimal, formatInteger, formatNumber } from "../../lib/text/format.js";
import type { LayerGradient, StepInspection } from "../../training/loop/inspectStep.js";

export function stepFigure(inspection: StepInspection): HTMLElement {
  const { step, learningRate, images, labels, before, after, gradients } = inspection;
  const each = <T>(describe: (label: number, before: number, after: number) => T) =>
    images.map((_, n) => describe(labels[n]!, before[n]!, after[n]!));
  const better = after.reduce((count, loss, n) => count + (loss < before[n]! ? 1 : 0), 0);
  return html`<section class="step-figure" aria-label=${`Paso ${formatInteger(step)}`}>
    <h3>Paso ${formatInteger(step)}</h3>
    ${stepResult({ before: mean(before), after: mean(after) })}
    ${imageGrid(images, { captions: each(imageCaption), labels: each(imageLabel) })}
    <p class="step-note">
      ${
        images.length < before.length
          ? `Las primeras ${images.length} imágenes de las ${formatInteger(before.length)} del lote`
          : `Las ${images.length} imágenes del lote`
      },
      con su etiqueta, su pérdida antes del paso y lo que cambia con él, sin dropout. Con una tasa
      de ${formatNumber(learningRate)}, ha bajado en ${formatInteger(better)} de
      ${formatInteger(before.length)}: el paso sigue la pendiente de la media, no la de cada imagen.
    </p>
    ${gradientBars(gradients)}
    <p class="step-note">
      Cuánto mide el gradiente de cada capa: cuanto mayor, más cambia la pérdida al mover sus pesos.
      Durante el paso, con dropout, la pérdida del lote era ${formatDecimal(inspection.loss)}.
    </p>
  </section>`;
}

function imageCaption(label: number, before: number, after: number): Node {
  return html`<span
    >${breakable(classNames[label]!.spanish)}
    <span class="step-loss">${formatDecimal(before)}</span>
    <span class="step-loss">${describeChange(before, after)}</span>
  </span>`;
}

function imageLabel(label: number, before: number, after: number): string {
  return `${classNames[label]!.spanish}: pérdida ${formatDecimal(before)}, y ${describeChange(before, after)} con el paso`;
}

function gradientBars(gradients: readonly LayerGradient[]): HTMLElement {
  const largest = Math.max(Number.MIN_VALUE, ...gradients.map(({ norm }) => norm));
  const rows = gradients.map(({ layer, norm }) => ({
    cells: [html`<code>${layer}</code>`, formatNumber(Number(norm.toPrecision(3)))],
    ratio: norm / largest,
  }));
  return html`<div
    class="table-scroll"
    tabindex="0"
    role="region"
    aria-label="Tamaño del gradiente de cada capa"
  >
    ${barTable(rows, { columns: ["Capa", "Norma L2 del gradiente"] })}
  </div>`;
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
