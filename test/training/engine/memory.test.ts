import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { nodeTrainer } from "../../../scripts/training/nodeTrainer.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { TrainingControl } from "../../../src/training/loop/control.js";
import { newRun } from "../../../src/training/worker/newRun.js";
import { trainRun } from "../../../src/training/loop/trainRun.js";

setFlagsFromString("--expose_gc");
const gc = runInNewContext("gc") as () => void;
/** Twice: the first frees the buffers beside the program, the second waits for it. */
function collectGarbage() {
  gc();
  gc();
}

test("memory stays flat over 12 epochs: heap, and the buffers outside it", async () => {
  const { train, test: all } = await readDataset();
  const few = {
    images: all.images.subarray(0, 78_400),
    labels: all.labels.subarray(0, 100),
    count: 100,
  };
  const run = await newRun({ ...defaultHyperparameters, epochs: 12, trainImages: 600 });
  const used: number[] = [];
  await trainRun(run, {
    dataset: { train, test: few },
    createTrainer: nodeTrainer("wasm"),
    control: new TrainingControl(),
    handlers: {
      onEpoch: () => {
        collectGarbage();
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        used.push(heapUsed + arrayBuffers);
      },
    },
  });
  // The first epochs warm up.
  const growth = Math.min(...used.slice(-4)) - Math.min(...used.slice(2, 6));
  expect(growth).toBeLessThan(650_000);
});
