import { expect, test } from "vitest";
import { defaultHyperparameters } from "../../../../src/lib/run/hyperparameters.js";
import { type Run, totalBatches } from "../../../../src/lib/run/run.js";
import { whyNotRepeatable } from "../../../../src/lib/run/compared/whyNotRepeatable.js";

const run = {
  engine: [{ kind: "engine", threads: 2 }],
  hyperparameters: defaultHyperparameters,
  history: { curve: [], thousands: [], epochs: [] },
  checkpoint: { batch: totalBatches(defaultHyperparameters) },
} as unknown as Run;

test("a run of the engine is repeated by its link", () => {
  expect(whyNotRepeatable(run)).toBeUndefined();
});

test.each<[string, Partial<Run>]>([
  [
    "un archivo",
    { engine: [{ kind: "file", name: "red" }], checkpoint: { ...run.checkpoint, batch: 0 } },
  ],
  ["la tuya", { network: "tuya" }],
  ["TensorFlow.js", { engine: [{ kind: "tfjs", backend: "wasm" }] }],
  ["la tasa", { history: { ...run.history, rateChanges: [{ batch: 1, learningRate: 1 }] } }],
])("its link says nothing of the result because of %s", (reason, other) => {
  expect(whyNotRepeatable({ ...run, ...other })).toContain(reason);
});
