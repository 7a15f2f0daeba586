// Vectors held in registers: rows and grids of locals, and what is done to all of them.
import type { FunctionBuilder, Local } from "./functionBuilder.js";

/** New locals, [width]. */
export function row(f: FunctionBuilder, width: number): Local[] {
  return Array.from({ length: width }, () => f.local("v128"));
}

/** New locals, [height][width]. */
export function grid(f: FunctionBuilder, height: number, width: number): Local[][] {
  return Array.from({ length: height }, () => row(f, width));
}

/** Sets all to zero. */
export function clear(f: FunctionBuilder, sums: readonly Local[][]): void {
  for (const sum of sums.flat()) f.f32x4(0).set(sum);
}

/** Sets each to one of the vectors that stand side by side from the address on. */
export function loadRow(f: FunctionBuilder, address: Local, vectors: readonly Local[]): void {
  vectors.forEach((vector, v) => {
    f.get(address)
      .at("v128.load", 16 * v)
      .set(vector);
  });
}

/** sum ← sum + left · right */
export function addProduct(f: FunctionBuilder, sum: Local, [left, right]: [Local, Local]): void {
  f.get(sum).get(left).get(right).op("f32x4.mul", "f32x4.add").set(sum);
}

/** Stores sums[row][vector] from the address on, so many bytes from one row to the next. */
export function storeGrid(
  f: FunctionBuilder,
  sums: readonly Local[][],
  { target, rowBytes }: { target: Local; rowBytes: number },
): void {
  sums.forEach((rowSums, i) => {
    rowSums.forEach((sum, v) => {
      f.get(target)
        .get(sum)
        .at("v128.store", i * rowBytes + 16 * v);
    });
  });
}
