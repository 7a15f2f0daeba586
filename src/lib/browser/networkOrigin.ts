// Where the reader's network comes from: the cells that made it, which a run of it records, and whether
// they still do.
import * as v from "valibot";
import { readValue } from "../schema/readValue.js";
import { siteAddress } from "./siteAddress.js";
import { announceChange, onStoredChange } from "./storedChanges.js";

const originSchema = v.object({
  /** The changed cells that it was computed from. */
  edits: v.array(v.object({ page: v.string(), cell: v.string(), source: v.string() })),
  /** The cells as they are now fail: the network that is saved is the last one that they made. */
  isBroken: v.boolean(),
});

export type NetworkOrigin = v.InferOutput<typeof originSchema>;

const key = () => `red-convolucional ${siteAddress()} celdas de la red`;

/** undefined where the network is the original's, or what is saved is damaged, or where storage is off. */
export function networkOrigin(): NetworkOrigin | undefined {
  try {
    return readValue(originSchema, JSON.parse(localStorage.getItem(key()) ?? "null")).value;
  } catch {
    return undefined;
  }
}

export function saveNetworkOrigin(origin: NetworkOrigin | undefined): void {
  try {
    if (origin === undefined) localStorage.removeItem(key());
    else localStorage.setItem(key(), JSON.stringify(origin));
  } catch {
    // The notebook's bar says that nothing is saved.
  }
  announceChange(key());
}

/** Calls back when it has changed, here or in another tab; returns how to stop it. */
export function onNetworkOriginChange(callback: () => void): () => void {
  return onStoredChange(key(), callback);
}
