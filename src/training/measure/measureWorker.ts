// The worker that measures the engine on the reader's machine: one thread, and all there may be.
import { availableThreads, browserThreads } from "../engine/browserThreads.js";
import { createEngineTrainer } from "../engine/engineTrainer.js";
import { measureTrainers, type Measurement } from "./measureTrainers.js";
import { newRun } from "../worker/newRun.js";
import { serveJob } from "../worker/serveJob.js";
import { loadDataset } from "../../lib/dataset/dataset.js";
import type { DatasetFiles } from "../../lib/dataset/packedFiles.js";
import { formatBytes } from "../../lib/text/format.js";
import { defaultHyperparameters } from "../../lib/run/hyperparameters.js";
import { batchesPerEpoch } from "../../lib/run/run.js";

/** One shard: enough to be like the whole, and the recipe of src/reference/fingerprint.json. */
export const MEASURED_IMAGES = 10_000;

serveJob<DatasetFiles, Measurement[]>(async (files, report) => {
  const hyperparameters = { ...defaultHyperparameters, epochs: 1, trainImages: MEASURED_IMAGES };
  const { train, test } = await loadDataset(files, {
    trainImages: MEASURED_IMAGES,
    onProgress: ({ receivedBytes, totalBytes }) => {
      const amount = `${formatBytes(receivedBytes)} de ${formatBytes(totalBytes)}`;
      report({ ratio: receivedBytes / totalBytes, text: `Descargando los datos: ${amount}` });
    },
  });
  const { topology, checkpoint: state } = await newRun(hyperparameters);
  const counts = [...new Set([1, availableThreads()])];
  const contestants = await Promise.all(
    counts.map(async (threads) => ({
      threads,
      trainer: await createEngineTrainer(
        { topology, hyperparameters, train, state },
        browserThreads(threads),
      ),
    })),
  );
  return measureTrainers(contestants, {
    perEpoch: batchesPerEpoch(hyperparameters),
    test,
    onProgress: ({ done, total }) => {
      report({ ratio: done / total, text: `Midiendo: ${done} de ${total} vueltas` });
    },
  });
});
