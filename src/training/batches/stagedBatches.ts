// Gathers the next batch while the engine is busy with the present one: its images lie scattered over the
// training set, and while one thread fetches them the others need not wait.
import type { BatchPixels } from "./batches.js";

export interface StagedBatches {
  /** Puts a batch where the engine reads it; returns how many images it has. */
  put(batch: number): number;
  /** Makes a batch ready to be put, beside the one in use. */
  prepare(batch: number): void;
}

/** @param target where the engine reads */
export function stagedBatches(
  fill: (batch: number, into: BatchPixels) => number,
  target: BatchPixels,
): StagedBatches {
  const stage: BatchPixels = {
    pixels: new Uint8Array(target.pixels.length),
    labels: new Int32Array(target.labels.length),
  };
  let ready: { batch: number; size: number } | undefined;

  return {
    prepare(batch) {
      ready = { batch, size: fill(batch, stage) };
    },
    put(batch) {
      const size = ready?.batch === batch ? ready.size : fill(batch, stage);
      ready = undefined;
      target.pixels.set(stage.pixels);
      target.labels.set(stage.labels);
      return size;
    },
  };
}
