// The window of the layer before, and of the image, that a position of a layer looks at.
import type { LayerGeometry } from "./layerGeometry.js";

export interface Window {
  /** Rows and columns of the input, from … to, the last one left out; beyond its edges where there is padding. */
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** How a window goes over a map: its size, its steps, and the zeros before the first row and column. */
export type Sliding = Readonly<
  Record<"size" | "stride" | "padding", readonly [rows: number, columns: number]>
>;

/** The window of the layer's input that a position of its output looks at. */
export function windowOf(
  { size, stride, padding }: Sliding,
  { row, column }: { row: number; column: number },
): Window {
  const top = row * stride[0] - padding[0];
  const left = column * stride[1] - padding[1];
  return { top, bottom: top + size[0], left, right: left + size[1] };
}

/** The window of the image that a position of the last of these layers looks at: all that can reach it. */
export function windowInImage(
  layers: readonly LayerGeometry[],
  { row, column }: { row: number; column: number },
): Window {
  const dense = layers.findIndex(({ kind }) => kind === "dense");
  const seen = new Map([
    [layers.length - 1, { top: row, left: column, bottom: row + 1, right: column + 1 }],
  ]);
  for (let i = layers.length - 1; i >= 0; i--) {
    const window = seen.get(i);
    if (!window) continue; // not on the way
    const layer = layers[i]!;
    const isPassed = layer.kind === "flatten" && i < dense; // a dense layer sees past it
    const before = isPassed ? window : windowBefore(layer, window);
    for (const place of placesOf(layers, i)) seen.set(place, joined(seen.get(place), before));
  }
  return seen.get(IMAGE)!;
}

/** Where the image stands before the first layer. */
const IMAGE = -1;

function placesOf(layers: readonly LayerGeometry[], index: number): number[] {
  const { reads } = layers[index]!;
  if (reads === undefined) return [index - 1];
  if (reads.length === 0) return [IMAGE];
  return reads.map((name) => layers.findIndex((layer) => layer.name === name));
}

/** What a window of a layer's output looks at in its input. */
function windowBefore(layer: LayerGeometry, { top, left, bottom, right }: Window): Window {
  const first = windowOf(layer, { row: top, column: left });
  const last = windowOf(layer, { row: bottom - 1, column: right - 1 });
  return { top: first.top, left: first.left, bottom: last.bottom, right: last.right };
}

function joined(one: Window | undefined, other: Window): Window {
  if (!one) return other;
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}
