// The sizes of what layers give.
import { type ActivationShape, roundUpToVector } from "./activationShape.js";
import { unsupported } from "./unsupported.js";

/** Zero padding in all, TensorFlow's rule: out = ⌈in / stride⌉. */
export function samePadding(size: number, filter: number, stride: number): number {
  return Math.max((Math.ceil(size / stride) - 1) * stride + filter - size, 0);
}

export function stored(height: number, width: number, channels: number): ActivationShape {
  if (height < 1 || width < 1) unsupported("una imagen más pequeña que el filtro");
  return { height, width, channels, pitch: roundUpToVector(channels) };
}

/** What windows give that slide over a map, all of them inside it. */
export function slidOver(
  { height, width }: ActivationShape,
  filter: { filterHeight: number; filterWidth: number; stride: number },
  channels: number,
): ActivationShape {
  const along = (size: number, window: number) => Math.floor((size - window) / filter.stride) + 1;
  return stored(along(height, filter.filterHeight), along(width, filter.filterWidth), channels);
}
