// What the reader does before the code has come is done when it is there: a button pressed, a value changed, the place of
// the keyboard. Links and whatever else the browser does by itself are left to it.
import { afterFrames } from "./afterFrames.js";
import { PRERENDERED, whenTakenOver } from "./prerendered.js";

/** The way from what stands in a cell's block down to an element: which child, of which child … */
type Way = readonly number[];

const BY_ITSELF = "a[href], summary, label, input, select, textarea";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What the reader has done last, and what they have changed that no cell has been given yet. */
interface Latest {
  pressed?: Element;
  focused?: Element;
  changed: Set<Control>;
}

/** What is still to be done when the page has come to rest. */
interface Kept {
  pressed?: () => HTMLElement | undefined;
  focused?: () => HTMLElement | undefined;
  changed: [Control, Place][];
}

/** An element of a cell, found again in what takes its place. */
interface Place {
  block: Element;
  way: Way;
}

/** No cell has taken a place for so long: the page has come to rest. */
const REST_FRAMES = 15;

export function keepActions(): void {
  const latest: Latest = { changed: new Set() };
  const kept: Kept = { changed: [] };
  listen(latest, {
    isAwaited: () =>
      kept.changed.length > 0 ||
      [...latest.changed].some((control) => control.closest(PRERENDERED)),
    press: (button) => (kept.pressed = () => button),
  });
  let stopWaiting: (() => void) | undefined;
  whenTakenOver((block, before) => {
    const placeOf = (element: Element) => ({ block, way: wayTo(element, before) });
    const { pressed, focused } = latest;
    if (pressed && before.contains(pressed)) kept.pressed = placed(placeOf(pressed));
    if (focused && before.contains(focused)) kept.focused = placed(placeOf(focused));
    for (const control of latest.changed) {
      if (!before.contains(control)) continue;
      latest.changed.delete(control);
      const place = placeOf(control);
      if (!setAlike(control, elementAt(place))) kept.changed.push([control, place]);
    }
    stopWaiting?.();
    stopWaiting = afterFrames(REST_FRAMES, () => {
      repeat(kept);
    });
  });
}

/** What was done to a cell's control that is not there yet comes first: a press may ask for it. */
function repeat(kept: Kept): void {
  const { pressed, focused, changed } = kept;
  Object.assign(kept, { pressed: undefined, focused: undefined, changed: [] });
  for (const [control, place] of changed) setAlike(control, elementAt(place));
  if (document.activeElement === document.body) focused?.()?.focus();
  // What has changed may have other cells run, and with them the one that was pressed.
  afterFrames(changed.length > 0 ? REST_FRAMES : 0, () => {
    const button = pressed?.();
    button?.removeAttribute("aria-busy");
    button?.click();
  });
}

/** Presses the button that opens a cell, if it has been pressed before there was code behind it. */
export function repeatEdit(): void {
  const pressed = document.querySelectorAll<HTMLElement>(".cell-edit[aria-busy]");
  for (const button of pressed) button.removeAttribute("aria-busy");
  [...pressed].at(-1)?.click();
}

/**
 * Notes what is done in a place that no cell has taken yet, and holds a button of a cell for as long as another has not
 * been given what was changed before.
 */
function listen(
  latest: Latest,
  { isAwaited, press }: { isAwaited: () => boolean; press: (button: HTMLElement) => void },
): void {
  const onClick = (event: Event) => {
    const target = event.target as HTMLElement;
    const isHere = document.documentElement.dataset["code"] !== undefined;
    if (!isHere && target.matches(".cell-edit")) target.setAttribute("aria-busy", "true");
    const isWritten = target.closest(PRERENDERED) !== null;
    if (target.closest(BY_ITSELF) || !(isWritten || (target.closest("main") && isAwaited())))
      return;
    event.preventDefault();
    event.stopImmediatePropagation();
    latest.pressed?.removeAttribute("aria-busy");
    const button = target.closest("button") ?? target;
    button.setAttribute("aria-busy", "true");
    if (isWritten) latest.pressed = button;
    else press(button);
  };
  document.addEventListener("click", onClick, { capture: true });
  document.addEventListener("focusin", ({ target }) => {
    latest.focused = target as Element;
  });
  document.addEventListener("input", ({ target }) => {
    if ((target as Element).closest(PRERENDERED)) latest.changed.add(target as Control);
  });
}

const placed = (place: Place) => () => elementAt(place);

function wayTo(element: Element, before: Element): Way {
  const root = element.closest(".where-wide, .where-narrow") ?? before;
  const way: number[] = [];
  for (let at = element; at !== root; at = at.parentElement!) {
    way.unshift([...at.parentElement!.children].indexOf(at));
  }
  return way;
}

function elementAt({ block, way }: Place): HTMLElement | undefined {
  const element = way.reduce<Element | undefined>((at, child) => at?.children[child], block);
  return element as HTMLElement | undefined;
}

/**
 * Gives the cell's control what the reader had given the one in its place, as if they had done it now; false if it is not
 * there.
 */
function setAlike(from: Control, to: Element | undefined): boolean {
  if (to?.tagName !== from.tagName) return false;
  const control = to as Control;
  if (from instanceof HTMLInputElement) (control as HTMLInputElement).checked = from.checked;
  if (from.type !== "file") control.value = from.value;
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}
