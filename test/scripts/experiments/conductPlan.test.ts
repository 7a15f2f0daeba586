// Real runs of a few images: what is written, what is not run again, and what is refused.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { conductPlan } from "../../../scripts/experiments/conductPlan.js";
import { expectedSeconds } from "../../../scripts/experiments/expectedSeconds.js";
import { expandPlan } from "../../../scripts/experiments/plan.js";
import { type ExperimentResult, readResults } from "../../../scripts/experiments/resultFile.js";
import { handPlan, handResult } from "./handMadeRuns.js";
import { TrainingControl } from "../../../src/training/loop/control.js";

const runs = expandPlan(handPlan);
const dataset = await readDataset();
let folder: string;
let lines: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "experiments-"));
  lines = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function conduct(changes: { limit?: number; minutes?: number; verify?: boolean } = {}) {
  const control = new TrainingControl();
  const results = readResults(folder, runs);
  const options = { limit: Infinity, minutes: Infinity, verify: false, folder, ...changes };
  const print = (line: string) => {
    lines.push(line);
    if (lines.length === 3) control.stop(); // behind the second run
  };
  return conductPlan(runs, { options, results, dataset, control, print });
}

const path = (name: string) => join(folder, name);
const first = "original.1-epochs.seed-1.json";
const second = "mirror.1-epochs.seed-1.json";
const read = (name: string) => JSON.parse(readFileSync(path(name), "utf8")) as ExperimentResult;
const write = (name: string, value: unknown) => {
  writeFileSync(path(name), JSON.stringify(value));
};

test("each run is a file as soon as it is finished, and is not made again", async () => {
  await conduct({ limit: 1 });
  expect(readdirSync(folder)).toEqual([first]);
  expect(lines[1]).toMatch(
    /^\[1\/1\] original, 1 epoch, seed 1: validation \d+\.00 %, \d s; 0 min left$/,
  );
  const written = readFileSync(path(first), "utf8");
  lines = [];
  await conduct({ limit: 1 });
  expect(lines[0]).toBe("5 of 6 runs not to be made, 1 to be made.");
  expect(readdirSync(folder).sort()).toEqual([second, first]);
  expect(readFileSync(path(first), "utf8")).toBe(written);
  expect(read(second)).toMatchObject({ variant: "mirror", seed: 1, status: "finished" });
  expect(read(second).validation!.predictions).toMatch(/^\d{10}$/);
  expect(read(second).test).toBeUndefined();
});

test("a stop ends the plan between two runs, and what was finished stays", async () => {
  await conduct();
  expect(readdirSync(folder).sort()).toEqual([second, first]);
});

test("no run begins that would end after the minutes", async () => {
  await conduct({ limit: 1 });
  write(first, { ...read(first), seconds: 3600 });
  lines = [];
  await conduct({ minutes: 30 });
  expect(lines.at(-1)).toBe("Stopped: the next run would not end within 30 minutes.");
  expect(readdirSync(folder)).toEqual([first]);
});

test("the same bits are told as such, and others are told too", async () => {
  await conduct({ limit: 1 });
  lines = [];
  expect(await conduct({ verify: true })).toEqual([]);
  expect(lines[1]).toMatch(/^original, 1 epoch, seed 1: the same bits as .+ on \d{4}-\d\d-\d\d$/);
  write(first, { ...read(first), weightsSha256: "0".repeat(64) });
  lines = [];
  expect(await conduct({ verify: true })).toEqual([runs[0]]);
  expect(lines[1]).toMatch(/seed 1: OTHER BITS than .+: [\da-f]{16}, not 0{16}$/);
  expect(read(first).weightsSha256).toBe("0".repeat(64));
});

test("the time left follows a variant's own pace where it is known", () => {
  const [run, other] = runs;
  const results = new Map([[run!, handResult(run!, 0)]]);
  expect(expectedSeconds(run!, results, "one")).toBe(10);
  expect(expectedSeconds(other!, results, "one")).toBe(10);
  expect(expectedSeconds(run!, results, "two")).toBeUndefined();
  results.set(other!, handResult(other!, 0, { seconds: 30 }));
  expect(expectedSeconds(runs[3]!, results, "one")).toBe(30);
});

test.each<[string, (sound: ExperimentResult) => unknown]>([
  ["no JSON (", () => undefined],
  ['seed: Invalid type: Expected number but received "1"', (sound) => ({ ...sound, seed: "1" })],
  ["the result of original, 1 epoch, seed 1 expected", (sound) => ({ ...sound, seed: 2 })],
  [
    "validation.predictions: a digit for each image expected",
    (sound) => ({ ...sound, validation: { ...sound.validation, predictions: "12x" } }),
  ],
  [
    "it was made from another recipe than the plan's",
    (sound) => ({ ...sound, configuration: { ...sound.configuration, network: "densa" } }),
  ],
  [
    "version 1 of what a recipe computes expected, 0 found",
    (sound) => ({ ...sound, versions: { recipe: 0, node: "20" } }),
  ],
  ["a finished run without a fingerprint", (sound) => ({ ...sound, weightsSha256: undefined })],
  ["a finished run without the predictions", (sound) => ({ ...sound, validation: undefined })],
])("a file is refused by its name: %s", (problem, damage) => {
  const damaged = damage(handResult(runs[0]!, 1));
  writeFileSync(path(first), damaged === undefined ? "{" : JSON.stringify(damaged));
  expect(() => readResults(folder, runs)).toThrow(`${path(first)}: ${problem}`);
  expect(() => readResults(folder, runs)).toThrow("Mend or remove it");
});
