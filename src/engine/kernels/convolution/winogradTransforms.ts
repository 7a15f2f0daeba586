// The transforms of Winograd's F(2×2,3×3) around its products: BᵀdB of a tile of the input, 4×4
// positions, and AᵀmA of its products, with
//
//        ⎛ 1  0 −1  0 ⎞
//   Bᵀ = ⎜ 0  1  1  0 ⎟    Aᵀ = ⎛ 1  1  1  0 ⎞
//        ⎜ 0 −1  1  0 ⎟         ⎝ 0  1 −1 −1 ⎠
//        ⎝ 0  1  0 −1 ⎠
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";

type Combination = readonly [first: number, operation: "f32x4.add" | "f32x4.sub", second: number];
const inputRows: readonly Combination[] = [
  [0, "f32x4.sub", 2],
  [1, "f32x4.add", 2],
  [2, "f32x4.sub", 1],
  [1, "f32x4.sub", 3],
];

/**
 * Transforms four channels of a tile. The stores of a row stand before the loads of the next, so that V8
 * loads again what it would else keep, and spill.
 */
export function transformInput(
  f: FunctionBuilder,
  from: { source: Local; rowBytes: number; columnBytes: number },
  to: { target: Local; productBytes: number },
): void {
  const { source, rowBytes, columnBytes } = from;
  const combined = [0, 1, 2, 3].map(() => f.local("v128"));
  inputRows.forEach(([first, operation, second], row) => {
    combined.forEach((local, column) => {
      f.get(source).at("v128.load", first * rowBytes + column * columnBytes);
      f.get(source).at("v128.load", second * rowBytes + column * columnBytes);
      f.op(operation).set(local);
    });
    inputRows.forEach(([left, across, right], column) => {
      f.get(to.target).get(combined[left]!).get(combined[right]!).op(across);
      f.at("v128.store", to.productBytes * (4 * row + column));
    });
  });
}

/** The four positions of a tile, row by row, from its products. */
export function transformProducts(
  f: FunctionBuilder,
  { source, offset, bytes }: { source: Local; offset: number; bytes: number },
): Local[] {
  const product = (index: number) => f.get(source).at("v128.load", offset + index * bytes);
  const rows = [0, 1, 2, 3].map((row) => {
    const [middle, left, right] = [f.local("v128"), f.local("v128"), f.local("v128")];
    const inner = f.local("v128");
    product(4 * row + 1).set(middle);
    product(4 * row + 2).set(inner);
    product(4 * row)
      .get(middle)
      .get(inner)
      .op("f32x4.add", "f32x4.add")
      .set(left);
    f.get(middle).get(inner).op("f32x4.sub");
    product(4 * row + 3)
      .op("f32x4.sub")
      .set(right);
    return [left, right] as const;
  });
  const sums = [0, 1].map((side) => {
    const [first, second, third, fourth] = rows.map((row) => row[side]!);
    const [top, bottom] = [f.local("v128"), f.local("v128")];
    f.get(first!).get(second!).get(third!).op("f32x4.add", "f32x4.add").set(top);
    f.get(second!).get(third!).op("f32x4.sub").get(fourth!).op("f32x4.sub").set(bottom);
    return [top, bottom] as const;
  });
  return [0, 1].flatMap((row) => sums.map((column) => column[row]!));
}
