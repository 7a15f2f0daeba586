import { expect, test } from "vitest";
import { ratioGoals } from "../../bench/goals.js";

const engine = (threads: number, ...msPerStep: number[]) => {
  return { contestant: "engine, Chromium", threads, msPerStep };
};
const pytorch = (threads: number, ...msPerStep: number[]) => {
  return { contestant: "PyTorch", threads, msPerStep };
};

test("ratioGoals compares like with like, round by round", () => {
  const ratios = ratioGoals(
    [engine(1, 1, 2), engine(2, 0.5, 1), pytorch(1, 6, 14), pytorch(2, 4, 8)],
    [{ network: "16/32/64", times: [engine(1, 2, 2), pytorch(1, 4, 6)] }],
  );
  expect(ratios).toEqual([
    { name: "engine in Chromium, 1 thread, against PyTorch with 1 thread", value: 6.5, goal: 6 },
    { name: "engine in Chromium, 2 threads, against PyTorch with 2 threads", value: 8, goal: 7 },
    { name: "engine in Chromium, 2 threads against 1", value: 2, goal: 1.5 },
    { name: "16/32/64: engine against PyTorch, threads: 1", value: 2.5, goal: 1.5 },
  ]);
});

test("ratioGoals takes the faster of tfjs's two in each round", () => {
  const tfjs = (name: string, ...msPerStep: number[]) => {
    return { contestant: `tfjs ${name}, Chromium`, threads: 1, msPerStep };
  };
  const [ratio] = ratioGoals([engine(1, 1, 1), tfjs("wasm", 20, 30), tfjs("cpu", 40, 26)], []);
  expect(ratio).toMatchObject({ value: 23, goal: 25 });
});

test("ratioGoals has nothing to say of those who did not take part", () => {
  expect(ratioGoals([pytorch(1, 6)], [])).toEqual([]);
  expect(ratioGoals([engine(1, 1)], [])).toEqual([]);
});
