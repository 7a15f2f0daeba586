// Nothing jumps while the cells take over: each keeps at least the height of what stood in its place until what it shows
// has found its own, and so does each chart that is drawn for its width, which comes a moment after the cell.
import { afterFrames } from "./afterFrames.js";
import { PRERENDERED, whenTakenOver } from "./prerendered.js";

const SETTLED_FRAMES = 30;
/** What Framework's `resize` makes. */
const RESIZED = "div[style*='position: relative']";

export function holdHeights(): void {
  const blocks = [...document.querySelectorAll(`.observablehq--block > ${PRERENDERED}`)].map(
    ({ parentElement }) => parentElement!,
  );
  const heights = heightsOf(blocks); // all are read before one is changed
  const charts = new Map(blocks.map((block) => [block as Element, heightsOf(shownCharts(block))]));
  blocks.forEach((block, i) => {
    block.style.minHeight = `${heights[i]!}px`;
  });
  whenTakenOver((block) => {
    const taking = [...block.querySelectorAll<HTMLElement>(RESIZED)];
    taking.forEach((chart, i) => {
      chart.style.minHeight = `${charts.get(block)?.[i] ?? 0}px`;
    });
    afterFrames(SETTLED_FRAMES, () => {
      for (const element of [block as HTMLElement, ...taking]) element.style.minHeight = "";
    });
  });
}

/** Of the two that are written, for a window and for a phone, one has a height. */
function shownCharts(block: Element): HTMLElement[] {
  return [...block.querySelectorAll<HTMLElement>(RESIZED)].filter(
    (chart) => chart.offsetHeight > 0,
  );
}

function heightsOf(elements: readonly HTMLElement[]): number[] {
  return elements.map((element) => element.getBoundingClientRect().height); // not rounded: what follows would move
}
