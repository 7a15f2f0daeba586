import { expect, test } from "vitest";
import { weightExtent } from "../../../src/components/network/weightHistogram.js";

test("the axis of weights is the same for what the original has, and reaches as far as wider ones", () => {
  expect(weightExtent([])).toBe(0.4);
  expect(weightExtent([[0.33, -0.33], Float32Array.of(0.04)])).toBe(0.4);
  expect(weightExtent([[0.1], Float32Array.of(0.25, -0.44)])).toBe(0.5);
});
