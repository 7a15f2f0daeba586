// A run as a file carries it, small and with every field that there can be.
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { Run } from "../../../src/lib/run/run.js";
import type { ExportedRun } from "../../../src/lib/files/readRunFile.js";

export const sums = {
  epochLoss: 0,
  epochImages: 0,
  epochSeconds: 0,
  thousandLoss: 0,
  thousandBatches: 0,
  pointLoss: 0.25,
  pointImages: 20,
};

export const inputOfTwo = { name: "fc", use_bias: false, batch_input_shape: [null, 2] };
/** tf.layers' JSON of these layers. */
export const sequential = (...layers: unknown[]) =>
  JSON.stringify({ class_name: "Sequential", config: { layers } });

export function exported(values: Partial<Run> = {}): ExportedRun {
  const weight = (value: number) => [
    { name: "fc/kernel", shape: [2, 2], values: Float32Array.of(value, -0, 1e-40, 3.5) },
  ];
  const run: Run = {
    id: "abc-1",
    version: 1,
    hyperparameters: defaultHyperparameters,
    engine: [],
    topology: sequential({
      class_name: "Dense",
      config: { ...inputOfTwo, units: 2 },
    }),
    status: "paused",
    createdAt: Date.UTC(2026, 0, 1),
    updatedAt: Date.UTC(2026, 0, 2),
    history: {
      curve: [{ batch: 60, loss: 2.25 }],
      thousands: [{ batch: 1000, loss: 2, epoch: 1, batchInEpoch: 1000 }],
      epochs: [{ epoch: 1, loss: 1.5, testLoss: 1.25, testAccuracy: 0.5, seconds: 3 }],
      rateChanges: [{ batch: 10, learningRate: 0.01 }],
    },
    checkpoint: {
      batch: 3000,
      weights: weight(1),
      velocities: weight(2),
      squares: weight(3),
      sums,
    },
    evaluation: {
      loss: 1.25,
      predictions: new Uint8Array(10_000).fill(7),
      confidences: new Float32Array(10_000).fill(0.5),
      accuracy: 0.625,
    },
    edits: [{ page: "definir-la-red", cell: "red", source: "const red = 1;" }],
    parent: { runId: "abc-0", epoch: 4 },
    network: "original",
    expectedFingerprint: "ab12",
    ...values,
  };
  return { run, epochs: [{ epoch: 1, weights: weight(4), velocities: [], sums }], pinned: true };
}
