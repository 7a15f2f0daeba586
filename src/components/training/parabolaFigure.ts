// A step of gradient descent on a parabola, again and again: with a slider for the rate, the steps converge, swing or
// diverge.
import * as Plot from "@observablehq/plot";
import { html } from "htl";
import { accessiblePlot } from "../parts/accessiblePlot.js";
import { descentWith, type Descent, slideDown } from "../../lib/network/byHand/slideDown.js";
import { formatDecimal, formatNumber } from "../../lib/text/format.js";

const START = -2;
const STEPS = 8;
const MOST_RATE = 2.5;
/** How far the drawing goes to each side. */
const EDGE = 3.2;
const WIDEST = 560;

const sayings: Record<Descent, string> = {
  arrives: "el primer paso cae justo en el fondo",
  approaches: "cada paso se acerca al fondo sin pasarse",
  swings: "cada paso se pasa del fondo, pero menos que el anterior: va y viene, y llega",
  stays: "cada paso se pasa tanto como le faltaba: va y viene para siempre",
  diverges: "cada paso se pasa más que el anterior: diverge",
};

/** @param options.width of the place that it has, in px */
export function parabolaFigure({
  rate = 0.3,
  width = WIDEST,
}: { rate?: number; width?: number } = {}): HTMLElement {
  const drawing = html`<div></div>`;
  const readout = html`<p class="figure-readout" role="status"></p>`;
  const slider = html`<input
    type="range"
    min="0.05"
    max=${MOST_RATE}
    step="0.05"
    value=${rate}
    oninput=${() => {
      show(Number(slider.value));
    }}
  />` as HTMLInputElement;
  function show(chosen: number): void {
    const places = slideDown(START, chosen, STEPS);
    slider.setAttribute("aria-valuetext", formatNumber(chosen));
    drawing.replaceChildren(parabola(places, chosen, Math.min(width, WIDEST)));
    readout.textContent = `Con tasa ${formatNumber(chosen)}, ${sayings[descentWith(chosen)]}. Tras ${STEPS} pasos está en ${formatDecimal(places.at(-1)!, 2)}.`;
  }
  show(rate);
  return html`<div class="parabola-figure">
    ${drawing}
    <label class="figure-controls">Tasa en la parábola ${slider}</label>
    ${readout}
  </div>`;
}

interface Point {
  place: number;
  loss: number;
}

const lossAt = (place: number): Point => ({ place, loss: (place * place) / 2 });

function parabola(places: readonly number[], rate: number, width: number): HTMLElement {
  const valley = Array.from({ length: 81 }, (_, i) => lossAt(EDGE * (i / 40 - 1)));
  const steps = places.map(lossAt);
  const seen = steps.filter(({ place }) => Math.abs(place) <= EDGE);
  const [at, muted] = [{ x: "place", y: "loss" }, "var(--theme-foreground-muted)"];
  return accessiblePlot(
    {
      width,
      height: 260,
      marginBottom: 42,
      style: { fontSize: "13px" },
      ariaLabel: `Parábola con ${STEPS} pasos desde ${formatNumber(START)}: con tasa ${formatNumber(rate)}, ${sayings[descentWith(rate)]}`,
      x: { label: "Peso", domain: [-EDGE, EDGE], ticks: 7, tickFormat: formatNumber },
      y: { label: "Pérdida", domain: [0, (EDGE * EDGE) / 2], ticks: 5, tickFormat: formatNumber },
      marks: [
        Plot.ruleY([0]),
        Plot.lineY(valley, { ...at, stroke: muted, strokeWidth: 2 }),
        Plot.line(steps, { ...at, stroke: "var(--accent)", strokeWidth: 2, clip: true }),
        Plot.dot(seen, { ...at, fill: "var(--accent)", r: 4 }),
        Plot.text(seen.slice(0, 1), {
          ...at,
          text: () => "aquí se empieza",
          dx: 10,
          textAnchor: "start",
          fill: "var(--theme-foreground)",
          stroke: "var(--theme-background)", // a step may pass behind it
          strokeWidth: 5,
        }),
      ],
    },
    () => ({
      columns: ["Paso", "Peso", "Pérdida"],
      rows: steps.map(({ place, loss }, i) => [
        String(i),
        formatDecimal(place, 3),
        formatDecimal(loss, 3),
      ]),
    }),
  );
}
