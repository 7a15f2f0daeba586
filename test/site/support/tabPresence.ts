// What a tab does beyond its page, as its functions see it. Each runs in the page, and uses nothing from
// outside itself.

/** Whether the browser would ask before leaving the page. */
export const wouldAsk = () => !dispatchEvent(new Event("beforeunload", { cancelable: true }));

/** The tab is hidden, or seen again. */
export function setVisibility(state: DocumentVisibilityState): void {
  Object.defineProperty(document, "visibilityState", { get: () => state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}
