import { expect, test } from "vitest";
import { plan } from "./sweepPlan.js";
import type { RunRecord } from "../../../src/lib/run/runRecord.js";
import { sweepSeconds } from "../../../src/lib/sweep/sweepSeconds.js";

const runOf = (network: string, seconds: number) =>
  ({ hyperparameters: plan.base, epochs: [{ seconds }], network }) as RunRecord;

test("what a sweep takes is told from a run of the same network alone", () => {
  const measured = { runs: [runOf("densa", 3)], bench: undefined };
  expect(sweepSeconds({ ...plan, network: "densa" }, measured)).toEqual({
    seconds: 24,
    source: "own",
  });
  expect(sweepSeconds({ ...plan, network: "original" }, measured)).toBeUndefined();
});

test("the networks that a sweep tries take each its own time, and all must be known", () => {
  const axes = [{ name: "network" as const, values: ["densa", "normalizacion"] }];
  const tried = { ...plan, axes, seeds: [1, 2] };
  const [dense, normalized] = [runOf("densa", 3), runOf("normalizacion", 6)];
  expect(sweepSeconds(tried, { runs: [dense], bench: undefined })).toBeUndefined();
  const measured = { runs: [dense, normalized], bench: undefined };
  expect(sweepSeconds(tried, measured)).toEqual({ seconds: 18, source: "own" });
});
