// Which run the page of training offers to go on with.
import type { Run } from "../run/run.js";
import type { RunStore } from "./runStore.js";

/** The address of the page, from another one, that offers this run. */
export function offerAddress(runId: string): string {
  return `./entrenar.html#entrenamiento=${encodeURIComponent(runId)}`;
}

/** Whether there is something left to train of it, by itself: a sweep goes on with its own. */
export function canGoOn({ status, sweepId }: Pick<Run, "status" | "sweepId">): boolean {
  return status !== "finished" && status !== "diverged" && sweepId === undefined;
}

/**
 * The run that the address asks for while it can go on, else the one saved last. Rejects if nothing can
 * be saved.
 * @param hash of the page's address
 */
export async function runToOffer(
  store: Pick<RunStore, "get" | "latest">,
  hash: string,
): Promise<Run | undefined> {
  const asks = new URLSearchParams(hash.slice(1));
  const id = asks.get("entrenamiento") ?? asks.get("corrida"); // as links of the first version have it
  const asked = id === null ? undefined : await store.get(id);
  return asked && canGoOn(asked) ? asked : store.latest();
}
