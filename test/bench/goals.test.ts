import { expect, test } from "vitest";
import { contestantNames } from "../../bench/contestantNames.js";
import { ratioGoals } from "../../bench/goals.js";
import { networkNames } from "../../bench/networks.js";

const timesOf =
  (contestant: string) =>
  (threads: number, ...msPerStep: number[]) => ({ contestant, threads, msPerStep });
const engine = timesOf("engine, Chromium");
const pytorch = timesOf("PyTorch 2.6 (OpenBLAS)");
const { original, normalized, wide } = networkNames;

test("ratioGoals compares like with like, round by round", () => {
  const ratios = ratioGoals([
    {
      network: original,
      times: [engine(1, 1, 2), engine(2, 0.5, 1), pytorch(1, 6, 14), pytorch(2, 4, 8)],
    },
    { network: wide, times: [engine(1, 2, 2), pytorch(1, 4, 6)] },
  ]);
  const against = (network: string, threads: number) =>
    `${network}: engine against PyTorch 2.6 (OpenBLAS), threads: ${threads}`;
  expect(ratios).toEqual([
    { name: against(original, 1), value: 6.5, goal: 9 },
    { name: against(original, 2), value: 8, goal: 11 },
    { name: "original: engine, 2 threads against 1", value: 2, goal: 1.7 },
    { name: against(wide, 1), value: 2.5, goal: 1.5 },
  ]);
});

test("ratioGoals takes the PyTorch that is fastest in the middle, each number of threads by itself", () => {
  const old = timesOf("PyTorch 1.13 (reference BLAS)");
  const times = [
    engine(1, 1, 1, 1),
    engine(2, 1, 1, 1),
    pytorch(1, 9, 9, 9),
    old(1, 8, 8, 30),
    pytorch(2, 5, 5, 5),
    old(2, 6, 6, 6),
  ];
  expect(ratioGoals([{ network: "16/32/64", times }])).toEqual([
    {
      name: "16/32/64: engine against PyTorch 1.13 (reference BLAS), threads: 1",
      value: 8,
      goal: 1.5,
    },
    { name: "16/32/64: engine against PyTorch 2.6 (OpenBLAS), threads: 2", value: 5, goal: 1.5 },
  ]);
});

test("ratioGoals sets a limit to what batch normalization adds to the original's time", () => {
  const without = timesOf(contestantNames.engineOnOriginal);
  const times = [engine(1, 3, 6), without(1, 2, 3)];
  expect(ratioGoals([{ network: normalized, times }])).toEqual([
    {
      name: `${normalized}: time over the original's, threads: 1`,
      value: 1.75,
      goal: 1.8,
      isLimit: true,
    },
  ]);
});

test("ratioGoals takes the faster of tfjs's two in each round", () => {
  const tfjs = (name: string, ...msPerStep: number[]) =>
    timesOf(`tfjs ${name}, Chromium`)(1, ...msPerStep);
  const times = [engine(1, 1, 1), tfjs("wasm", 20, 30), tfjs("cpu", 40, 26)];
  expect(ratioGoals([{ network: original, times }])).toMatchObject([{ value: 23, goal: 25 }]);
});

test("ratioGoals has nothing to say of those who did not take part", () => {
  expect(ratioGoals([{ network: original, times: [pytorch(1, 6)] }])).toEqual([]);
  expect(ratioGoals([{ network: original, times: [engine(1, 1)] }])).toEqual([]);
});
