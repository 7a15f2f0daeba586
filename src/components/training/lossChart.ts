// The loss as the network trains, on the original's axes: a thin line for every group of batches,
// dots for the means of 1,000 batches, and the original's rings behind. Drawn at most once a frame, so
// that watching does not slow the page, and as wide as its place, so that a phone can read it.
import * as d3 from "d3";
import { html } from "htl";
import { dataTable } from "../parts/dataTable.js";
import { drawRateChanges } from "./drawRateChanges.js";
import { drawLossAxes, type LossScales } from "./drawLossAxes.js";
import { lossTip } from "./lossTip.js";
import { formatDecimal, formatInteger, formatNumber } from "../../lib/text/format.js";
import { isMeanOfEpoch, lossMeans } from "../../lib/run/lossMeans.js";
import type { LossPoint, RunHistory } from "../../lib/run/run.js";

export interface LossChartOptions {
  totalBatches: number;
  original: readonly LossPoint[];
  /** Of the run: with fewer than 1,000 a dot is the mean of an epoch. Left out: as many or more. */
  batchesPerEpoch?: number;
  /** At most, in CSS pixels: a narrower place makes a narrower chart. */
  width?: number;
  height?: number;
}

export type LossChart = HTMLElement & {
  /** Draws the history as it stands. */
  update(history: RunHistory): void;
};

const MIN_WIDTH = 240;
const MIN_HEIGHT = 220;
/** Below it the dots are smaller, to stay apart. */
const NARROW = 480;
const MAX_POINTS = 1500;

export function lossChart(options: LossChartOptions): LossChart {
  const { batchesPerEpoch: perEpoch = 1000 } = options;
  const { totalBatches, original, width: maxWidth = 720, height: maxHeight = 340 } = options;
  const inView = original.filter(({ batch }) => batch <= totalBatches);
  const svg = d3
    .create("svg")
    .attr("class", "loss-chart")
    .attr("role", "img")
    .attr("aria-label", "Curva de pérdida, todavía sin puntos.");
  const axes = svg.append("g");
  const rings = svg.append("g").attr("class", "loss-original");
  const line = svg.append("path").attr("class", "loss-line");
  const means = svg.append("g").attr("class", "loss-means");
  const changes = svg.append("g").attr("class", "loss-changes");
  const tip = lossTip(svg.node()!, inView);
  let history: RunHistory = { curve: [], thousands: [], epochs: [] };
  let width = maxWidth;
  let scales: LossScales;
  let frame = 0;
  let described = "";

  function dots(group: typeof rings, points: readonly LossPoint[], radius: number): void {
    group
      .selectAll("circle")
      .data(points)
      .join("circle")
      .attr("r", radius)
      .attr("cx", ({ batch }) => scales.x(batch / 1000))
      .attr("cy", ({ loss }) => scales.y(loss));
  }

  /** What changes with the width alone. */
  function layOut(): void {
    const height = Math.min(maxHeight, Math.max(MIN_HEIGHT, width / 2));
    svg.attr("viewBox", [0, 0, width, height]);
    scales = drawLossAxes(axes, { totalBatches, width, height });
    dots(rings, inView, width < NARROW ? 3 : 4.5); // shows around a dot on the same place
  }

  function draw(): void {
    frame = 0;
    const { x, y } = scales;
    const { curve, epochs } = history;
    const meanPoints = lossMeans(history, perEpoch);
    const path = d3
      .line<LossPoint>()
      .x(({ batch }) => x(batch / 1000))
      .y(({ loss }) => y(loss));
    line.attr("d", path(thin(curve)));
    dots(means, meanPoints, width < NARROW ? 1.75 : 2.5);
    drawRateChanges(changes, history.rateChanges ?? [], scales);
    tip.update(meanPoints, scales);
    const state = `${epochs.length} ${history.rateChanges?.length ?? 0}`;
    if (curve.length > 0 && state !== described) {
      described = state;
      svg.attr("aria-label", describe(history));
    }
  }

  layOut();
  const element = html`<figure class="loss-figure">
    ${svg.node()}
    <figcaption>
      <span class="legend loss-line-key">cada grupo de lotes</span>
      <span class="legend loss-means-key"
        >${isMeanOfEpoch(perEpoch) ? "media de cada época" : "media de 1.000 lotes"}</span
      >
      ${inView.length > 0 ? html`<span class="legend loss-original-key">el original</span>` : ""}
    </figcaption>
    ${dataTable(() => ({
      columns: ["Época", "Lote", "Este cuaderno", "El original"],
      rows: lossMeans(history, perEpoch).map(({ batch, epoch, batchInEpoch, loss }) => [
        String(epoch),
        formatInteger(batchInEpoch),
        formatDecimal(loss),
        formatLoss(original.find((point) => point.batch === batch)?.loss),
      ]),
    }))}
  </figure>`;
  new ResizeObserver(([entry]) => {
    const place = Math.floor(entry!.contentRect.width);
    const next = Math.max(MIN_WIDTH, Math.min(maxWidth, place));
    if (place === 0 || next === width) return; // hidden, or as wide as before
    width = next;
    layOut();
    frame ||= requestAnimationFrame(draw);
  }).observe(element);
  return Object.assign(element, {
    update(next: RunHistory) {
      history = next;
      frame ||= requestAnimationFrame(draw);
    },
  });
}

/** At most MAX_POINTS of the points, evenly taken. */
function thin(points: readonly LossPoint[]): LossPoint[] {
  const step = Math.ceil(points.length / MAX_POINTS);
  return points.filter((_, i) => i % step === 0);
}

function formatLoss(loss: number | undefined): string {
  return loss === undefined ? "—" : formatDecimal(loss);
}

function describe(history: RunHistory): string {
  const changes = (history.rateChanges ?? []).map(
    ({ batch, learningRate }) =>
      ` Desde el lote ${formatInteger(batch)}, la tasa es ${formatNumber(learningRate)}.`,
  );
  return describeCurve(history) + changes.join("");
}

function describeCurve({ epochs, curve }: RunHistory): string {
  const first = curve[0];
  const latest = epochs.at(-1);
  if (!first) return "Curva de pérdida, todavía sin puntos.";
  if (!latest) return `Curva de pérdida: empieza en ${formatDecimal(first.loss, 2)}.`;
  return (
    `Curva de pérdida: empieza en ${formatDecimal(first.loss, 2)} y en la época ` +
    `${formatInteger(latest.epoch)} está en ${formatDecimal(latest.loss, 2)}.`
  );
}
