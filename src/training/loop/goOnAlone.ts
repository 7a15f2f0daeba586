// A run that loses a thread of the engine goes on with one, from its last save: the same bits, later.
import { rewindToCheckpoint } from "./rewind.js";
import type { Run } from "../../lib/run/run.js";
import { InternalError } from "../../lib/errors/internalError.js";

/** A thread of the engine has died or does not answer; the weights are lost since the last save. */
export class ThreadLostError extends InternalError {
  override name = "ThreadLostError";
}

/**
 * Takes the run to its end.
 * @param train from its checkpoint, with the threads that are wanted or with so many
 * @param onLost is told before it begins again from the last save
 */
export async function goOnAlone(
  run: Run,
  train: (threads?: number) => Promise<void>,
  onLost: () => void,
): Promise<void> {
  try {
    await train();
  } catch (error) {
    if (!(error instanceof ThreadLostError)) throw error;
    onLost();
    rewindToCheckpoint(run);
    await train(1);
  }
}
