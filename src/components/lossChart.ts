// The loss as the network trains, on the original's axes: a thin line for every group of batches,
// dots for the means of 1,000 batches, and the original's dots behind. Drawn at most once a frame, so
// that watching does not slow the page.
import * as d3 from "d3";
import { html } from "htl";
import { formatDecimal, formatInteger, formatNumber } from "../lib/format.js";
import type { LossPoint, RunHistory } from "../lib/run.js";

export interface LossChartOptions {
  totalBatches: number;
  original: readonly LossPoint[];
  width?: number;
  height?: number;
}

export type LossChart = HTMLElement & {
  /** Draws the history as it stands. */
  update(history: RunHistory): void;
};

const MARGIN = { top: 16, right: 16, bottom: 40, left: 44 };
/** The original's axis. */
const MAX_LOSS = 2.5;
const MAX_POINTS = 1500;

export function lossChart(options: LossChartOptions): LossChart {
  const { totalBatches, original, width = 720, height = 340 } = options;
  const x = d3
    .scaleLinear([0, totalBatches / 1000], [MARGIN.left, width - MARGIN.right])
    .clamp(true);
  const y = d3.scaleLinear([0, MAX_LOSS], [height - MARGIN.bottom, MARGIN.top]).clamp(true);
  const svg = d3
    .create("svg")
    .attr("viewBox", [0, 0, width, height])
    .attr("class", "loss-chart")
    .attr("role", "img")
    .attr("aria-label", "Curva de pérdida, todavía sin puntos.");
  drawAxes(svg, { x, y, width, height });

  const inView = original.filter(({ batch }) => batch <= totalBatches);
  svg
    .append("g")
    .attr("class", "loss-original")
    .selectAll("circle")
    .data(inView)
    .join("circle")
    .attr("r", 2.5)
    .attr("cx", ({ batch }) => x(batch / 1000))
    .attr("cy", ({ loss }) => y(loss));
  const line = svg.append("path").attr("class", "loss-line");
  const means = svg.append("g").attr("class", "loss-means");

  const path = d3
    .line<LossPoint>()
    .x(({ batch }) => x(batch / 1000))
    .y(({ loss }) => y(loss));
  let history: RunHistory | undefined;
  let frame = 0;
  let described = -1;

  function draw(): void {
    frame = 0;
    if (!history) return;
    line.attr("d", path(thin(history.curve)));
    means
      .selectAll("circle")
      .data(history.thousands)
      .join("circle")
      .attr("r", 3.5)
      .attr("cx", ({ batch }) => x(batch / 1000))
      .attr("cy", ({ loss }) => y(loss));
    if (history.epochs.length !== described) {
      described = history.epochs.length;
      svg.attr("aria-label", describe(history));
    }
  }

  const element = html`<figure class="loss-figure">
    ${svg.node()}
    <figcaption>
      <span class="legend loss-line-key">cada grupo de lotes</span>
      <span class="legend loss-means-key">media de 1.000 lotes</span>
      ${inView.length > 0 ? html`<span class="legend loss-original-key">el original</span>` : ""}
    </figcaption>
  </figure>`;
  return Object.assign(element, {
    update(next: RunHistory) {
      history = next;
      frame ||= requestAnimationFrame(draw);
    },
  });
}

type Svg = d3.Selection<SVGSVGElement, undefined, null, undefined>;

function drawAxes(
  svg: Svg,
  frame: {
    x: d3.ScaleLinear<number, number>;
    y: d3.ScaleLinear<number, number>;
    width: number;
    height: number;
  },
): void {
  const { x, y, width, height } = frame;
  svg
    .append("g")
    .attr("class", "axis")
    .attr("transform", `translate(0,${height - MARGIN.bottom})`)
    .call(
      d3
        .axisBottom(x)
        .ticks(6)
        .tickFormat((value) => formatNumber(value.valueOf())),
    );
  svg
    .append("g")
    .attr("class", "axis")
    .attr("transform", `translate(${MARGIN.left},0)`)
    .call(
      d3
        .axisLeft(y)
        .ticks(5)
        .tickFormat((value) => formatDecimal(value.valueOf(), 1)),
    );
  const label = (text: string, left: number, top: number, anchor: string) =>
    svg
      .append("text")
      .attr("class", "axis-label")
      .attr("x", left)
      .attr("y", top)
      .attr("text-anchor", anchor)
      .text(text);
  label("miles de lotes", width - MARGIN.right, height - 6, "end");
  label("pérdida", MARGIN.left + 6, MARGIN.top, "start");
}

/** At most MAX_POINTS of the points, evenly taken. */
function thin(points: readonly LossPoint[]): LossPoint[] {
  const step = Math.ceil(points.length / MAX_POINTS);
  return points.filter((_, i) => i % step === 0);
}

function describe({ epochs, curve }: RunHistory): string {
  const first = curve[0];
  const latest = epochs.at(-1);
  if (!first) return "Curva de pérdida, todavía sin puntos.";
  if (!latest) return `Curva de pérdida: empieza en ${formatDecimal(first.loss, 2)}.`;
  return (
    `Curva de pérdida: empieza en ${formatDecimal(first.loss, 2)} y en la época ` +
    `${formatInteger(latest.epoch)} está en ${formatDecimal(latest.loss, 2)}.`
  );
}
