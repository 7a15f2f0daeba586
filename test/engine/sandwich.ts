// Small matrices around small matrices, as Winograd's transforms are written.
export type Matrix = readonly (readonly number[])[];

/** M X Mᵀ. */
export function sandwich(matrix: Matrix, inner: Matrix): number[][] {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const half = matrix.map((row) =>
    inner[0]!.map((_, x) =>
      dot(
        row,
        inner.map((r) => r[x]!),
      ),
    ),
  );
  return half.map((row) => matrix.map((other) => dot(row, other)));
}

export function square(size: number, at: (y: number, x: number) => number): number[][] {
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => at(y, x)));
}
