import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SweepAxis } from "../../../src/lib/sweep/sweepAxis.js";
import { plan } from "./sweepPlan.js";
import {
  expandSweep,
  singleNumberProblem,
  sweepNetwork,
  type SweepPlan,
  sweepProblems,
  sweepTopology,
} from "../../../src/lib/sweep/sweep.js";

describe("expandSweep", () => {
  test("trains all the seeds of a combination, then the next", () => {
    const all = expandSweep(plan).map(({ hyperparameters: one }) => [
      one.learningRate,
      one.batchSize,
      one.seed,
    ]);
    expect(all).toEqual([
      [0.001, 10, 1],
      [0.001, 10, 2],
      [0.001, 20, 1],
      [0.001, 20, 2],
      [0.01, 10, 1],
      [0.01, 10, 2],
      [0.01, 20, 1],
      [0.01, 20, 2],
    ]);
    expect(expandSweep(plan)[0]!.hyperparameters).toMatchObject({
      trainImages: 2000,
      momentum: 0.9,
    });
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
    const [first] = expandSweep({ ...plan, ...change });
    expect(sweepTopology({ ...plan, ...change }, first!)).toBe(topology);
  });

  test("takes the rate of dropout of each run, where it is an offered one", () => {
    const topology = sweepTopology(
      { ...plan, network: "densa" },
      { network: "densa", hyperparameters: { ...plan.base, dropoutRate: 0.2 } },
    );
    expect(topology).toMatch(/"rate":0.2\b/);
  });

  test("may be what is tried, and each run has its own", () => {
    const axes: SweepAxis[] = [
      { name: "network", values: ["original", "densa"] },
      { name: "flip", values: [false, true] },
    ];
    const tried = { ...plan, axes, seeds: [1], network: "tuya", topology: own };
    expect(sweepProblems(tried)).toEqual([]);
    const all = expandSweep(tried);
    expect(all.map(({ network, hyperparameters }) => [network, hyperparameters.flip])).toEqual([
      ["original", false],
      ["original", true],
      ["densa", false],
      ["densa", true],
    ]);
    expect(all.map((one) => sweepTopology(tried, one) === undefined)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const unknown: SweepAxis[] = [{ name: "network", values: ["original", "tuya"] }];
    expect(sweepProblems({ ...plan, axes: unknown })).toEqual(["No se ofrece ninguna red «tuya»."]);
  });
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
