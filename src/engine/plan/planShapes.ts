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
