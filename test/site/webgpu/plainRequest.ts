// One step's request for a network that the page to train offers, with real images, as a page can be given it.
import type { PlainRequest } from "./onBothBackends.js";
import { firstImages } from "../../training/networks.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { configuredTopology } from "../../../src/lib/run/runConfiguration.js";
import { newRun } from "../../../src/training/worker/newRun.js";

/** Software takes a tenth of a second for each. */
const IMAGES = 5;

/** @param network its id */
export async function plainRequest(network: string): Promise<PlainRequest> {
  const hyperparameters = { ...defaultHyperparameters, batchSize: IMAGES, trainImages: IMAGES };
  const own = configuredTopology({ network, hyperparameters }, undefined);
  const { topology, checkpoint } = await newRun(hyperparameters, own);
  const { images, labels } = await firstImages(IMAGES);
  return {
    topology,
    hyperparameters,
    images: [...images],
    labels: [...labels],
    weights: checkpoint.weights.map(({ name, shape, values }) => ({
      name,
      shape,
      values: [...values],
    })),
  };
}
