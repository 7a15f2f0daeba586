import { expect, test } from "vitest";
import { descentWith, slideDown } from "../../../../src/lib/network/byHand/slideDown.js";

test("a step leaves 1 − rate of what was missing", () => {
  expect(slideDown(2, 0.5, 3)).toEqual([2, 1, 0.5, 0.25]);
  expect(slideDown(1, 2, 3)).toEqual([1, -1, 1, -1]);
});

test.each([
  [0.1, "approaches"],
  [1, "arrives"],
  [1.9, "swings"],
  [2, "stays"],
  [2.1, "diverges"],
] as const)("with a rate of %d it %s", (rate, descent) => {
  expect(descentWith(rate)).toBe(descent);
  const sizes = slideDown(1, rate, 40).map(Math.abs);
  const last = sizes.at(-1)!;
  if (descent === "diverges") expect(last).toBeGreaterThan(1);
  else if (descent === "stays") expect(last).toBe(1);
  else expect(last).toBeLessThan(0.1);
});
