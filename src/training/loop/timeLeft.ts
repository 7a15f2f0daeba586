// Estimates the time that a run still needs, from the speed of its latest steps and the time that
// its evaluations took.
import { TEST_IMAGES } from "../../lib/dataset/dataset.js";
import { batchesPerEpoch, totalBatches } from "../../lib/run/run.js";
import type { Hyperparameters } from "../../lib/run/hyperparameters.js";

/** How much the newest measurement weighs against all those before. */
const NEWEST = 0.1;

export class TimeLeft {
  private secondsPerBatch = NaN;
  private secondsPerEvaluation = NaN;

  constructor(private readonly hyperparameters: Hyperparameters) {}

  recordSteps(count: number, seconds: number): void {
    const measured = seconds / count;
    this.secondsPerBatch = Number.isNaN(this.secondsPerBatch)
      ? measured
      : (1 - NEWEST) * this.secondsPerBatch + NEWEST * measured;
  }

  recordEvaluation(seconds: number): void {
    this.secondsPerEvaluation = seconds;
  }

  /** Seconds until the run ends when `batch` batches are done; NaN before the first measurement. */
  seconds(batch: number): number {
    const batches = totalBatches(this.hyperparameters) - batch;
    const epochs = Math.ceil(batches / batchesPerEpoch(this.hyperparameters));
    return batches * this.secondsPerBatch + epochs * this.evaluationSeconds();
  }

  /** As measured; before the first, from what a step takes, of which the way forward is about a third. */
  private evaluationSeconds(): number {
    if (!Number.isNaN(this.secondsPerEvaluation)) return this.secondsPerEvaluation;
    const { batchSize, validationImages = 0 } = this.hyperparameters;
    return (((validationImages || TEST_IMAGES) / batchSize) * this.secondsPerBatch) / 3;
  }

  get imagesPerSecond(): number {
    return this.hyperparameters.batchSize / this.secondsPerBatch;
  }
}
