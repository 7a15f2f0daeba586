import { expect, test } from "vitest";
import { mcnemar } from "../../../src/lib/numbers/mcnemar.js";

test("two that differ nowhere, or as often one way as the other, are not told apart", () => {
  expect(mcnemar(0, 0)).toBe(1);
  expect(mcnemar(7, 7)).toBe(1);
});

test("the chance is that of so many heads or tails", () => {
  expect(mcnemar(0, 5)).toBeCloseTo(2 / 32, 12);
  expect(mcnemar(1, 5)).toBeCloseTo((2 * (1 + 6)) / 64, 12);
  expect(mcnemar(5, 1)).toBe(mcnemar(1, 5));
});

test("thousands of answers are no trouble, and come near the normal's tail", () => {
  // z = (3100 − 2900 − 1) / √6000, with the correction for continuity; 2 (1 − Φ(z)) = 0.0102.
  expect(mcnemar(3100, 2900)).toBeCloseTo(0.0102, 3);
  expect(mcnemar(0, 9000)).toBe(0);
});
