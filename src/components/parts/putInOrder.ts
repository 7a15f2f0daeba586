// Brings the children of an element into an order, with few of them moved: one that is moved loses the
// focus, which it gets back here, and a press of the mouse that is under way.

/** @param children those that the parent is to have, in their order; others are taken out */
export function putInOrder(parent: Element, children: readonly Element[]): void {
  const focused = document.activeElement;
  const kept = new Set(children);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const child of children) {
    if (next !== child && next?.nextElementSibling === child) {
      next.remove(); // it has gone down, and its turn comes
      next = child;
    }
    if (next === child) next = child.nextElementSibling;
    else parent.insertBefore(child, next);
  }
  const isLost = document.activeElement !== focused;
  if (isLost && focused instanceof HTMLElement && parent.contains(focused)) {
    focused.focus({ preventScroll: true });
  }
}
