import { expect, test } from "vitest";
import { compareValues } from "../../../src/lib/numbers/compareValues.js";

const sorted = <T extends number | string>(values: T[], descending: boolean) =>
  [...values].sort((a, b) => compareValues(a, b, { descending }));

test("numbers are ordered by size, and what is no number is last in either order", () => {
  expect(sorted([NaN, 2, -1, NaN, 10], false)).toEqual([-1, 2, 10, NaN, NaN]);
  expect(sorted([NaN, 2, -1, NaN, 10], true)).toEqual([10, 2, -1, NaN, NaN]);
});

test("texts are ordered as Spanish does", () => {
  expect(sorted(["oso", "ñu", "nutria", "águila"], false)).toEqual([
    "águila",
    "nutria",
    "ñu",
    "oso",
  ]);
  expect(sorted(["oso", "ñu"], true)).toEqual(["oso", "ñu"]);
});
