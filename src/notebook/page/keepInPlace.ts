// What the reader looks at stays where it is while something above it comes or goes. Browsers do so by themselves, but
// for Safari.

/** @param change of the page, at once */
export function keepInPlace(change: () => void): void {
  const anchor = CSS.supports("overflow-anchor", "auto") || scrollY === 0 ? null : lookedAt();
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (anchor && before !== undefined) scrollBy(0, anchor.getBoundingClientRect().top - before);
}

/** What has the focus, if it is in sight, or stands in the middle of the window. */
function lookedAt(): Element | null {
  const focused = document.activeElement;
  const { top, bottom } = focused?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  const isInSight = focused !== document.body && bottom > 0 && top < innerHeight;
  return isInSight ? focused : document.elementFromPoint(innerWidth / 2, innerHeight / 2);
}
