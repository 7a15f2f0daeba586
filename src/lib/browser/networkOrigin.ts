// Where the reader's network comes from: the cells that made it, which a run of it records, and whether
// they still do.
import type { RunEdit } from "../run/run.js";
import { siteAddress } from "./siteAddress.js";
import { announceChange, onStoredChange } from "./storedChanges.js";

export interface NetworkOrigin {
  /** The changed cells that it was computed from. */
  edits: RunEdit[];
  /** The cells as they are now fail: the network that is kept is the last one that they made. */
  isBroken: boolean;
}

const key = () => `red-convolucional ${siteAddress()} celdas de la red`;

/** undefined where the network is the original's, or where storage is off. */
export function networkOrigin(): NetworkOrigin | undefined {
  try {
    const origin: unknown = JSON.parse(localStorage.getItem(key()) ?? "null");
    return (origin as NetworkOrigin | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepNetworkOrigin(origin: NetworkOrigin | undefined): void {
  try {
    if (origin === undefined) localStorage.removeItem(key());
    else localStorage.setItem(key(), JSON.stringify(origin));
  } catch {
    // The notebook's bar says that nothing is kept.
  }
  announceChange(key());
}

/** Calls back when it has changed, here or in another tab; returns how to stop it. */
export function onNetworkOriginChange(callback: () => void): () => void {
  return onStoredChange(key(), callback);
}
