// Numbers as colours: blue below zero, white at zero, orange above, the same in both themes. Told apart by those who
// do not see colours as most do.
import { labelledCanvas } from "../parts/labelledCanvas.js";

export interface SignedCanvasOptions {
  width: number;
  /** The number, or its opposite, that gets the full colour. */
  extent: number;
  /** The text alternative; without one the picture is decorative. */
  label?: string;
}

type Rgb = readonly [red: number, green: number, blue: number];

const NEGATIVE: Rgb = [33, 102, 172];
const ZERO: Rgb = [255, 255, 255];
const POSITIVE: Rgb = [204, 84, 0];

/** @param values row by row, `width` a row; NaN stays transparent */
export function signedCanvas(
  values: ArrayLike<number>,
  { width, extent, label }: SignedCanvasOptions,
): HTMLCanvasElement {
  const canvas = labelledCanvas({ width, height: values.length / width, label });
  paintSigned(canvas, values, extent);
  return canvas;
}

/** Paints other values, as many as the canvas has pixels, on a canvas made by `signedCanvas`. */
export function paintSigned(
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  extent: number,
): void {
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(canvas.width, canvas.height);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isNaN(value)) image.data.set([...signedColor(value, extent), 255], 4 * i);
  }
  context.putImageData(image, 0, 0);
}

/** 0–255 each. */
export function signedColor(value: number, extent: number): Rgb {
  const part = extent > 0 ? Math.min(1, Math.abs(value) / extent) : 0;
  const end = value < 0 ? NEGATIVE : POSITIVE;
  const mix = (i: 0 | 1 | 2) => ZERO[i] + part * (end[i] - ZERO[i]);
  return [mix(0), mix(1), mix(2)];
}

/** The ink that can be read on a number's colour, with a contrast of 4.5 at least. */
export function inkOn(value: number, extent: number): "black" | "white" {
  const [red, green, blue] = signedColor(value, extent).map(linear) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue; // WCAG 2.2
  return luminance > 0.179 ? "black" : "white";
}

/** A part of a colour, 0–255, as an amount of light, 0–1: sRGB, as WCAG 2.2 has it. */
function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
