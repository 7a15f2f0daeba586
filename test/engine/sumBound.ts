// Errors of what is added up: the terms of a layer that sums, and the gradients of a value that several read.
import { absolute, commonUnit, gamma, isZero, plus, UNIT } from "./floatError.js";
import type { Tensor } from "../../src/engine/reference/tensor.js";

/** Of a sum of the terms, from their own errors. */
export function sumError(
  terms: readonly [Tensor, ...Tensor[]],
  errors: readonly [Tensor, ...Tensor[]],
): Tensor {
  const inherited = plus(...errors);
  const size = plus(...(terms.map(absolute) as [Tensor, ...Tensor[]]));
  const unit = Math.min(...terms.map(commonUnit));
  const isExact =
    isZero(inherited) && unit > 0 && size.values.every((value) => value < unit / UNIT);
  if (isExact || terms.length === 1) return inherited;
  const rounding = gamma(terms.length - 1);
  return inherited.map((e, i) => e + rounding * (size.values[i]! + e));
}
