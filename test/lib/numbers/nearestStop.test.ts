import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestStop } from "../../../src/lib/numbers/nearestStop.js";

const sliders = [
  [0, 0.1, 0.5, 1],
  [1, 10, 100],
];

test("nearestStop finds each stop itself, and the nearer one by ratio", () => {
  for (const stops of sliders) {
    expect(stops.map((stop) => nearestStop(stops, stop))).toEqual(stops.map((_, i) => i));
  }
  expect(nearestStop([1, 10, 100], 30)).toBe(1);
  expect(nearestStop([1, 10, 100], 40)).toBe(2);
  expect(nearestStop([0, 1, 2], NaN)).toBe(0);
});

test("nearestStop is a place of the slider, whatever is typed", () => {
  fc.assert(
    fc.property(fc.constantFrom(...sliders), fc.double(), (stops, value) => {
      expect(stops[nearestStop(stops, value)]).toBeDefined();
    }),
  );
});
