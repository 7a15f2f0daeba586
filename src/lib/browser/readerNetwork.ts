// The network that the reader has made of the original's, on its page; what the other pages train. It is
// kept as tf.layers' JSON, which is data: reading it runs none of the reader's code.
import { siteAddress } from "./siteAddress.js";
import { announceChange, onStoredChange } from "./storedChanges.js";

const key = () => `red-convolucional ${siteAddress()} red`;

/** The topology of the reader's network; undefined while it is the original's, or where storage is off. */
export function readerNetwork(): string | undefined {
  try {
    return localStorage.getItem(key()) ?? undefined;
  } catch {
    return undefined; // a browser that keeps nothing for this site
  }
}

/** Calls back when it has changed, here or in another tab; returns how to stop it. */
export function onReaderNetworkChange(callback: () => void): () => void {
  return onStoredChange(key(), callback);
}

/** Keeps the topology for the other pages; undefined: the original's again. */
export function saveReaderNetwork(topology: string | undefined): void {
  try {
    if (topology === undefined) localStorage.removeItem(key());
    else localStorage.setItem(key(), topology);
  } catch {
    // It stays on this page; the notebook's bar says that nothing is saved.
  }
  announceChange(key());
}
