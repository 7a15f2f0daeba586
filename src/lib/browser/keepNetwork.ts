// Where the network's own page hands it on to the others.
import { createNetwork } from "../network/network.js";
import { networkTopology } from "../network/networkTopology.js";
import { hasPendingEdits } from "./pendingEdits.js";
import { keepReaderNetwork } from "./readerNetwork.js";
import type * as tf from "../network/tf.js";

/**
 * Keeps a network that differs from the original's for the other pages; forgets the one before otherwise.
 * Returns whether it is the original's. Throws a TypeError for what is not a tf.Sequential.
 */
export function keepNetwork(network: tf.Sequential): boolean {
  const original = createNetwork();
  const topology = networkTopology(network);
  const isOriginal = topology === networkTopology(original);
  original.dispose();
  const isOnItsWay = isOriginal && hasPendingEdits(); // the reader's
  if (!isOnItsWay) keepReaderNetwork(isOriginal ? undefined : topology);
  return isOriginal;
}
