import { expect, test } from "vitest";
import { brightestMap } from "../../../../src/lib/network/instruments/mapOf.js";

test("the brightest map is the one whose numbers add up to most", () => {
  expect(brightestMap({ shape: [1, 1, 2, 3], values: [1, 5, 0, 1, -4, 3] })).toBe(2);
  expect(brightestMap({ shape: [1, 1, 1, 2], values: [0, 0] })).toBe(0);
});
