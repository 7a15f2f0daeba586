import { afterEach, expect, test, vi } from "vitest";
import type { Entry, Task } from "../../bench/contestant.js";
import { timeInTurns } from "../../bench/timeInTurns.js";
import { defaultHyperparameters } from "../../src/lib/run/hyperparameters.js";

const task = { run: { hyperparameters: defaultHyperparameters } } as unknown as Task;

/** Notes the blocks that it is asked for, each of half a second. */
function entry(name: string, asked: string[]): Entry {
  return {
    name,
    threads: 1,
    stepsABlock: 1000,
    enter: () =>
      Promise.resolve({
        run: (from) => {
          asked.push(`${name} ${from}`);
          return Promise.resolve({ losses: [], ms: 500 });
        },
        close: () => Promise.resolve(),
      }),
  };
}

afterEach(() => {
  vi.restoreAllMocks();
});

test("timeInTurns lets each run a block a round, forth and back, and does not count the first", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const asked: string[] = [];
  const times = await timeInTurns([entry("a", asked), entry("b", asked)], task, 3);
  // An epoch has three blocks of these.
  const turns = ["a 0", "b 0", "b 1000", "a 1000", "a 2000", "b 2000", "b 0", "a 0"];
  expect(asked).toEqual(turns);
  expect(times).toEqual([
    { contestant: "a", threads: 1, msPerStep: [0.5, 0.5, 0.5] },
    { contestant: "b", threads: 1, msPerStep: [0.5, 0.5, 0.5] },
  ]);
});
