// What this page must learn of the local storage without having asked: changes by another tab, by another
// part of this page, or made while the browser kept the page aside for the way back.

const CHANGED = "almacen-cambiado";

/** For other parts of this page; other tabs learn of it by themselves. */
export function announceChange(key: string): void {
  dispatchEvent(new CustomEvent(CHANGED, { detail: key }));
}

/**
 * Calls back when an entry may have changed whose key begins like this; returns how to stop it. What this
 * page itself changes counts where it is announced.
 */
export function onStoredChange(prefix: string, listener: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const onKey = (key: string | null) => {
    if (key?.startsWith(prefix) ?? true) listener(); // null: all of the storage
  };
  addEventListener(
    "storage",
    (event) => {
      onKey(event.key);
    },
    { signal },
  );
  addEventListener(
    CHANGED,
    (event) => {
      onKey((event as CustomEvent<string>).detail);
    },
    { signal },
  );
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) listener();
  };
  addEventListener("pageshow", onShow, { signal });
  return () => {
    stop.abort();
  };
}
