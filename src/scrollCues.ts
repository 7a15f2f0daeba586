// Marks what is wider than its box, a table or code, while more of it lies to the right, so that the style
// sheet can let it fade there: without a cue nobody scrolls what looks whole.
const SCROLLING = ".table-scroll, #observablehq-main pre";
/** What a rounded width may differ by. */
const TOLERANCE_PX = 1;

function mark(box: Element): void {
  const { scrollLeft, scrollWidth, clientWidth } = box;
  box.toggleAttribute("data-more", scrollWidth - clientWidth - scrollLeft > TOLERANCE_PX);
}

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) mark(target.closest(SCROLLING) ?? target);
});
const known = new WeakSet<Element>();
let frame = 0;

/** Observes each box that is new, and what is in it, which may grow by itself. */
function observe(): void {
  frame = 0;
  for (const box of document.querySelectorAll(SCROLLING)) {
    if (known.has(box)) continue;
    known.add(box);
    for (const each of [box, ...box.children]) sizes.observe(each);
  }
}

observe();
new MutationObserver(() => {
  frame ||= requestAnimationFrame(observe);
}).observe(document.body, { childList: true, subtree: true });
addEventListener(
  "scroll",
  ({ target }) => {
    if (target instanceof Element && target.matches(SCROLLING)) mark(target);
  },
  { capture: true, passive: true },
);
