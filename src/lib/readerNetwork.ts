// The network that the reader has made of the original's, on its page; what the other pages train. It is
// kept as tf.layers' JSON, which is data: reading it runs none of the reader's code.
import { siteAddress } from "./siteAddress.js";

const key = () => `red-convolucional ${siteAddress()} red`;

/** The topology of the reader's network; undefined while it is the original's, or where storage is off. */
export function readerNetwork(): string | undefined {
  try {
    return localStorage.getItem(key()) ?? undefined;
  } catch {
    return undefined; // a browser that keeps nothing for this site
  }
}

/**
 * Calls back when another tab has changed it, or this one while the page was left and kept for the way back;
 * returns how to stop it.
 */
export function onReaderNetworkChange(listener: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const onStorage = (event: StorageEvent) => {
    if (event.key === null || event.key === key()) listener();
  };
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) listener();
  };
  addEventListener("storage", onStorage, { signal });
  addEventListener("pageshow", onShow, { signal });
  return () => {
    stop.abort();
  };
}

/** Keeps the topology for the other pages; undefined: the original's again. */
export function keepReaderNetwork(topology: string | undefined): void {
  try {
    if (topology === undefined) localStorage.removeItem(key());
    else localStorage.setItem(key(), topology);
  } catch {
    // It stays on this page; the notebook's bar says that nothing is kept.
  }
}
