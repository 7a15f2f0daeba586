import { expect, test } from "vitest";
import { plan } from "./sweepPlan.js";
import type { RunRecord } from "../../../src/lib/run/runRecord.js";
import { sweepSeconds } from "../../../src/lib/sweep/sweepSeconds.js";

test("what a sweep takes is told from a run of the same network alone", () => {
  const run = {
    hyperparameters: plan.base,
    epochs: [{ seconds: 3 }],
    network: "densa",
  } as RunRecord;
  const measured = { runs: [run], bench: undefined };
  expect(sweepSeconds({ ...plan, network: "densa" }, measured)).toEqual({
    seconds: 24,
    source: "own",
  });
  expect(sweepSeconds({ ...plan, network: "original" }, measured)).toBeUndefined();
});
