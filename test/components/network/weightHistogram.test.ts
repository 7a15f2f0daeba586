// @vitest-environment jsdom
import { expect, test } from "vitest";
import { weightExtent, weightHistogram } from "../../../src/components/network/weightHistogram.js";

test("the axis of weights is the same for what the original has, and reaches as far as wider ones", () => {
  expect(weightExtent([])).toBe(0.4);
  expect(weightExtent([[0.33, -0.33], Float32Array.of(0.04)])).toBe(0.4);
  expect(weightExtent([[0.1], Float32Array.of(0.25, -0.44)])).toBe(0.5);
});

test("the bounds of its bars are told with as many figures as they need", () => {
  const values = Float32Array.from({ length: 101 }, (_, i) => (i - 50) / 4000);
  const table = weightHistogram(values, { name: "fc1/kernel" }).querySelector("details")!;
  table.open = true;
  table.dispatchEvent(new Event("toggle"));
  const bounds = Array.from(table.querySelectorAll("tbody th"), ({ textContent }) => textContent);
  expect(new Set(bounds).size).toBe(bounds.length);
});
