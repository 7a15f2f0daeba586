// An assertion: numbers of the engine lie as near to the reference's as float32 allows.
import { SLACK, TINIEST } from "./floatError.js";
import type { Tensor } from "../../src/engine/reference/tensor.js";

interface Comparison {
  what: string;
  found: ArrayLike<number>;
  expected: Tensor;
  /** Number by number. */
  bound: Tensor;
}

/** Throws where a number is farther off than its bound, or is none. */
export function expectWithin({ what, found, expected, bound }: Comparison): void {
  if (found.length !== expected.values.length) {
    throw new Error(`${what}: ${expected.values.length} numbers expected, ${found.length} found`);
  }
  expected.values.forEach((value, i) => {
    const allowed = SLACK * bound.values[i]! + TINIEST;
    const isWithin = Math.abs(found[i]! - value) <= allowed;
    if (!isWithin)
      throw new Error(`${what}[${i}]: ${value} ± ${allowed} expected, ${found[i]!} found`);
  });
}
