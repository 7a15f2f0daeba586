import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Entry, Task } from "../../bench/contestant.js";
import { largestGap, verifyLosses } from "../../bench/verifyLosses.js";
import { defaultHyperparameters } from "../../src/lib/run/hyperparameters.js";

const TOLERANCE = 1e-5;
const task = { run: { hyperparameters: defaultHyperparameters } } as unknown as Task;

/** Whose every loss is off by so much. */
function entry(name: string, off: number): Entry {
  return {
    name,
    threads: 1,
    stepsABlock: 1000,
    enter: () =>
      Promise.resolve({
        run: (_, count) => {
          const losses = Array.from({ length: count }, () => 2.3 + off);
          return Promise.resolve({ losses, ms: 1 });
        },
        close: () => Promise.resolve(),
      }),
  };
}

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

test("verifyLosses leaves out who computes something else", async () => {
  const absent: Entry = { ...entry("absent", 0), enter: () => Promise.resolve(undefined) };
  const entries = [entry("first", 0), entry("near", TOLERANCE / 2), entry("far", 2 * TOLERANCE)];
  const sound = await verifyLosses([...entries, entry("nan", NaN), absent], task, TOLERANCE);
  expect(sound.map(({ name }) => name)).toEqual(["first", "near"]);
});

test("largestGap is infinite where a loss is missing or no number", () => {
  expect(largestGap([1, 2.5], [1, 2])).toBe(0.5);
  expect(largestGap([1], [1, 2])).toBe(Infinity);
  expect(largestGap([1, NaN], [1, 2])).toBe(Infinity);
});
