import { describe, expect, test } from "vitest";
import { contestantNames } from "../../bench/contestantNames.js";
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

  test("compares with the fastest PyTorch with as many threads, and names it", () => {
    const rows = summarize(
      [
        times("engine, Chromium", 1, 1, 1),
        times("engine, Chromium", 2, 0.5, 0.5),
        times("PyTorch 1.13 (OpenBLAS)", 1, 14, 14),
        times("PyTorch 2.6 (OpenBLAS)", 1, 6, 8),
        times("tfjs cpu, Chromium", 1, 70, 70),
        times("engine, Node", 3, 1, 1),
      ],
      3000,
    );
    expect(rows.map(({ ratioToPyTorch }) => ratioToPyTorch)).toEqual([7, null, 0.5, 1, 0.1, null]);
    expect(rows.map(({ peer }) => peer?.slice(0, 11))).toEqual([
      "PyTorch 2.6",
      undefined,
      "PyTorch 2.6",
      "PyTorch 2.6",
      "PyTorch 2.6",
      undefined,
    ]);
  });

  test("does not compare a step on another network", () => {
    const original = times(contestantNames.engineOnOriginal, 1, 1);
    const [row] = summarize([original, times("PyTorch 2.6", 1, 5)], 3000);
    expect(row!.ratioToPyTorch).toBeNull();
  });
});

test("speedup is the median of the rounds' ratios, not the ratio of the medians", () => {
  // The machine was three times slower in the second round, for both.
  const fast = times("engine", 1, 1, 3, 2);
  const slow = times("other", 1, 4, 12, 10);
  expect(speedup(fast, slow)).toBe(4);
});
