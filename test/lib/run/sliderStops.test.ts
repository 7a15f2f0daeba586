import fc from "fast-check";
import { expect, test } from "vitest";
import {
  hyperparameterDefinitions,
  recipeDefinitions,
} from "../../../src/lib/run/hyperparameters.js";
import { nearestStop } from "../../../src/lib/numbers/nearestStop.js";
import { sliderStops } from "../../../src/lib/run/sliderStops.js";

const stopsOf = (name: string) => sliderStops[name as keyof typeof sliderStops];
const sliders = [...hyperparameterDefinitions, ...recipeDefinitions].filter(
  ({ name }) => name !== "seed",
);

test.each(sliders)("the slider of $name rises within its range, by its default", (definition) => {
  const stops = stopsOf(definition.name);
  expect(stops).toContain(definition.default);
  expect(stops[0]).toBeGreaterThanOrEqual(definition.min);
  expect(stops.at(-1)).toBeLessThanOrEqual(definition.max);
  expect(stops).toEqual(stops.toSorted((a, b) => a - b));
  expect(new Set(stops).size).toBe(stops.length);
});

test("nearestStop finds each stop itself, and the nearer one by ratio", () => {
  for (const stops of Object.values(sliderStops)) {
    expect(stops.map((stop) => nearestStop(stops, stop))).toEqual(stops.map((_, i) => i));
  }
  expect(nearestStop([1, 10, 100], 30)).toBe(1);
  expect(nearestStop([1, 10, 100], 40)).toBe(2);
  expect(nearestStop([0, 1, 2], NaN)).toBe(0);
});

test("nearestStop is a place of the slider, whatever is typed", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(sliderStops)), fc.double(), (stops, value) => {
      expect(stops[nearestStop(stops, value)]).toBeDefined();
    }),
  );
});
