// The worker of the first page's training.
import { firstRecipe, firstSteps, type FirstView } from "./firstSteps.js";
import { trainerFor } from "../worker/createTrainer.js";
import { newRun } from "../worker/newRun.js";
import { serveJob } from "../worker/serveJob.js";
import { loadBrowserBackend } from "../tfjs/loadBrowserBackend.js";
import { loadSample, loadTestSample } from "../../lib/dataset/dataset.js";
import type { DatasetFiles } from "../../lib/dataset/packedFiles.js";

export interface FirstRequest {
  files: DatasetFiles;
  seed: number;
}

serveJob<FirstRequest, undefined, FirstView>(async ({ files, seed }, report) => {
  report({ ratio: 0, text: "Descargando las fotos…" });
  const [train, test] = await Promise.all([loadSample(files), loadTestSample(files)]);
  const hyperparameters = firstRecipe(seed, train.count);
  const { topology, checkpoint: state } = await newRun(hyperparameters);
  await firstSteps(
    { topology, hyperparameters, train, state },
    {
      createTrainer: trainerFor({ loadBackend: loadBrowserBackend }),
      test,
      onView: (view) => {
        const ratio = view.seen / (hyperparameters.epochs * train.count);
        report({ ratio, text: "Aprendiendo…", detail: view });
      },
    },
  );
  return undefined;
});
