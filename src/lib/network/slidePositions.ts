// How a window slides along a row of numbers, without padding.

export interface SlidePositions {
  /** How many windows fit: ⌊(n − k) / s⌋ + 1. */
  count: number;
  /** The numbers at the end that no window reaches. */
  lost: number;
}

/**
 * @param length the numbers in the row, n
 * @param size of the window, k, at most n
 * @param stride the step from one window to the next, s
 */
export function slidePositions(
  length: number,
  { size, stride }: { size: number; stride: number },
): SlidePositions {
  const count = Math.floor((length - size) / stride) + 1;
  return { count, lost: length - ((count - 1) * stride + size) };
}
