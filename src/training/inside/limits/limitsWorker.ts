// The worker that measures, on images of the page, how much of each change a network bears.
import { limitCurves } from "./limitCurves.js";
import type { NetworkState } from "../networkState.js";
import { loadBrowserBackend } from "../../tfjs/loadBrowserBackend.js";
import { trainerFor } from "../../worker/createTrainer.js";
import { serveJob } from "../../worker/serveJob.js";
import { firstImages, type ImageSet } from "../../../lib/dataset/dataset.js";
import type { LimitCurve } from "../../../lib/reports/limitsReport.js";
import { defaultHyperparameters } from "../../../lib/run/hyperparameters.js";
import { formatTimeLeft } from "../../../lib/text/format.js";

export interface LimitsRequest {
  network: NetworkState;
  images: ImageSet;
}

serveJob<LimitsRequest, LimitCurve[]>(async ({ network, images }, report) => {
  const trainer = await trainerFor({ loadBackend: loadBrowserBackend })({
    topology: network.topology,
    hyperparameters: defaultHyperparameters,
    train: firstImages(images, 1), // nothing is trained
    state: { weights: [...network.weights], velocities: [] },
  });
  const startedAt = performance.now();
  return limitCurves((changed) => trainer.predict(changed), images, {
    onProgress: ({ done, total }) => {
      const seconds = (performance.now() - startedAt) / 1000;
      const left = formatTimeLeft((seconds * (total - done)) / done);
      report({ ratio: done / total, text: `${done} de ${total} medidas; queda: ${left}` });
    },
  });
});
