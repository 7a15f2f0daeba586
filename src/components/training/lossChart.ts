// The loss as the network trains, on the original's axes: a thin line for every group of batches,
// dots for the means of 1,000 batches, and the original's rings behind. Drawn at most once a frame, so
// that watching does not slow the page, and as wide as its place, so that a phone can read it.
import { html } from "htl";
import { type DataTable, dataTable } from "../parts/dataTable.js";
import { lossDrawing } from "./lossDrawing.js";
import { formatDecimal, formatInteger } from "../../lib/text/format.js";
import { isMeanOfEpoch, lossMeans, PRINTED_BATCHES } from "../../lib/run/lossMeans.js";
import type { LossPoint, RunHistory } from "../../lib/run/run.js";

export interface LossChartOptions {
  totalBatches: number;
  original: readonly LossPoint[];
  /** With fewer than 1,000 a dot is the mean of an epoch. Left out: as many or more. */
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

/** The chart with its legend and its table, without points until `update`. */
export function lossChart(options: LossChartOptions): LossChart {
  const { totalBatches, original, batchesPerEpoch = PRINTED_BATCHES } = options;
  const { width: maxWidth = 720, height: maxHeight = 340 } = options;
  const inView = original.filter(({ batch }) => batch <= totalBatches);
  const drawing = lossDrawing({ totalBatches, original: inView, batchesPerEpoch, maxHeight });
  let history: RunHistory = { curve: [], thousands: [], epochs: [] };
  let width = maxWidth;
  let frame = 0;
  const drawSoon = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      drawing.draw(history);
    });
  };
  drawing.layOut(width);
  const element = html`<figure class="loss-figure">
    ${drawing.svg} ${legend(batchesPerEpoch, { hasOriginal: inView.length > 0 })}
    ${dataTable(() => lossTable(lossMeans(history, batchesPerEpoch), original))}
  </figure>`;
  new ResizeObserver(([entry]) => {
    const place = Math.floor(entry!.contentRect.width);
    const next = Math.max(MIN_WIDTH, Math.min(maxWidth, place));
    if (place === 0 || next === width) return; // hidden, or as wide as before
    width = next;
    drawing.layOut(width);
    drawSoon();
  }).observe(element);
  return Object.assign(element, {
    update(next: RunHistory) {
      history = next;
      drawSoon();
    },
  });
}

function legend(batchesPerEpoch: number, { hasOriginal }: { hasOriginal: boolean }): HTMLElement {
  return html`<figcaption>
    <span class="legend loss-line-key">cada grupo de lotes</span>
    <span class="legend loss-means-key"
      >${isMeanOfEpoch(batchesPerEpoch) ? "media de cada época" : "media de 1.000 lotes"}</span
    >
    ${hasOriginal ? html`<span class="legend loss-original-key">el original</span>` : ""}
  </figcaption>`;
}

/** The means, beside the original's of the same batch. */
function lossTable(means: ReturnType<typeof lossMeans>, original: readonly LossPoint[]): DataTable {
  return {
    columns: ["Época", "Lote", "Este cuaderno", "El original"],
    rows: means.map(({ batch, epoch, batchInEpoch, loss }) => [
      String(epoch),
      formatInteger(batchInEpoch),
      formatDecimal(loss),
      formatLoss(original.find((point) => point.batch === batch)?.loss),
    ]),
  };
}

function formatLoss(loss: number | undefined): string {
  return loss === undefined ? "—" : formatDecimal(loss);
}
