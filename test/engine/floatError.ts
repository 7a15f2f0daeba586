// How far float32 may be from the exact result. The engine computes in float32, whose unit roundoff is
// u = 2^-24: each operation gives the exact result times 1 + δ, |δ| ≤ u. From that follows, for any
// order of the additions (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., sections 3.1
// and 4.2):
//
//   |computed Σ aᵢbᵢ − Σ aᵢbᵢ| ≤ γ(n) Σ |aᵢbᵢ|,  n products and n additions, γ(n) = n u / (1 − n u)
//
// The bounds in these files carry an error for each number through a network, layer by layer, forward
// and back: what a layer makes of the errors of its input, plus what it rounds itself. Where a ReLU or a
// maximum is so near to falling otherwise that float32 may decide so, the bound allows either. Terms with
// u², and the rounding of the reference itself, are left out; SLACK, put on at the end, covers them.
import { Tensor } from "../../src/engine/reference/tensor.js";

export const UNIT = 2 ** -24;

/** For what the bounds leave out. */
export const SLACK = 1.05;

/** Nearer to zero than 1.2e-38 float32 loses digits, and then has none: sums of many such. */
export const TINIEST = 1e-36;

/** Of a sum of n products. */
export function gamma(n: number): number {
  return (n * UNIT) / (1 - n * UNIT);
}

export function absolute(tensor: Tensor): Tensor {
  return tensor.map(Math.abs);
}

/** Number by number. */
export function plus(...[first, ...others]: [Tensor, ...Tensor[]]): Tensor {
  return first.map((value, i) => others.reduce((sum, { values }) => sum + values[i]!, value));
}

export function times(tensor: Tensor, factor: number): Tensor {
  return tensor.map((value) => factor * value);
}

export function isZero({ values }: Tensor): boolean {
  return values.every((value) => value === 0);
}

/** The largest power of two, 2^-12 at least, that divides all these numbers; 0 if there is none. */
export function commonUnit({ values }: Tensor): number {
  for (let unit = 1; unit >= 2 ** -12; unit /= 2) {
    if (values.every((value) => Number.isInteger(value / unit))) return unit;
  }
  return 0;
}

/** What is known of one layer's errors. */
export interface LayerBound {
  /** Of the output, number by number. */
  error: Tensor;
  /** Of what the moving statistics become, by name. */
  moved?: ReadonlyMap<string, Tensor>;
  /** From the output's gradient and its error, the errors of the gradients. */
  backward: (gradient: Tensor, error: Tensor) => GradientBounds;
}

export interface GradientBounds {
  input: Tensor;
  weights?: ReadonlyMap<string, Tensor>;
}
