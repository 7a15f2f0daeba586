import { expect, test } from "vitest";
import { centralDifference } from "../../../src/lib/numbers/centralDifference.js";

test("it is exact for a parabola, and off by step²/6 of the third derivative for others", () => {
  expect(centralDifference((x) => 3 * x ** 2 - x, 2, 0.5)).toBeCloseTo(11, 12);
  expect(centralDifference((x) => x ** 3, 1, 0.1) - 3).toBeCloseTo(0.1 ** 2, 12);
});
