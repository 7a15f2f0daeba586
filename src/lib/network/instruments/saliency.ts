// Maps that say where a network looks: numbers over the image, above zero where they speak for a class, below where
// against it. What each is made of comes from the network (training/inside).
import type { Window } from "./layerWindow.js";

export interface SaliencyMap {
  rows: number;
  columns: number;
  /** Row by row. */
  values: Float32Array;
  /** The part of the image that a cell speaks of. */
  windowAt: (position: { row: number; column: number }) => Window;
}

/** A value [1,H,W,C] and the gradient of a class's score in it. */
export interface ValueAndGradient {
  values: { shape: readonly [N: number, H: number, W: number, C: number]; values: Float32Array };
  gradient: Float32Array;
}

/**
 * Value times gradient, summed over the channels. In the pixels: gradient × input (Shrikumar and others, 2016,
 * arXiv:1605.01713); in the maps of a layer: HiResCAM (Draelos and Carin, 2020, arXiv:2011.08891).
 */
export function valueTimesGradient(
  { values: { shape, values }, gradient }: ValueAndGradient,
  windowAt: SaliencyMap["windowAt"],
): SaliencyMap {
  const [, rows, columns, channels] = shape;
  const sums = Float32Array.from({ length: rows * columns }, (_, position) => {
    let sum = 0;
    for (let c = 0; c < channels; c++) {
      const i = position * channels + c;
      sum += values[i]! * gradient[i]!;
    }
    return sum;
  });
  return { rows, columns, values: sums, windowAt };
}

/** The one pixel of a cell. */
export function pixelWindow({ row, column }: { row: number; column: number }): Window {
  return { top: row, bottom: row + 1, left: column, right: column + 1 };
}
