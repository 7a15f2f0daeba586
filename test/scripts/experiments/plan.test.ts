import { readFileSync } from "node:fs";
import * as d3 from "d3";
import { expect, test } from "vitest";
import { readDataset } from "../../../data-loaders/readDataset.js";
import {
  chosenRuns,
  parseExperimentOptions,
} from "../../../scripts/experiments/experimentOptions.js";
import { configurationOf, expandPlan, plan, runTitle } from "../../../scripts/experiments/plan.js";
import { handPlan } from "./handMadeRuns.js";
import type { ReferenceRunJson } from "../../../src/lib/files/referenceRun.js";
import {
  classResults,
  confusionMatrix,
  worstConfusions,
} from "../../../src/lib/network/metrics.js";
import { classTimes } from "../../../src/lib/run/classWeights.js";
import { hyperparameterProblems } from "../../../src/lib/run/hyperparameters.js";
import { parsePermalink, permalinkQuery } from "../../../src/lib/run/permalink.js";
import { configuredTopology } from "../../../src/lib/run/runConfiguration.js";

const options = (...args: string[]) => parseExperimentOptions(args, plan);

test("each seed goes through all the variants before the next, the short runs first", () => {
  const [original, mirror, all] = handPlan;
  const runs = expandPlan([{ ...original!, epochs: [30, 10] }, { ...mirror!, epochs: [10] }, all!]);
  expect(runs.map(runTitle)).toEqual([
    ...[1, 2, 3].flatMap((seed) => [
      `original, 10 epochs, seed ${seed}`,
      `mirror, 10 epochs, seed ${seed}`,
    ]),
    ...[1, 2, 3].map((seed) => `original, 30 epochs, seed ${seed}`),
  ]);
});

test("each idea is one change, and then all that helped, chosen by 10,000 images of 60,000, with five seeds and with 30 epochs", () => {
  const ideas = plan.filter(({ part }) => part === "ideas");
  for (const { epochs, seeds } of ideas) {
    expect(seeds.length).toBeGreaterThanOrEqual(5);
    expect(epochs).toContain(30);
  }
  const found = expandPlan(ideas).filter(({ epochs, seed }) => epochs === 30 && seed === 1);
  const queries = found.map(({ configuration }) => permalinkQuery(configuration));
  const common = "semilla=1&validacion=10000";
  expect(queries).toEqual([
    common,
    `red=tres-convoluciones&${common}`,
    `${common}&repeticiones=2121212111`,
    `${common}&repeticiones=2111212111`,
    `${common}&espejo=si`,
    `${common}&espejo=si&desplazamiento=2`,
    `red=normalizacion&${common}`,
    `red=normalizacion&${common}&repeticiones=2121212111`, // all that helped
  ]);
});

test("every run of the plan is sound, has a network, a link that gives it back, and a name of its own", () => {
  const runs = expandPlan(plan);
  expect(new Set(runs.map(runTitle)).size).toBe(runs.length);
  for (const { configuration } of runs) {
    expect(hyperparameterProblems(configuration.hyperparameters)).toEqual([]);
    configuredTopology(configuration, undefined);
    expect(parsePermalink(permalinkQuery(configuration)).permalink).toMatchObject(configuration);
  }
});

test("what is to be reached learns from all the images, and is not run before its recipe is chosen", () => {
  const row = { id: "row", part: "reach", name: "Una fila", epochs: [40], seeds: [1] } as const;
  const chosen = { ...row, recipe: { changes: { flip: true } } };
  const { hyperparameters } = configurationOf(chosen, { epochs: 40, seed: 1 })!;
  expect(hyperparameters.validationImages ?? 0).toBe(0);
  expect(hyperparameters.trainImages).toBe(60_000);
  expect(expandPlan([row])).toEqual([]);
  for (const { part, goal } of plan) if (part === "reach") expect(goal).toBeGreaterThan(0.9);
});

test("the difficult classes are the four that the reference run finds least, and its confusions are among them", async () => {
  const { test: set } = await readDataset();
  const run = JSON.parse(readFileSync("src/reference/run.json", "utf8")) as ReferenceRunJson;
  const predictions = Uint8Array.from(run.evaluation.predictions, Number);
  const matrix = confusionMatrix(predictions, set.labels);
  const { classWeights = "" } = plan.find(({ id }) => id === "difficult-twice")!.recipe!.changes!;
  const difficult = d3.range(10).filter((c) => classTimes(classWeights)[c] === 2);
  const worst = d3.sort(classResults(matrix), ({ accuracy }) => accuracy).slice(0, 4);
  expect(d3.sort(worst.map(({ classIndex }) => classIndex))).toEqual(difficult);
  for (const { label, prediction } of worstConfusions(matrix, 8))
    expect(difficult).toEqual(expect.arrayContaining([label, prediction]));
});

test("variants, seeds and epochs are chosen by options", () => {
  const { only, seeds, epochs } = options(
    "--only",
    "mirror,original",
    "--seeds",
    "2,3",
    "--epochs",
    "10",
  );
  const runs = chosenRuns(expandPlan(plan), { only, seeds, epochs });
  expect(runs.map(runTitle)).toEqual(
    [2, 3].flatMap((seed) => ["original", "mirror"].map((id) => `${id}, 10 epochs, seed ${seed}`)),
  );
});

test.each([
  [["--only", "mirrors"], /--only: one of original, third-convolution, .* expected, mirrors found/],
  [["--seeds", "1,,2"], /--seeds: whole numbers between commas expected, "" found/],
  [["--limit", "0"], /--limit: a number above 0 expected, 0 found/],
  [["--minutes", "x"], /--minutes: a number above 0 expected, x found/],
])("refuses %o", (args, message) => {
  expect(() => options(...args)).toThrow(message);
});

test("what the plan does not have is told", () => {
  const wanted = options("--only", "original", "--seeds", "99");
  expect(() => chosenRuns(expandPlan(plan), wanted)).toThrow("The plan has no such run");
});
