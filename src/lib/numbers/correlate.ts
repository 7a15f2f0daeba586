// A small square of numbers that slides over a larger one: what a filter does to an image. In float64,
// for what is computed by hand; figures of whole images use lib/network/convolve3x3.ts.

/**
 * The sum of the products at each place where the filter fits, [W−F+1, W−F+1], row by row. The filter is
 * not turned round, as in every framework.
 * @param image [W,W], row by row
 * @param filter [F,F], row by row, F ≤ W
 */
// #region correlate
export function correlate(image: readonly number[], filter: readonly number[]): number[] {
  const [width, size] = [Math.sqrt(image.length), Math.sqrt(filter.length)];
  const side = width - size + 1;
  return Array.from({ length: side * side }, (_, i) => {
    const start = Math.floor(i / side) * width + (i % side);
    const pixel = (k: number) => image[start + Math.floor(k / size) * width + (k % size)]!;
    return filter.reduce((sum, weight, k) => sum + weight * pixel(k), 0);
  });
}
// #endregion

/** The square with that many zeros on each side, [W+2·border, W+2·border]. */
export function withZeros(square: readonly number[], border: number): number[] {
  const width = Math.sqrt(square.length);
  const side = width + 2 * border;
  return Array.from({ length: side * side }, (_, i) => {
    const [row, column] = [Math.floor(i / side) - border, (i % side) - border];
    const isInside = row >= 0 && row < width && column >= 0 && column < width;
    return isInside ? square[row * width + column]! : 0;
  });
}
