// Draws a rectangle over a map: with the pointer while it is on, or with the capitals key held.
import { html } from "htl";
import type { Rectangle } from "./mapView.js";

/** Smaller ones are slips of the hand. */
const LEAST = 4;

export interface RectangleTool {
  /** Whether this press of the pointer begins a rectangle. */
  isOn: (event: Event) => boolean;
  setOn: (on: boolean) => void;
}

export function rectangleTool(
  place: HTMLElement,
  onRectangle: (rectangle: Rectangle) => void,
): RectangleTool {
  const shown = html`<div class="map-rectangle" hidden></div>`;
  place.append(shown);
  let on = false;
  const isOn = (event: Event) => event.type !== "wheel" && (on || (event as PointerEvent).shiftKey);
  place.addEventListener("pointerdown", (event) => {
    if (!isOn(event) || event.button !== 0) return;
    event.preventDefault(); // no text is selected on the way
    follow(event, (rectangle) => {
      put(shown, rectangle);
    }).then((rectangle) => {
      shown.hidden = true;
      const { left, top, right, bottom } = rectangle;
      if (right - left >= LEAST && bottom - top >= LEAST) onRectangle(rectangle);
    }, reportError);
  });
  return {
    isOn,
    setOn(next) {
      on = next;
      place.classList.toggle("marking", on);
    },
  };
}

/** The rectangle from where the pointer was pressed to where it is let go. */
function follow(
  { offsetX: x, offsetY: y, pointerId, target }: PointerEvent,
  onMove: (rectangle: Rectangle) => void,
): Promise<Rectangle> {
  const place = target as HTMLElement;
  let rectangle: Rectangle = { left: x, top: y, right: x, bottom: y };
  const move = ({ offsetX, offsetY }: PointerEvent) => {
    rectangle = {
      left: Math.min(x, offsetX),
      top: Math.min(y, offsetY),
      right: Math.max(x, offsetX),
      bottom: Math.max(y, offsetY),
    };
    onMove(rectangle);
  };
  place.setPointerCapture(pointerId);
  place.addEventListener("pointermove", move);
  return new Promise((resolve) => {
    const end = () => {
      place.removeEventListener("pointermove", move);
      resolve(rectangle);
    };
    place.addEventListener("lostpointercapture", end, { once: true });
  });
}

function put(shown: HTMLElement, { left, top, right, bottom }: Rectangle): void {
  shown.hidden = false;
  shown.style.left = `${left}px`;
  shown.style.top = `${top}px`;
  shown.style.width = `${right - left}px`;
  shown.style.height = `${bottom - top}px`;
}
