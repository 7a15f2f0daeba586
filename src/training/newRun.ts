// A run that has not begun: the configuration, the network's topology and its initial weights.
import { newRunId } from "./newRunId.js";
import { readWeights } from "../lib/namedWeights.js";
import { startingSums } from "./recordLosses.js";
import type { Hyperparameters } from "../lib/hyperparameters.js";
import { createNetwork, initializeLikePyTorch } from "../lib/network.js";
import { networkFromTopology } from "../lib/networkFromTopology.js";
import type { Run } from "../lib/run.js";

/** @param topology tf.layers' JSON of another network than the original's */
export async function newRun(hyperparameters: Hyperparameters, topology?: string): Promise<Run> {
  const { seed, dropoutRate } = hyperparameters;
  const network =
    topology === undefined
      ? createNetwork({ seed, dropoutRate })
      : await networkFromTopology(topology);
  if (topology !== undefined) initializeLikePyTorch(network, seed);
  const now = Date.now();
  const run: Run = {
    id: newRunId(now),
    version: 1,
    hyperparameters: { ...hyperparameters },
    topology: JSON.stringify(network.toJSON(null, false)),
    engine: "",
    status: "paused",
    createdAt: now,
    updatedAt: now,
    history: { curve: [], thousands: [], epochs: [] },
    checkpoint: {
      batch: 0,
      weights: await readWeights(network),
      velocities: [],
      sums: { ...startingSums },
    },
  };
  network.dispose();
  return run;
}
