// Numbers as colours: blue below zero, white at zero, orange above, the same in both themes. Told apart by those who
// do not see colours as most do.
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
  const canvas = document.createElement("canvas");
  canvas.className = "image-canvas signed-canvas";
  canvas.width = width;
  canvas.height = values.length / width;
  if (label === undefined) canvas.setAttribute("aria-hidden", "true");
  else {
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", label);
  }
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(canvas.width, canvas.height);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isNaN(value)) image.data.set([...signedColor(value, extent), 255], 4 * i);
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** 0–255 each. */
export function signedColor(value: number, extent: number): Rgb {
  const part = extent > 0 ? Math.min(1, Math.abs(value) / extent) : 0;
  const end = value < 0 ? NEGATIVE : POSITIVE;
  const mix = (i: 0 | 1 | 2) => ZERO[i] + part * (end[i] - ZERO[i]);
  return [mix(0), mix(1), mix(2)];
}

/** The ink that can be read on a number's colour. */
export function inkOn(value: number, extent: number): "black" | "white" {
  const [red, green, blue] = signedColor(value, extent);
  return 0.3 * red + 0.59 * green + 0.11 * blue > 128 ? "black" : "white";
}
