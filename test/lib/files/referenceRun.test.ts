import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { nodeTrainer } from "../../../scripts/training/nodeTrainer.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { accuracy } from "../../../src/lib/network/metrics.js";
import { decodeReferenceRun, type ReferenceRunJson } from "../../../src/lib/files/referenceRun.js";

const json = JSON.parse(readFileSync("src/reference/run.json", "utf8")) as ReferenceRunJson;
const run = decodeReferenceRun(json, readFileSync("src/reference/weights.safetensors"));

test("the reference run is the original's recipe, whole, with its provenance, under 1 MB", () => {
  expect(run.hyperparameters).toEqual(defaultHyperparameters);
  expect(run.history.epochs).toHaveLength(30);
  expect(run.history.thousands).toHaveLength(90);
  expect(run.provenance.command).toContain("npm run train");
  const bytes =
    statSync("src/reference/run.json").size + statSync("src/reference/weights.safetensors").size;
  expect(bytes).toBeLessThan(1e6);
});

test("its weights give the evaluation that it says", async () => {
  const { test: testSet, train } = await readDataset();
  const trainer = await nodeTrainer("wasm")({
    topology: run.topology,
    hyperparameters: run.hyperparameters,
    train,
    state: run.checkpoint,
  });
  const evaluation = await trainer.evaluate(testSet);
  trainer.dispose();
  expect(Array.from(evaluation.predictions)).toEqual(Array.from(run.evaluation!.predictions));
  expect(evaluation.loss).toBeCloseTo(run.evaluation!.loss, 6);
  expect(accuracy(evaluation.predictions, testSet.labels)).toBe(
    run.history.epochs[29]!.testAccuracy,
  );
});
