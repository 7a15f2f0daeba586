// Reference, frozen: where windows stand along one axis, by TensorFlow's rules for the paddings `valid`
// and `same` (https://www.tensorflow.org/api_docs/python/tf/nn#notes_on_padding_2).

export type Padding = "valid" | "same";

export interface Sliding {
  /** Positions that a window covers. */
  window: number;
  /** From one window's start to the next. */
  stride: number;
  padding: Padding;
}

/** The positions that a window covers inside the map: from `start` up to, and without, `end`. */
export interface Window {
  start: number;
  end: number;
}

/** How many windows there are along an axis of that many positions. */
export function windowCount(size: number, { window, stride, padding }: Sliding): number {
  return padding === "same" ? Math.ceil(size / stride) : Math.floor((size - window) / stride) + 1;
}

/** Positions that windows reach out of the map: half of them before it, the larger half behind it. */
export function outsidePositions(
  size: number,
  sliding: Sliding,
): { before: number; behind: number } {
  const { window, stride, padding } = sliding;
  if (padding === "valid") return { before: 0, behind: 0 };
  const reach = (windowCount(size, sliding) - 1) * stride + window;
  const outside = Math.max(reach - size, 0);
  return { before: Math.floor(outside / 2), behind: Math.ceil(outside / 2) };
}

/** The windows along an axis, each without what is outside the map. */
export function slidingWindows(size: number, sliding: Sliding): Window[] {
  const { before } = outsidePositions(size, sliding);
  return Array.from({ length: windowCount(size, sliding) }, (_, i) => {
    const start = i * sliding.stride - before;
    return { start: Math.max(start, 0), end: Math.min(start + sliding.window, size) };
  });
}
