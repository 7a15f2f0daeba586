import { expect, test } from "vitest";
import { spread } from "../../../src/lib/numbers/spread.js";

test.each([
  { values: [3], median: 3, min: 3, max: 3 },
  { values: [10, 9, 1], median: 9, min: 1, max: 10 },
  { values: [4, 1, 2, 100], median: 3, min: 1, max: 100 },
])("spread of $values", ({ values, ...expected }) => {
  const before = [...values];
  expect(spread(values)).toEqual(expected);
  expect(values).toEqual(before);
});

test("refuses no values", () => {
  expect(() => spread([])).toThrow("at least one value expected");
});
