import { createNetwork } from "./network.js";
import { networkTopology } from "./networkTopology.js";
import type * as tf from "./tf.js";

/** Whether its layers are those of the original's network, whatever its weights. */
export function isOriginalNetwork(network: tf.LayersModel): boolean {
  const original = createNetwork();
  const isSame = networkTopology(network) === networkTopology(original);
  original.dispose();
  return isSame;
}
