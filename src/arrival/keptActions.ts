// What the reader does before the code has come is done when it is there: a button pressed, a value changed, the place of
// the keyboard. Links and whatever else the browser does by itself are left to it.
import { PRERENDERED, whenTakenOver } from "./prerendered.js";

/** The way from what stands in a cell's block down to an element: which child, of which child … */
type Way = readonly number[];

const BY_ITSELF = "a[href], summary, label, input, select, textarea";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What the reader has done last, and what they have changed. */
interface Latest {
  pressed?: Element;
  focused?: Element;
  changed: Set<Control>;
}

/** An element of a cell, found again in what takes its place. */
interface Place {
  block: Element;
  way: Way;
}

/** No cell has taken a place for so long: the page has come to rest. */
const REST_MS = 200;

export function keepActions(): void {
  const latest: Latest = { changed: new Set() };
  const kept: { pressed?: Place; focused?: Place; changed: [Control, Place][] } = { changed: [] };
  listen(latest);
  let rest: ReturnType<typeof setTimeout> | undefined;
  whenTakenOver((block, before) => {
    const placeOf = (element: Element) => ({ block, way: wayTo(element, before) });
    for (const action of ["pressed", "focused"] as const) {
      const element = latest[action];
      if (element && before.contains(element)) kept[action] = placeOf(element);
    }
    for (const control of latest.changed) {
      if (before.contains(control)) kept.changed.push([control, placeOf(control)]);
    }
    clearTimeout(rest);
    rest = setTimeout(repeat, REST_MS);
  });
  const repeat = () => {
    const { pressed, focused, changed } = kept;
    Object.assign(kept, { pressed: undefined, focused: undefined, changed: [] });
    for (const [control, place] of changed) setAlike(control, elementAt(place));
    if (focused && document.activeElement === document.body) elementAt(focused)?.focus();
    // What has changed may have other cells run, and with them the one that was pressed.
    if (pressed) setTimeout(() => elementAt(pressed)?.click(), changed.length > 0 ? REST_MS : 0);
  };
}

/** Presses the button that opens a cell, if it has been pressed before there was code behind it. */
export function repeatEdit(): void {
  const pressed = document.querySelectorAll<HTMLElement>(".cell-edit[aria-busy]");
  for (const button of pressed) button.removeAttribute("aria-busy");
  [...pressed].at(-1)?.click();
}

/** Notes what is done in a place that no cell has taken yet. */
function listen(latest: Latest): void {
  const onClick = (event: Event) => {
    const target = event.target as Element;
    const isHere = document.documentElement.dataset["code"] !== undefined;
    if (!isHere && target.matches(".cell-edit")) target.setAttribute("aria-busy", "true");
    if (!target.closest(PRERENDERED) || target.closest(BY_ITSELF)) return;
    event.preventDefault();
    latest.pressed?.removeAttribute("aria-busy");
    latest.pressed = target.closest("button") ?? target;
    latest.pressed.setAttribute("aria-busy", "true");
  };
  document.addEventListener("click", onClick, { capture: true });
  document.addEventListener("focusin", ({ target }) => {
    latest.focused = target as Element;
  });
  document.addEventListener("input", ({ target }) => {
    if ((target as Element).closest(PRERENDERED)) latest.changed.add(target as Control);
  });
}

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

/** Gives the cell's control what the reader had given the one in its place, as if they had done it now. */
function setAlike(from: Control, to: Element | undefined): void {
  if (to?.tagName !== from.tagName) return;
  const control = to as Control;
  if (from instanceof HTMLInputElement) (control as HTMLInputElement).checked = from.checked;
  if (from.type !== "file") control.value = from.value;
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}
