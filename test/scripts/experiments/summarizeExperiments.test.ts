import { expect, test } from "vitest";
import { expandPlan } from "../../../scripts/experiments/plan.js";
import { summarizeExperiments } from "../../../scripts/experiments/summarizeExperiments.js";
import { summaryLines } from "../../../scripts/experiments/summaryLines.js";
import { handPlan, handResult, handTruth, labels } from "./handMadeRuns.js";
import { parseExperimentReport } from "../../../src/lib/reports/experimentReport.js";

const runs = expandPlan(handPlan);
const of = (id: string, seed: number) =>
  runs.find((run) => run.variant.id === id && run.seed === seed)!;
const results = new Map(
  [
    { run: of("original", 1), wrong: 2 },
    { run: of("original", 2), wrong: 3 },
    { run: of("original", 3), wrong: 4 },
    { run: of("mirror", 1), wrong: 1 },
    { run: of("mirror", 2), wrong: 1 },
  ].map(({ run, wrong }) => [run, handResult(run, wrong)]),
);
const report = summarizeExperiments(handPlan, results, handTruth);
const row = (id: string) => report.rows.find((one) => one.id === id)!;

test("mean, interval, cost and verdict are those worked out by hand", () => {
  const { accuracy, seconds, parameters, verdict, set } = row("original").result!;
  expect({ set, parameters, seconds, verdict }).toEqual({
    set: "validation",
    parameters: 27_480,
    seconds: 20, // of 10, 20 and 30
    verdict: undefined,
  });
  expect(accuracy.mean).toBeCloseTo(0.7, 12); // of 0.8, 0.7 and 0.6
  const half = (4.3027 * 0.1) / Math.sqrt(3); // t of two degrees of freedom, deviation 0.1
  expect(accuracy.interval![0]).toBeCloseTo(0.7 - half, 5);
  expect(accuracy.interval![1]).toBeCloseTo(0.7 + half, 5);
  const other = row("mirror").result!;
  expect(other.accuracy.mean).toBeCloseTo(0.9, 12);
  expect(other.verdict).toMatchObject({ pairs: 2, told: 0, compared: 2 });
  expect(other.verdict!.difference).toBeCloseTo(0.15, 12); // of 0.1 and 0.2
  const reach = (12.7062 * Math.SQRT1_2 * 0.1) / Math.SQRT2; // one degree of freedom
  expect(other.verdict!.interval![0]).toBeCloseTo(0.15 - reach, 5);
});

test("what is found of each class is the mean of the seeds, by the labels of the images set apart", () => {
  const { recall } = row("mirror").result!;
  const shares = [1, 2].map((seed) => {
    const { validation } = handResult(of("mirror", seed), 0);
    const truth = Array.from(validation!.predictions, Number);
    const wrongClass = truth[0]!; // of the first image, the only wrong one
    const count = (c: number) => truth.filter((label) => label === c).length;
    return [0, 1].map((c) => (count(c) - Number(c === wrongClass)) / count(c));
  });
  for (const c of [0, 1]) expect(recall[c]).toBeCloseTo((shares[0]![c]! + shares[1]![c]!) / 2, 12);
});

test("each run has the link that gives it again, with its fingerprint; a row without a recipe has none", () => {
  expect(row("mirror").runs.map(({ query }) => query)).toEqual([
    `epocas=1&semilla=1&imagenes=40&validacion=10&espejo=si&huella=${"1".repeat(16)}`,
    `epocas=1&semilla=2&imagenes=40&validacion=10&espejo=si&huella=${"2".repeat(16)}`,
  ]);
  expect(row("all")).toEqual({
    id: "all",
    part: "ideas",
    name: "Todo",
    epochs: 1,
    plannedSeeds: 3,
    runs: [],
    diverged: 0,
  });
});

test("the seconds are those of the machine with most of the runs", () => {
  const elsewhere = new Map(results);
  elsewhere.set(of("original", 3), { ...results.get(of("original", 3))!, machine: "two" });
  const { timedOn, machines, rows } = summarizeExperiments(handPlan, elsewhere, handTruth);
  expect({ timedOn, machines }).toEqual({ timedOn: "one", machines: ["one", "two"] });
  expect(rows[0]!.result!.seconds).toBe(15);
});

test("one that diverged is counted, and gives no accuracy", () => {
  const run = of("mirror", 3);
  const diverged = handResult(run, 0, { status: "diverged" });
  delete diverged.validation;
  const { rows } = summarizeExperiments(handPlan, new Map([[run, diverged]]), handTruth);
  expect(rows[1]).toMatchObject({ diverged: 1, runs: [] });
  expect(rows[1]!.result).toBeUndefined();
});

test("the accuracy without images that are in training too is told of the test", () => {
  const [variant] = handPlan;
  const reach = [{ ...variant!, part: "reach" as const, recipe: { changes: {} } }];
  const [run] = expandPlan(reach);
  const predictions = Array.from(labels.subarray(0, 10), (label, n) => (n < 2 ? 1 - label : label));
  const test = { loss: 1, accuracy: 0.8, predictions: predictions.join("") };
  const result = handResult(of("original", 1), 0, { test });
  delete result.validation;
  const truth = { ...handTruth, test: { labels: labels.subarray(0, 10) }, shared: new Set([0, 9]) };
  const found = summarizeExperiments(reach, new Map([[run!, result]]), truth);
  expect(found.sharedImages).toBe(2);
  expect(found.rows[0]!.result).toMatchObject({
    set: "test",
    accuracy: { mean: 0.8 },
    withoutShared: { mean: 7 / 8 },
  });
});

test("predictions that do not give the accuracy beside them are refused", () => {
  const run = of("original", 1);
  const result = handResult(run, 2);
  result.validation!.accuracy = 0.9;
  expect(() => summarizeExperiments(handPlan, new Map([[run, result]]), handTruth)).toThrow(
    "original, 1 epochs, seed 1: predictions of 10 images that give the accuracy 0.9 expected; the file is damaged",
  );
});

test("the command line tells each row that has runs", () => {
  expect(summaryLines(report)).toEqual([
    "2 of 3 rows have runs.",
    "original, 1 epochs: validation 70.00 % (45.16 to 94.84), 3 of 3 seeds",
    "mirror, 1 epochs: validation 90.00 % (90.00 to 90.00), 2 of 3 seeds; 15.00 points on the original (-48.53 to 78.53)",
  ]);
});

test("a report without its rows is refused", () => {
  expect(parseExperimentReport(report)).toBe(report);
  expect(() => parseExperimentReport({ date: "" })).toThrow(/machines, timedOn, .* missing/);
});
