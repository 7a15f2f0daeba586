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
  position: { row: number; column: number },
): Window {
  const { row, column } = position;
  const dense = layers.findIndex(({ kind }) => kind === "dense");
  const sliding = layers.filter(({ kind }, i) => kind !== "flatten" || i > dense); // a dense layer sees past it
  return sliding.toReversed().reduce<Window>(
    (seen, layer) => {
      const first = windowOf(layer, { row: seen.top, column: seen.left });
      const last = windowOf(layer, { row: seen.bottom - 1, column: seen.right - 1 });
      return { top: first.top, left: first.left, bottom: last.bottom, right: last.right };
    },
    { top: row, left: column, bottom: row + 1, right: column + 1 },
  );
}
