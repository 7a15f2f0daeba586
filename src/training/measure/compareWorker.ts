// The worker of «¿Es el mismo cálculo?»: the engine and tfjs, from the same weights, on the same
// batches, dropout off.
import { chooseBackend } from "../tfjs/chooseBackend.js";
import { compareTrainers, type Comparison } from "./compareTrainers.js";
import { createEngineTrainer } from "../engine/engineTrainer.js";
import { loadBrowserBackend } from "../tfjs/loadBrowserBackend.js";
import { newRun } from "../worker/newRun.js";
import { serveJob } from "../worker/serveJob.js";
import { createTfjsTrainer } from "../tfjs/tfjsTrainer.js";
import { loadSample } from "../../lib/dataset/dataset.js";
import type { DatasetFiles } from "../../lib/dataset/packedFiles.js";
import { formatDuration } from "../../lib/text/format.js";
import { defaultHyperparameters } from "../../lib/run/hyperparameters.js";
import { batchesPerEpoch } from "../../lib/run/run.js";

serveJob<DatasetFiles, Comparison>(async (files, report) => {
  report({ ratio: 0, text: "Descargando la muestra" });
  const train = await loadSample(files);
  const hyperparameters = {
    ...defaultHyperparameters,
    epochs: 1,
    dropoutRate: 0,
    trainImages: train.count,
  };
  const steps = batchesPerEpoch(hyperparameters); // each image of the sample once
  report({ ratio: 0, text: "Preparando los dos motores" });
  const { topology, checkpoint } = await newRun(hyperparameters);
  const request = { topology, hyperparameters, train, state: checkpoint };
  const engine = await createEngineTrainer(request);
  await chooseBackend(loadBrowserBackend);
  const tfjs = await createTfjsTrainer(request);
  const startedAt = performance.now();
  return compareTrainers(engine, tfjs, {
    steps,
    initial: checkpoint.weights,
    onStep: (done) => {
      const secondsLeft = ((performance.now() - startedAt) / 1000 / done) * (steps - done);
      const left = `quedan ${formatDuration(Math.ceil(secondsLeft))}`;
      report({ ratio: done / steps, text: `Paso ${done} de ${steps} · ${left}` });
    },
  });
});
