// Parts of what a layer gives: one channel, and a window of it.
import type { Window } from "./layerWindow.js";

/** [N,H,W,C], what a layer gives for N images. */
export interface LayerMaps {
  shape: readonly [N: number, H: number, W: number, C: number];
  values: ArrayLike<number>;
}

/** The map of one channel for one image, [H·W], row by row. */
export function mapOf({ shape, values }: LayerMaps, channel: number, image = 0): Float32Array {
  const [, H, W, C] = shape;
  const first = image * H * W * C + channel;
  return Float32Array.from({ length: H * W }, (_, p) => values[first + p * C]!);
}

/** The channel whose map adds up to most, for the first image: one that shows something. */
export function brightestMap(maps: LayerMaps): number {
  const sums = Array.from({ length: maps.shape[3] }, (_, channel) =>
    mapOf(maps, channel).reduce((sum, value) => sum + value, 0),
  );
  return sums.indexOf(Math.max(...sums));
}

/** The numbers of a channel's map in a window, row by row; zeros beyond its edges, where the padding is. */
export function windowValues(
  maps: LayerMaps,
  channel: number,
  { top, bottom, left, right }: Window,
): Float32Array {
  const [, H, W] = maps.shape;
  const map = mapOf(maps, channel);
  const width = right - left;
  return Float32Array.from({ length: (bottom - top) * width }, (_, i) => {
    const [row, column] = [top + Math.floor(i / width), left + (i % width)];
    const isInside = row >= 0 && row < H && column >= 0 && column < W;
    return isInside ? map[row * W + column]! : 0;
  });
}
