// What was written into the page for its cells, and the moment at which a cell takes its place.

export const PRERENDERED = "observablehq-loading.prerendered";

/** Tells of each cell that shows something of its own, with what stood there before. */
export function whenTakenOver(tell: (block: Element, before: Element) => void): void {
  new MutationObserver((changes) => {
    for (const { target, removedNodes } of changes) {
      for (const node of removedNodes) {
        if (node instanceof Element && node.matches(PRERENDERED)) tell(target as Element, node);
      }
    }
  }).observe(document.querySelector("main")!, { childList: true, subtree: true });
}
