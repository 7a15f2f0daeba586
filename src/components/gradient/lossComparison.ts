// Losses of a network with two classes, and their gradients, by the probability that the true class gets: one
// drawing for each, and a slider that moves a point along all the curves.
import { html, svg } from "htl";
import { shortNumber } from "./handText.js";
import { dataTable } from "../parts/dataTable.js";
import type { LossOfCertainty } from "../../lib/network/byHand/twoLosses.js";
import { formatDecimal, formatPercent } from "../../lib/text/format.js";

const WIDTH = 340;
const HEIGHT = 250;
const MARGIN = { top: 30, right: 22, bottom: 44, left: 40 };
const LEAST = 0.01;
const MOST = 0.99;
const DASHES = ["", "7 4", "2 4"];

type Losses = Readonly<Record<string, LossOfCertainty>>;

/** @param probability where the points start, 0–1 */
export function lossComparison(
  losses: Losses,
  { probability = 0.05 }: { probability?: number } = {},
): HTMLElement {
  const curves = (of: keyof LossOfCertainty) =>
    Object.entries(losses).map(([name, loss]) => ({ name, value: loss[of] }));
  const charts = [
    curveChart(curves("loss"), { title: "Pérdida", low: 0, high: 4.7 }),
    curveChart(curves("gradient"), { title: "Gradiente de la puntuación", low: -1, high: 0 }),
  ];
  const readout = html`<p class="figure-readout" role="status"></p>`;
  const slider = html`<input
    type="range"
    min=${LEAST}
    max=${MOST}
    step="0.01"
    value=${probability}
    oninput=${() => {
      show(Number(slider.value));
    }}
  />` as HTMLInputElement;
  function show(p: number): void {
    slider.setAttribute("aria-valuetext", formatPercent(p, 0));
    for (const chart of charts) chart.moveTo(p);
    readout.textContent = `Con un ${formatPercent(p, 0)} para la clase verdadera: ${told(losses, p)}.`;
  }
  show(probability);
  return html`<div class="loss-comparison">
    <div class="figure-row">${charts.map(({ element }) => element)}</div>
    <p class="figure-label">${legend(Object.keys(losses))}</p>
    <label class="figure-controls">Probabilidad de la clase verdadera ${slider}</label>
    ${readout} ${dataTable(() => tableOf(losses))}
  </div>`;
}

function told(losses: Losses, p: number): string {
  return Object.entries(losses)
    .map(
      ([name, { loss, gradient }]) =>
        `${name}, pérdida ${shortNumber(loss(p))} y gradiente ${formatDecimal(gradient(p) + 0, 3)}`,
    )
    .join("; ");
}

function legend(names: readonly string[]): Node[] {
  return names.map(
    (name, i) =>
      html`<span class="loss-key"
        ><svg viewBox="0 0 34 8" width="34" height="8" aria-hidden="true">
          <path class=${`loss-curve curve-${i}`} stroke-dasharray=${DASHES[i]} d="M0,4H34" />
        </svg>
        ${name}</span
      >`,
  );
}

function tableOf(losses: Losses) {
  const names = Object.keys(losses);
  const probabilities = [LEAST, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, MOST];
  return {
    columns: ["Probabilidad", ...names.flatMap((name) => [name, `su gradiente`])],
    rows: probabilities.map((p) => [
      formatPercent(p, 0),
      ...Object.values(losses).flatMap(({ loss, gradient }) =>
        [loss(p), gradient(p)].map((value) => formatDecimal(value + 0, 3)),
      ),
    ]),
  };
}

interface Curve {
  name: string;
  value: (p: number) => number;
}

/** One drawing with its axes, and a point on each curve. */
function curveChart(
  curves: readonly Curve[],
  { title, low, high }: { title: string; low: number; high: number },
) {
  const x = (p: number) => MARGIN.left + p * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (value: number) => {
    const kept = Math.max(low, Math.min(high, value));
    return MARGIN.top + ((high - kept) / (high - low)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  };
  const points = curves.map((_, i) => svg`<circle class=${`loss-point curve-${i}`} r="6"/>`);
  const guide = svg`<path class="loss-guide"/>`;
  const element = svg`<svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${`${title}, según la probabilidad de la clase verdadera, de ${curves.map(({ name }) => name).join(" y de ")}`}>
    ${axes({ x, y, title, low, high })}${guide}
    ${curves.map(({ value }, i) => svg`<path class=${`loss-curve curve-${i}`} stroke-dasharray=${DASHES[i]} d=${path(value, { x, y })} />`)}
    ${points}</svg>`;
  return {
    element,
    moveTo(p: number) {
      guide.setAttribute("d", `M${x(p)},${MARGIN.top}V${HEIGHT - MARGIN.bottom}`);
      for (const [i, point] of points.entries()) {
        point.setAttribute("transform", `translate(${x(p)},${y(curves[i]!.value(p))})`);
      }
    },
  };
}

interface Scales {
  x: (p: number) => number;
  y: (value: number) => number;
}

function path(value: (p: number) => number, { x, y }: Scales): string {
  const places = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  return `M${places.map((p) => `${x(p).toFixed(1)},${y(value(p)).toFixed(1)}`).join("L")}`;
}

function axes({ x, y, title, low, high }: Scales & { title: string; low: number; high: number }) {
  const bottom = HEIGHT - MARGIN.bottom;
  const ticks = high > 0 ? [0, 1, 2, 3, 4] : [low, low / 2, high];
  return svg`<g class="axes">
    ${ticks.map((tick) => svg`<path class="grid-line" d=${`M${x(0)},${y(tick)}H${x(1)}`} /><text x=${x(0) - 6} y=${y(tick)} dy="0.32em" text-anchor="end">${shortNumber(tick)}</text>`)}
    ${[0, 0.5, 1].map((p) => svg`<text x=${x(p)} y=${bottom + 18} text-anchor="middle">${formatPercent(p, 0)}</text>`)}
    <text x=${x(1)} y=${HEIGHT - 6} text-anchor="end">Probabilidad de la verdadera →</text>
    <text x="2" y="16">${title}</text></g>`;
}
