// The transforms of Winograd's F(4×4,3×3), with the points 0, ±1, ±2 and ∞: BᵀdB of a tile of the input,
// 6×6 positions; AᵀmA of its products, which gives 4×4 positions; and AgAᵀ of 4×4 gradients, for the
// gradient of the kernel.
//
//        ⎛ 4  0 −5  0  1  0 ⎞
//        ⎜ 0 −4 −4  1  1  0 ⎟         ⎛ 1  1  1  1  1  0 ⎞
//   Bᵀ = ⎜ 0  4 −4 −1  1  0 ⎟    Aᵀ = ⎜ 0  1 −1  2 −2  0 ⎟
//        ⎜ 0 −2 −1  2  1  0 ⎟         ⎜ 0  1  1  4  4  0 ⎟
//        ⎜ 0  2 −1 −2  1  0 ⎟         ⎝ 0  1 −1  8 −8  1 ⎠
//        ⎝ 0  4  0 −5  0  1 ⎠
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";

/** What one side of a transform makes of a row or a column of vectors. */
export type OneWay = (f: FunctionBuilder, numbers: readonly Local[], four: Local) => Local[];

/** Bᵀ times six. */
export const fromInput: OneWay = (f, d, four) => {
  const [even, odd] = [f.local("v128"), f.local("v128")];
  const [evenTwo, oddTwo] = [f.local("v128"), f.local("v128")];
  f.get(d[4]!).get(d[2]!).get(four).op("f32x4.mul", "f32x4.sub").set(even);
  f.get(d[3]!).get(d[1]!).get(four).op("f32x4.mul", "f32x4.sub").set(odd);
  f.get(d[4]!).get(d[2]!).op("f32x4.sub").set(evenTwo);
  f.get(d[3]!).get(d[1]!).op("f32x4.sub").set(oddTwo);
  f.get(oddTwo).get(oddTwo).op("f32x4.add").set(oddTwo);
  const [first, last] = [f.local("v128"), f.local("v128")];
  f.get(d[0]!).get(d[2]!).op("f32x4.sub").get(four).op("f32x4.mul");
  f.get(evenTwo).op("f32x4.add").set(first);
  f.get(d[5]!).get(d[3]!).op("f32x4.sub");
  f.get(oddTwo).get(oddTwo).op("f32x4.add", "f32x4.sub").set(last);
  return [first, ...sumAndDifference(f, even, odd), ...sumAndDifference(f, evenTwo, oddTwo), last];
};

/** Aᵀ times six. */
export const fromProducts: OneWay = (f, m, four) => {
  const [sum, difference] = sumAndDifference(f, m[1]!, m[2]!);
  const [sumTwo, differenceTwo] = sumAndDifference(f, m[3]!, m[4]!);
  f.get(differenceTwo).get(differenceTwo).op("f32x4.add").set(differenceTwo);
  const found = [0, 1, 2, 3].map(() => f.local("v128"));
  f.get(m[0]!).get(sum).get(sumTwo).op("f32x4.add", "f32x4.add").set(found[0]!);
  f.get(difference).get(differenceTwo).op("f32x4.add").set(found[1]!);
  f.get(sum).get(sumTwo).get(four).op("f32x4.mul", "f32x4.add").set(found[2]!);
  f.get(difference).get(differenceTwo).get(four).op("f32x4.mul", "f32x4.add");
  f.get(m[5]!).op("f32x4.add").set(found[3]!);
  return found;
};

/** A times four. */
export const fromGradient: OneWay = (f, y, four) => {
  const sums = [0, 1, 2, 3].map(() => f.local("v128"));
  const [even, odd, evenTwo, oddTwo] = sums as [Local, Local, Local, Local];
  f.get(y[0]!).get(y[2]!).op("f32x4.add").set(even);
  f.get(y[1]!).get(y[3]!).op("f32x4.add").set(odd);
  f.get(y[0]!).get(y[2]!).get(four).op("f32x4.mul", "f32x4.add").set(evenTwo);
  f.get(y[1]!).get(y[3]!).get(four).op("f32x4.mul", "f32x4.add").set(oddTwo);
  f.get(oddTwo).get(oddTwo).op("f32x4.add").set(oddTwo);
  const inner = [...sumAndDifference(f, even, odd), ...sumAndDifference(f, evenTwo, oddTwo)];
  return [y[0]!, ...inner, y[3]!];
};

function sumAndDifference(f: FunctionBuilder, a: Local, b: Local): [Local, Local] {
  const [sum, difference] = [f.local("v128"), f.local("v128")];
  f.get(a).get(b).op("f32x4.add").set(sum);
  f.get(a).get(b).op("f32x4.sub").set(difference);
  return [sum, difference];
}
