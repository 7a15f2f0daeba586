import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { RunRecord } from "../../../src/lib/run/runRecord.js";
import {
  expandSweep,
  singleNumberProblem,
  type Sweep,
  sweepNetwork,
  type SweepPlan,
  sweepProblems,
  sweepTopology,
} from "../../../src/lib/sweep/sweep.js";
import { sweepCells, sweepTally, sweepVerdict } from "../../../src/lib/sweep/sweepResults.js";
import { sweepSeconds } from "../../../src/lib/sweep/sweepSeconds.js";

const plan: SweepPlan = {
  base: { ...defaultHyperparameters, trainImages: 2000, epochs: 1 },
  axes: [
    { name: "learningRate", values: [0.001, 0.01] },
    { name: "batchSize", values: [10, 20] },
  ],
  seeds: [1, 2],
};

describe("expandSweep", () => {
  test("trains all the seeds of a combination, then the next", () => {
    const all = expandSweep(plan).map((one) => [one.learningRate, one.batchSize, one.seed]);
    expect(all).toEqual([
      ...[
        [0.001, 10, 1],
        [0.001, 10, 2],
        [0.001, 20, 1],
        [0.001, 20, 2],
      ],
      ...[
        [0.01, 10, 1],
        [0.01, 10, 2],
        [0.01, 20, 1],
        [0.01, 20, 2],
      ],
    ]);
    expect(expandSweep(plan)[0]).toMatchObject({ trainImages: 2000, momentum: 0.9 });
  });

  test("gives each combination once, as many as the product of the lists", () => {
    const list = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(list, list, list, (epochs, batchSize, seeds) => {
        const axes = [
          { name: "epochs" as const, values: epochs },
          { name: "batchSize" as const, values: batchSize },
        ];
        const all = expandSweep({ ...plan, axes, seeds }).map((one) => JSON.stringify(one));
        expect(all).toHaveLength(epochs.length * batchSize.length * seeds.length);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});

describe("the network of a sweep", () => {
  const own = "{}";
  test.each<[string, Partial<SweepPlan>, string, string | undefined]>([
    ["the original's", { network: "original" }, "original", undefined],
    ["the reader's", { network: "tuya", topology: own }, "tuya", own],
    ["the original's, planned before there was a choice", {}, "original", undefined],
    ["the reader's, planned before there was a choice", { topology: own }, "tuya", own],
  ])("is %s", (_, change, network, topology) => {
    expect(sweepNetwork({ ...plan, ...change })).toBe(network);
    expect(sweepTopology({ ...plan, ...change }, plan.base)).toBe(topology);
  });

  test("takes the rate of dropout of each run, where it is an offered one", () => {
    const topology = sweepTopology(
      { ...plan, network: "densa" },
      { ...plan.base, dropoutRate: 0.2 },
    );
    expect(topology).toMatch(/"rate":0.2\b/);
  });
});

test("what a sweep takes is told from a run of the same network alone", () => {
  const run = {
    hyperparameters: plan.base,
    epochs: [{ seconds: 3 }],
    network: "densa",
  } as RunRecord;
  const measured = { runs: [run], bench: undefined };
  expect(sweepSeconds({ ...plan, network: "densa" }, measured)).toEqual({
    ...{ seconds: 24, source: "own" },
  });
  expect(sweepSeconds({ ...plan, network: "original" }, measured)).toBeUndefined();
});

describe("sweepProblems", () => {
  test("accepts a sound plan", () => {
    expect(sweepProblems(plan)).toEqual([]);
  });

  test.each<[string, Partial<SweepPlan>, RegExp]>([
    ["no hyperparameter", { axes: [] }, /uno o dos/],
    ["the same one twice", { axes: [plan.axes[0]!, plan.axes[0]!] }, /distintos/],
    [
      "a rate of dropout that the network does not take",
      { axes: [{ name: "dropoutRate", values: [0.3, 0.4] }], topology: "{}" },
      /dropout/,
    ],
    ["a network of the reader's that is gone", { network: "tuya" }, /Tu red ya no está/],
    ["no seed", { seeds: [] }, /Falta algún valor/],
    ["a value twice", { seeds: [1, 1] }, /repetido/],
    [
      "a night's work",
      { seeds: Array.from({ length: 40 }, (_, i) => i) },
      /Son 160 entrenamientos/,
    ],
    [
      "an absurd value",
      { axes: [{ name: "learningRate", values: [NaN, 0.1] }] },
      /Tasa de aprendizaje/,
    ],
    [
      "a batch larger than the set",
      { axes: [{ name: "batchSize", values: [2000] }], base: { ...plan.base, trainImages: 100 } },
      /no puede superar/,
    ],
  ])("refuses %s", (_, change, message) => {
    const problems = sweepProblems({ ...plan, ...change });
    expect(problems.join(" ")).toMatch(message);
    expect(new Set(problems).size).toBe(problems.length);
  });
});

test("what is common to all the runs is one number, and several are refused by name", () => {
  expect(singleNumberProblem("Épocas de cada entrenamiento", [2])).toBeUndefined();
  expect(singleNumberProblem("Épocas de cada entrenamiento", [])).toBeUndefined(); // sweepProblems tells
  expect(singleNumberProblem("Épocas de cada entrenamiento", [2, 3])).toMatch(
    /^Épocas de cada entrenamiento: hace falta un solo número y has escrito varios\. /,
  );
});

test("what is no number is not taken for a repeated value", () => {
  const typed = { ...plan, axes: [{ ...plan.axes[0]!, values: [NaN, NaN] }] };
  expect(sweepProblems(typed)).toEqual([expect.stringMatching(/hace falta un número entre/)]);
});

describe("the results", () => {
  const sweep: Sweep = {
    ...{ ...plan, axes: [plan.axes[0]!], id: "s", createdAt: 0, status: "finished" },
    runIds: ["a", "b", "c", "d"],
  };
  const runs = (...accuracies: number[]) =>
    accuracies.map(
      (testAccuracy, i) =>
        ({ id: sweep.runIds[i]!, status: "finished", epochs: [{ testAccuracy }] }) as RunRecord,
    );
  const withStatus = (all: RunRecord[], statuses: Record<string, RunRecord["status"]>) =>
    all.map((run) => ({ ...run, status: statuses[run.id] ?? run.status }));

  test("gather the seeds of each combination", () => {
    const [first, second] = sweepCells(sweep, runs(0.7, 0.72, 0.8));
    expect(first).toMatchObject({ values: [0.001], accuracies: [0.7, 0.72] });
    expect(first!.mean).toBeCloseTo(0.71);
    expect(first!.deviation).toBeCloseTo(0.01414, 4);
    expect(second).toMatchObject({ accuracies: [0.8], deviation: NaN });
  });

  test.each<[number[], RegExp]>([
    [[], /Todavía no hay ninguna/],
    [[0.7], /una sola combinación/],
    [[0.7, 0.71, 0.8, 0.81], /10,0 puntos de diferencia.*mayor que el baile/],
    [[0.7, 0.75, 0.71, 0.76], /cabe en el baile/],
    [[0.7, 0.72, 0.72, 0.74], /solo algo mayor/],
  ])("of %j are told from noise", (accuracies, sentence) => {
    expect(sweepVerdict(sweep, sweepCells(sweep, runs(...accuracies)))).toMatch(sentence);
  });

  test("leave out the runs that have not finished", () => {
    const some = withStatus(runs(0.7, 0.72, 0.8, 0.2), { c: "running", d: "stopped" });
    expect(sweepCells(sweep, some).map(({ accuracies }) => accuracies)).toEqual([[0.7, 0.72], []]);
  });

  test("tell the seeds that diverged, and do not praise those that were left", () => {
    const some = withStatus(runs(0.7, 0.71, 0.9, 0.1), { d: "diverged" });
    const cells = sweepCells(sweep, some);
    expect(cells[1]).toMatchObject({ accuracies: [0.9], diverged: 1 });
    const verdict = sweepVerdict(sweep, cells);
    expect(verdict).toMatch(/una sola combinación: tasa de aprendizaje 0,001/);
    expect(verdict).toMatch(/Con tasa de aprendizaje 0,01 divergió 1 de 2 semillas: no se compara/);
    const all = withStatus(runs(0.1, 0.1, 0.1, 0.1), {
      ...{ a: "diverged", b: "diverged", c: "diverged", d: "diverged" },
    });
    expect(sweepVerdict(sweep, sweepCells(sweep, all))).toMatch(
      /ninguna.* divergieron 2 de 2 semillas y con .*: no se comparan/,
    );
  });

  test("count as done what needs no more training, and apart what was deleted", () => {
    const some = withStatus(runs(0.7, 0.7, 0.7, 0.7), {
      ...{ b: "diverged", c: "stopped", d: "running" },
    });
    const other = { ...some[0]!, id: "of no sweep" };
    expect(sweepTally(sweep, { runs: [...some, other], deleted: [] })).toEqual({
      ...{ all: 4, done: 3, deleted: 0 },
    });
    const [a, ...rest] = some;
    expect(sweepTally(sweep, { runs: rest, deleted: [a!, other] })).toEqual({
      ...{ all: 4, done: 2, deleted: 1 },
    });
  });

  test("of one seed each are not judged", () => {
    const single = { ...sweep, seeds: [1], runIds: ["a", "b"] };
    expect(sweepVerdict(single, sweepCells(single, runs(0.7, 0.9)))).toMatch(/una sola semilla/);
  });
});
