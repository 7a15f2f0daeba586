// What a run's training took, the same wherever it is told.
import type { EpochResult } from "./run.js";

/**
 * Seconds of training, without loading and evaluating.
 * @param unfinished of the epoch under way; left out: none
 */
export function runSeconds(epochs: readonly EpochResult[], unfinished = 0): number {
  return epochs.reduce((sum, { seconds }) => sum + seconds, unfinished);
}
