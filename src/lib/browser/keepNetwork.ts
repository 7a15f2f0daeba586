// Where the network's own page hands it on to the others.
import { checkNetwork } from "../network/checkNetwork.js";
import { isOriginalNetwork } from "../network/isOriginalNetwork.js";
import { networkTopology } from "../network/networkTopology.js";
import type * as tf from "../network/tf.js";
import { hasPendingEdits } from "./pendingEdits.js";
import { saveReaderNetwork } from "./readerNetwork.js";

/**
 * Saves a network that differs from the original's for the other pages; forgets the one before otherwise.
 * Throws a ReaderError for one that they cannot train, and leaves what was saved as it is.
 */
export function keepNetwork(network: tf.LayersModel): void {
  checkNetwork(network);
  const isOriginal = isOriginalNetwork(network);
  // Where another tab has restored it, that tab has forgotten it, and may have undone that since.
  const isOnItsWay = isOriginal && hasPendingEdits();
  if (!isOnItsWay) saveReaderNetwork(isOriginal ? undefined : networkTopology(network));
}
