// Where the network's own page hands it on to the others.
import { createNetwork } from "./network.js";
import { hasPendingEdits } from "./pendingEdits.js";
import { keepReaderNetwork } from "./readerNetwork.js";
import type * as tf from "./tf.js";

/** Keeps a network that differs from the original's for the other pages; forgets the one before otherwise. */
export function keepNetwork(network: tf.Sequential): void {
  const original = createNetwork();
  const same = topologyOf(network) === topologyOf(original);
  original.dispose();
  if (same && hasPendingEdits()) return; // the reader's is on its way
  keepReaderNetwork(same ? undefined : topologyOf(network));
}

/** tf.layers' JSON, with a name for the whole that does not count how many there have been. */
function topologyOf(network: tf.Sequential): string {
  const topology = network.toJSON(null, false) as { config: { name: string } };
  return JSON.stringify({ ...topology, config: { ...topology.config, name: "network" } });
}
