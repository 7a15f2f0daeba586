// A plan of four combinations, with two seeds each.
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { SweepPlan } from "../../../src/lib/sweep/sweep.js";

export const plan: SweepPlan = {
  base: { ...defaultHyperparameters, trainImages: 2000, epochs: 1 },
  axes: [
    { name: "learningRate", values: [0.001, 0.01] },
    { name: "batchSize", values: [10, 20] },
  ],
  seeds: [1, 2],
};
