import { expect, test } from "vitest";
import { probabilityWithin, tWithin } from "../../../src/lib/numbers/studentT.js";

// Abramowitz and Stegun, table 26.10, for A = 0.95 and 0.99.
test.each([
  [1, 12.706, 63.657],
  [2, 4.303, 9.925],
  [3, 3.182, 5.841],
  [4, 2.776, 4.604],
  [5, 2.571, 4.032],
  [10, 2.228, 3.169],
  [29, 2.045, 2.756],
  [60, 2.0, 2.66],
])("of %i degrees of freedom is as the table has it", (freedom, at95, at99) => {
  expect(tWithin(0.95, freedom)).toBeCloseTo(at95, 3);
  expect(tWithin(0.99, freedom)).toBeCloseTo(at99, 3);
  expect(probabilityWithin(tWithin(0.5, freedom), freedom)).toBeCloseTo(0.5, 12);
});
