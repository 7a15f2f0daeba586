// A run made of weights from a file: checked against a network, evaluated on the test images, ready
// to be saved as the reader's own.
import { evaluateInWorker } from "./evaluateInWorker.js";
import { newRunId } from "../loop/newRunId.js";
import { startingSums } from "../loop/recordLosses.js";
import { loadTestSet } from "../../lib/dataset/dataset.js";
import { datasetFiles } from "../../lib/dataset/datasetFiles.js";
import type { Run } from "../../lib/run/run.js";
import { weightsFromSafetensors } from "../../lib/files/runToSafetensors.js";

/** Rejects with a message in Spanish if the file is no model for the network of `like`. */
export async function runFromFile(
  bytes: Uint8Array,
  { like, name }: { like: Run; name: string },
): Promise<Run> {
  const { topology, network, hyperparameters, checkpoint } = like;
  const weights = await weightsFromSafetensors(bytes, { topology, weights: checkpoint.weights });
  const now = Date.now();
  const run: Run = {
    id: newRunId(now),
    version: 1,
    hyperparameters,
    topology,
    ...(network !== undefined && { network }),
    engine: [{ kind: "file", name }],
    status: "finished",
    createdAt: now,
    updatedAt: now,
    history: { curve: [], thousands: [], epochs: [] },
    checkpoint: { batch: 0, weights, velocities: [], sums: { ...startingSums } },
  };
  run.evaluation = await evaluateInWorker(run, await loadTestSet(await datasetFiles()));
  return run;
}
