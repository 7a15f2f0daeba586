import { expect, test } from "vitest";
import { formatScientific, powerOfTen } from "../../../src/lib/text/formatScientific.js";

test.each([
  [1.234e-7, "1,2 · 10⁻⁷"],
  [-9.96e-7, "−1,0 · 10⁻⁶"],
  [5e-10, "5,0 · 10⁻¹⁰"],
  [3.2e4, "3,2 · 10⁴"],
  [0, "0"],
  [NaN, "—"],
])("%d is written %s", (value, text) => {
  expect(formatScientific(value)).toBe(text);
});

test("with as many decimals as asked", () => {
  expect(formatScientific(1.234e-7, 2)).toBe("1,23 · 10⁻⁷");
});

test("powers of ten", () => {
  expect([-10, 0, 3].map(powerOfTen)).toEqual(["10⁻¹⁰", "10⁰", "10³"]);
});
