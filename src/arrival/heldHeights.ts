// Nothing jumps while the cells take over: each keeps at least the height of what stood in its place until what it shows
// has found its own, and so does each chart that is drawn for its width, which comes a moment after the cell.
import { PRERENDERED, whenTakenOver } from "./prerendered.js";

const SETTLED_MS = 500;
/** What Framework's `resize` makes. */
const RESIZED = "div[style*='position: relative']";

export function holdHeights(): void {
  const blocks = [...document.querySelectorAll(`.observablehq--block > ${PRERENDERED}`)].map(
    ({ parentElement }) => parentElement!,
  );
  const heights = blocks.map(({ offsetHeight }) => offsetHeight); // all are read before one is changed
  const charts = new Map(blocks.map((block) => [block as Element, heightsOf(shownCharts(block))]));
  blocks.forEach((block, i) => {
    block.style.minHeight = `${heights[i]!}px`;
  });
  whenTakenOver((block) => {
    const taking = [...block.querySelectorAll<HTMLElement>(RESIZED)];
    taking.forEach((chart, i) => {
      chart.style.minHeight = `${charts.get(block)?.[i] ?? 0}px`;
    });
    setTimeout(() => {
      for (const element of [block as HTMLElement, ...taking]) element.style.minHeight = "";
    }, SETTLED_MS);
  });
}

/** Of the two that are written, for a window and for a phone, one has a height. */
function shownCharts(block: Element): HTMLElement[] {
  return [...block.querySelectorAll<HTMLElement>(RESIZED)].filter(
    (chart) => chart.offsetHeight > 0,
  );
}

function heightsOf(elements: readonly HTMLElement[]): number[] {
  return elements.map(({ offsetHeight }) => offsetHeight);
}
