import { expect, test } from "vitest";
import { correlation } from "../../../src/lib/numbers/correlation.js";

test("is 1 along a rising line, −1 along a falling one, and that of Anscombe's first set", () => {
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
  expect(
    correlation(
      x,
      x.map((value) => 3 * value - 1),
    ),
  ).toBeCloseTo(1, 12);
  expect(
    correlation(
      x,
      x.map((value) => -value),
    ),
  ).toBeCloseTo(-1, 12);
  expect(correlation(x, y)).toBeCloseTo(0.8164, 4); // Anscombe, 1973
});

test("is no number where one list does not vary", () => {
  expect(correlation([1, 1, 1], [1, 2, 3])).toBeNaN();
});
