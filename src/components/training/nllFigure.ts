// The loss of one image, −ln p, against the probability p that the network gives to its right class.
// The point moves with a slider or with the pointer.
import * as d3 from "d3";
import { html, svg } from "htl";
import { type DataTable, dataTable } from "../parts/dataTable.js";
import { formatDecimal, formatPercent } from "../../lib/text/format.js";

const WIDTH = 560;
const HEIGHT = 300;
const MARGIN = { top: 30, right: 28, bottom: 56, left: 52 };
const SMALLEST_PROBABILITY = 0.01;
const LARGEST_LOSS = -Math.log(SMALLEST_PROBABILITY);

/** @param probability where the point starts, 0–1 */
export function nllFigure({ probability = 0.1 }: { probability?: number } = {}): HTMLElement {
  const { element: drawing, movePoint, probabilityUnder } = lossCurve();
  const readout = html`<p class="figure-readout" role="status"></p>`;
  const slider = html`<input
    type="range"
    min=${SMALLEST_PROBABILITY}
    max="1"
    step="0.01"
    oninput=${() => {
      show(Number(slider.value));
    }}
  />` as HTMLInputElement;

  function show(p: number): void {
    slider.value = String(p);
    slider.setAttribute("aria-valuetext", formatPercent(p, 0));
    movePoint(p);
    readout.textContent = `Si la clase correcta recibe un ${formatPercent(p, 0)}, la pérdida es −ln ${formatDecimal(p, 2)} = ${formatDecimal(lossAt(p), 2)}.`;
  }
  function follow(event: PointerEvent): void {
    if (event.type === "pointermove" && event.buttons === 0) return;
    const p = Math.round(100 * probabilityUnder(event)) / 100;
    show(Math.max(SMALLEST_PROBABILITY, Math.min(1, p)));
  }
  drawing.addEventListener("pointerdown", follow);
  drawing.addEventListener("pointermove", follow);
  show(probability);
  return html`<div class="nll-figure">
    ${drawing}
    <label class="figure-controls">Probabilidad de la clase correcta ${slider}</label>
    ${readout} ${dataTable(lossTable)}
  </div>`;
}

/** −ln p, without the −0 of p = 1. */
function lossAt(p: number): number {
  return Math.abs(Math.log(p));
}

function lossTable(): DataTable {
  return {
    columns: ["Probabilidad", "Pérdida"],
    rows: [SMALLEST_PROBABILITY, ...d3.range(0.1, 1.05, 0.1)].map((p) => [
      formatPercent(p, 0),
      formatDecimal(lossAt(p), 2),
    ]),
  };
}

/** The curve with its axes, and the point on it. */
function lossCurve() {
  const x = d3.scaleLinear([0, 1], [MARGIN.left, WIDTH - MARGIN.right]);
  const y = d3.scaleLinear([0, LARGEST_LOSS], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const point = svg`<circle class="nll-point" r="8"/>`;
  const guide = svg`<path class="nll-guide"/>`;
  const element = svg`<svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img"
    aria-label="Curva de la pérdida: baja desde muy alto, cuando la probabilidad de la clase correcta es casi 0, hasta 0 cuando es 1">
    ${axes(x, y)}<path class="nll-curve" d=${curve(x, y)} />${guide}${point}</svg>`;
  return {
    element,
    movePoint: (p: number) => {
      point.setAttribute("transform", `translate(${x(p)},${y(lossAt(p))})`);
      guide.setAttribute("d", `M${x(p)},${y(0)}V${y(lossAt(p))}H${x(0)}`);
    },
    probabilityUnder: (event: PointerEvent) => {
      const box = element.getBoundingClientRect();
      return x.invert(((event.clientX - box.left) / box.width) * WIDTH);
    },
  };
}

type Scale = d3.ScaleLinear<number, number>;

function curve(x: Scale, y: Scale): string {
  const probabilities = d3.range(SMALLEST_PROBABILITY, 1.001, 0.005);
  const line = d3.line<number>(x, (p) => y(-Math.log(p)));
  return line(probabilities) ?? "";
}

function axes(x: Scale, y: Scale): SVGElement {
  const xTicks = x.ticks(5).map(
    (tick) => svg`<g transform=${`translate(${x(tick)},${y(0)})`}>
      <path d="M0,0v5"/><text y="22" text-anchor="middle">${formatPercent(tick, 0)}</text></g>`,
  );
  const yTicks = y.ticks(5).map(
    (tick) => svg`<g transform=${`translate(${MARGIN.left},${y(tick)})`}>
      <path class="grid-line" d=${`M0,0H${WIDTH - MARGIN.left - MARGIN.right}`} />
      <text x="-8" dy="0.32em" text-anchor="end">${tick}</text></g>`,
  );
  return svg`<g class="axes">${yTicks}${xTicks}
    <text x=${WIDTH - MARGIN.right} y=${HEIGHT - 8} text-anchor="end">Probabilidad de la clase correcta →</text>
    <text x="4" y="18">↑ Pérdida</text></g>`;
}
