// One grey image, a canvas pixel a value: black is the low end of the domain and white the high one.
import { labelledCanvas } from "./labelledCanvas.js";

export interface ImageCanvasOptions {
  width?: number;
  /** The values painted black and white; what lies outside is clipped. */
  domain?: readonly [number, number];
  /** The text alternative; without one the image is decorative (its caption says it all). */
  label?: string;
}

/** @param values row by row, `width` a row */
export function imageCanvas(
  values: ArrayLike<number>,
  { width = 28, domain = [0, 255], label }: ImageCanvasOptions = {},
): HTMLCanvasElement {
  const canvas = labelledCanvas({ width, height: values.length / width, label });
  paintImage(canvas, values, domain);
  return canvas;
}

/** Paints other values, as many as the canvas has pixels, on a canvas made by `imageCanvas`. */
export function paintImage(
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  [low, high]: readonly [number, number] = [0, 255],
): void {
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(canvas.width, canvas.height);
  for (let i = 0; i < values.length; i++) {
    const grey = (255 * (values[i]! - low)) / (high - low);
    image.data.set([grey, grey, grey, 255], 4 * i); // a clamped array: it rounds and clips
  }
  context.putImageData(image, 0, 0);
}
