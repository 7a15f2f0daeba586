// A strip of small pictures to pick from, a dozen at a time out of a list that may be long. One of them is in
// the keyboard's way: the arrows go along, beyond the ends to the next dozen; Enter and the space bar choose.
import { html } from "htl";
import { imageCanvas } from "../../parts/imageCanvas.js";
import { panelButton } from "../../parts/buttons/panelButton.js";

const SHOWN = 12;

export interface ImageStripOptions {
  /** Names the strip. */
  label: string;
  /** [784], 0–255. */
  pixelsOf: (index: number) => Uint8Array;
  /** `label` is for who does not see it, `mark` stands under it. */
  describe: (index: number) => { label: string; mark: string };
  onPick: (index: number) => void;
}

export interface ImageStrip {
  element: HTMLElement;
  /**
   * Shows the dozen with the chosen one, which is marked, or the first dozen.
   * @param options.fromStart the first dozen anyway
   */
  show: (
    images: Uint32Array,
    chosen: number | undefined,
    options?: { fromStart?: boolean },
  ) => void;
}

export function imageStrip({ label, ...options }: ImageStripOptions): ImageStrip {
  let images: Uint32Array = new Uint32Array();
  let chosen: number | undefined;
  let first = 0;
  let drawn = new Map<string, HTMLElement>(); // by what is seen of them
  const list = html`<div class="image-strip" role="listbox" aria-label=${label}></div>`;
  const turn = (text: string, step: 1 | -1) =>
    panelButton(`${SHOWN} ${text}`, () => {
      draw(first + step * SHOWN);
    });
  const [back, on] = [turn("anteriores", -1), turn("siguientes", 1)];

  /** Shows the dozen with this place of the list, which comes into the keyboard's way. */
  function draw(place: number): void {
    first = Math.floor(place / SHOWN) * SHOWN;
    const shown = [...images.subarray(first, first + SHOWN)];
    const hadFocus = list.contains(document.activeElement);
    drawn = optionsOf(shown, drawn, options);
    showIn(list, [...drawn.values()], chosen === undefined ? -1 : shown.indexOf(chosen));
    const inTheWay = list.children[place - first] as HTMLElement | undefined;
    if (inTheWay) inTheWay.tabIndex = 0;
    if (hadFocus) inTheWay?.focus();
    back.disabled = first === 0;
    on.disabled = first + SHOWN >= images.length;
  }
  listenToKeys(list, (key, place) => keyTarget(key, first + place, images.length), draw);
  return {
    element: html`<div>
      ${list}
      <div class="figure-controls">${back}${on}</div>
    </div>`,
    show(nextImages, nextChosen, { fromStart = false } = {}) {
      images = nextImages;
      chosen = nextChosen;
      draw(fromStart || chosen === undefined ? 0 : Math.max(0, images.indexOf(chosen)));
    },
  };
}

/** Those that were drawn before are taken from there. */
function optionsOf(
  shown: readonly number[],
  drawn: ReadonlyMap<string, HTMLElement>,
  options: Omit<ImageStripOptions, "label">,
): Map<string, HTMLElement> {
  return new Map(
    shown.map((index) => {
      const description = options.describe(index);
      const key = `${index} ${description.label} ${description.mark}`;
      return [key, drawn.get(key) ?? stripOption(index, description, options)];
    }),
  );
}

function stripOption(
  index: number,
  { label, mark }: ReturnType<ImageStripOptions["describe"]>,
  { pixelsOf, onPick }: Pick<ImageStripOptions, "pixelsOf" | "onPick">,
): HTMLElement {
  return html`<button
    type="button"
    role="option"
    aria-label=${label}
    onclick=${() => {
      onPick(index);
    }}
  >
    ${imageCanvas(pixelsOf(index))}<span aria-hidden="true">${mark}</span>
  </button>`;
}

/** Those that are there already are left where they are. */
function showIn(list: HTMLElement, options: readonly HTMLElement[], chosen: number): void {
  for (const [i, option] of options.entries()) {
    option.setAttribute("aria-selected", String(i === chosen));
    option.tabIndex = -1;
  }
  const isThere = (option: HTMLElement, i: number) => list.children[i] === option;
  if (list.children.length !== options.length || !options.every(isThere)) {
    list.replaceChildren(...options);
  }
}

/** @param target of a key, pressed on the option of that place; undefined for a key that is not ours */
function listenToKeys(
  list: HTMLElement,
  target: (key: string, place: number) => number | undefined,
  goTo: (place: number) => void,
): void {
  list.addEventListener("keydown", (event) => {
    const next = target(event.key, [...list.children].indexOf(document.activeElement!));
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    goTo(next);
  });
}

/** Where a key leads in a list of that length; undefined for a key that is not ours. */
function keyTarget(key: string, place: number, length: number): number | undefined {
  const targets: Record<string, number> = {
    ArrowRight: place + 1,
    ArrowLeft: place - 1,
    PageDown: place + SHOWN,
    PageUp: place - SHOWN,
    Home: 0,
    End: length - 1,
  };
  const next = targets[key];
  return next === undefined ? undefined : Math.max(0, Math.min(length - 1, next));
}
