import { describe, expect, test } from "vitest";
import { formerStore } from "../../fixtures/formerData.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { Sweep } from "../../../src/lib/sweep/sweep.js";
import { readSweep } from "../../../src/lib/sweep/sweepSchema.js";

const sweep: Sweep = {
  base: { ...defaultHyperparameters, trainImages: 2000, epochs: 1 },
  axes: [{ name: "learningRate", values: [0.001, 0.01] }],
  seeds: [1],
  id: "s",
  createdAt: 0,
  status: "paused",
  runIds: ["a", "b"],
};

describe("a sweep in the store", () => {
  test.each<[string, Partial<Sweep>]>([
    [
      "no number of epochs, which each run has of its own",
      { base: { ...sweep.base, epochs: NaN }, axes: [{ name: "epochs", values: [1, 2] }] },
    ],
    [
      "too many images, where they are tried",
      {
        base: { ...sweep.base, trainImages: 1e9 },
        axes: [{ name: "trainImages", values: [100, 200] }],
      },
    ],
    [
      "a batch larger than the set, where batches are tried",
      {
        base: { ...sweep.base, batchSize: 500, trainImages: 100 },
        axes: [{ name: "batchSize", values: [10, 20] }],
      },
    ],
    [
      "networks, switches and classes for values",
      {
        axes: [
          { name: "network", values: ["original", "densa"] },
          { name: "classWeights", values: ["1111111111"] },
        ],
      },
    ],
    ["an optimizer for a value", { axes: [{ name: "optimizer", values: ["sgd", "adam"] }] }],
    ["a seed that no run has", { base: { ...sweep.base, seed: NaN } }],
  ])("is sound with %s", (_, change) => {
    expect(readSweep({ ...sweep, ...change })).toEqual({ value: { ...sweep, ...change } });
  });

  test.each<[string, Partial<Sweep>, RegExp]>([
    ["epochs", { base: { ...sweep.base, epochs: NaN } }, /^en «base», Épocas: hace falta/],
    [
      "a value that is tried",
      { axes: [{ name: "learningRate", values: [0.001, -1] }] },
      /^en «axes», Tasa de aprendizaje: .*has puesto −1$/,
    ],
    [
      "an optimizer",
      { axes: [{ name: "optimizer", values: ["sgd", "x"] }] },
      /^en «axes», Optimiz/,
    ],
    ["a network", { axes: [{ name: "network", values: ["sgd", "x"] }] }, /^«axes/],
    ["a seed", { seeds: [0.5] }, /^en «seeds», Semilla: /],
    ["no base", { base: undefined }, /^falta «base»$/],
    ["a list of runs", { runIds: ["a"] }, /^«runIds» debería ser/],
  ])("is damaged with an absurd part: %s", (_, change, problem) => {
    expect(readSweep({ ...sweep, ...change }).problem).toMatch(problem);
  });

  test("of an earlier version is read", () => {
    for (const row of formerStore("store.json.gz").sweeps) {
      expect(readSweep(row)).toEqual({ value: row });
    }
  });
});
