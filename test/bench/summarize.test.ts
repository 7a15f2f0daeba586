import { describe, expect, test } from "vitest";
import { speedup, summarize } from "../../bench/summarize.js";

const times = (contestant: string, threads: number, ...msPerStep: number[]) => {
  return { contestant, threads, msPerStep };
};

describe("summarize", () => {
  test("gives the spread of the rounds, and an epoch from the median", () => {
    const [row] = summarize([times("engine, Chromium", 1, 3, 1, 2)], 3000);
    expect(row).toEqual({
      contestant: "engine, Chromium",
      threads: 1,
      ratioToPyTorch: null,
      msPerStep: { median: 2, min: 1, max: 3 },
      secondsPerEpoch: 6,
    });
  });

  test("compares with PyTorch with as many threads, and with nobody else", () => {
    const rows = summarize(
      [
        times("engine, Chromium", 1, 1, 1),
        times("engine, Chromium", 2, 0.5, 0.5),
        times("PyTorch", 1, 6, 8),
        times("tfjs cpu, Chromium", 1, 70, 70),
        times("engine, Node", 3, 1, 1),
      ],
      3000,
    );
    expect(rows.map(({ ratioToPyTorch }) => ratioToPyTorch)).toEqual([7, null, 1, 0.1, null]);
  });
});

test("speedup is the median of the rounds' ratios, not the ratio of the medians", () => {
  // The machine was three times slower in the second round, for both.
  const fast = times("engine", 1, 1, 3, 2);
  const slow = times("other", 1, 4, 12, 10);
  expect(speedup(fast, slow)).toBe(4);
});
