/** From the least to the greatest of each column. @param values row after row, [N,k] */
export function rangesOf(values: Float32Array, columns: number): [low: number, high: number][] {
  return Array.from({ length: columns }, (_, column) => {
    let [low, high] = [Infinity, -Infinity];
    for (let i = column; i < values.length; i += columns) {
      low = Math.min(low, values[i]!);
      high = Math.max(high, values[i]!);
    }
    return [low, high];
  });
}
