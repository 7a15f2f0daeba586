// A run that has not begun: the configuration, the network's topology and its initial weights.
import { newRunId } from "../loop/newRunId.js";
import { networkJson } from "../../lib/network/networkJson.js";
import { readWeights } from "../../lib/network/namedWeights.js";
import { startingSums } from "../loop/recordLosses.js";
import type { Hyperparameters } from "../../lib/run/hyperparameters.js";
import { createNetwork, initializeLikePyTorch } from "../../lib/network/network.js";
import { networkFromTopology } from "../../lib/network/networkFromTopology.js";
import type { Run } from "../../lib/run/run.js";
import type * as tf from "../../lib/network/tf.js";
import { parseTopology } from "../../lib/network/topology.js";

/**
 * @param topology tf.layers' JSON of another network than the original's
 * Rejects, in Spanish, if that is no network that the notebook trains.
 */
export async function newRun(hyperparameters: Hyperparameters, topology?: string): Promise<Run> {
  const { seed, dropoutRate } = hyperparameters;
  const network =
    topology === undefined
      ? createNetwork({ seed, dropoutRate })
      : await ownNetwork(topology, seed);
  const now = Date.now();
  const run: Run = {
    id: newRunId(now),
    version: 1,
    hyperparameters: { ...hyperparameters },
    topology: JSON.stringify(networkJson(network)),
    engine: [],
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

async function ownNetwork(topology: string, seed: number): Promise<tf.LayersModel> {
  parseTopology(topology); // refused before tf.layers stumbles over it
  const network = await networkFromTopology(withoutOrthogonal(topology));
  return initializeLikePyTorch(network, seed);
}

/**
 * The recurrent layers' own initial weights, a slow computation of tf.layers that fails in Node, are
 * not asked for: those of PyTorch follow.
 */
function withoutOrthogonal(topology: string): string {
  const plain = (_: string, value: unknown): unknown =>
    isInitializer(value) && value.class_name === "Orthogonal"
      ? { class_name: "Zeros", config: {} }
      : value;
  return JSON.stringify(JSON.parse(topology, plain));
}

function isInitializer(value: unknown): value is { class_name: unknown } {
  return typeof value === "object" && value !== null && "class_name" in value;
}
