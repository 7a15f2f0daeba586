// The keys of a map.
import type { MapZoom } from "./mapZoom.js";

const ZOOM_STEP = 1.5;
/** The part of the window that an arrow moves it by. */
const PAN_STEP = 0.15;

/** What they do, in the reader's words. */
export const mapKeysHelp =
  "Flechas: mover. Más y menos: acercar y alejar. Cero: verlo entero. Intro: elegir la del centro.";

export function listenToMapKeys(
  canvas: HTMLElement,
  { zoomBy, panBy, whole }: Pick<MapZoom, "zoomBy" | "panBy" | "whole">,
  pickCentre: () => void,
): void {
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !act(event.key)) return;
    event.preventDefault();
  });

  /** False for a key that is not ours. */
  function act(key: string): boolean {
    if (key === "+" || key === "=") zoomBy(ZOOM_STEP);
    else if (key === "-") zoomBy(1 / ZOOM_STEP);
    else if (key === "0") whole();
    else if (key === "Enter") pickCentre();
    else if (key === "ArrowLeft") panBy(-PAN_STEP, 0);
    else if (key === "ArrowRight") panBy(PAN_STEP, 0);
    else if (key === "ArrowUp") panBy(0, -PAN_STEP);
    else if (key === "ArrowDown") panBy(0, PAN_STEP);
    else return false;
    return true;
  }
}
