// One run of the recipe with the engine: `npm run train` in a process of its own.
import { lastLines } from "./lastLines.js";
import type { SeedRun } from "../../src/lib/reports/seedReport.js";
import type { EpochResult } from "../../src/lib/run/run.js";

export interface SeedTask {
  seed: number;
  epochs: number;
}

interface Totals {
  seconds: number;
  testLoss: number;
  testAccuracy: number;
  classAccuracy: number[];
}

export async function runEngine({ seed, epochs }: SeedTask): Promise<SeedRun> {
  const args = ["--seed", String(seed), "--epochs", String(epochs), "--threads", "1", "--json"];
  const lines = await lastLines(
    process.execPath,
    ["--import", "tsx", "scripts/train.ts", ...args],
    2,
  );
  const [{ loss }, { seconds, ...test }] = lines as [EpochResult, Totals];
  const { testLoss, testAccuracy, classAccuracy } = test;
  return { seed, loss, testLoss, testAccuracy, classAccuracy, seconds: tenths(seconds) };
}

function tenths(seconds: number): number {
  return Math.round(10 * seconds) / 10;
}
