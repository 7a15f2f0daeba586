// One run of a sweep, from its plan to its end, and how far the whole sweep is meanwhile.
import type { Notice, TrainingProgress, TrainingStart } from "../worker/messages.js";
import type { TrainingListener, TrainingSession } from "./startTraining.js";
import { ReaderError } from "../../lib/errors/readerError.js";
import { epochImages } from "../../lib/run/epochSize.js";
import { type Run, totalBatches } from "../../lib/run/run.js";
import { expandSweep, type Sweep, sweepTopology } from "../../lib/sweep/sweep.js";
import type { SweepTally } from "../../lib/sweep/sweepResults.js";

export interface SweepProgress {
  /** The place of the run under way, from 0. */
  index: number;
  status: "loading" | "running" | "paused";
  /** How far the run under way is, 0–1. */
  ratio: number;
  /** Until the whole sweep ends; NaN while unknown. */
  secondsLeft: number;
  /** Whether the browser has not saved it: nothing of it yet, or not at the last try. */
  unsaved: boolean;
}

export interface SweepListener {
  onProgress(progress: SweepProgress): void;
  onNotice(notice: Notice): void;
  onEnded(sweep: Sweep, tally: SweepTally): void;
  /** @param saved whether the sweep is in the store, to go on with */
  onFailed(message: string, saved: boolean): void;
}

export type BeginTraining = (start: TrainingStart, listener: TrainingListener) => TrainingSession;

interface SweepRun {
  session: TrainingSession;
  /** Resolves when it is over; rejects, in Spanish, if it fails. */
  ended: Promise<void>;
}

/**
 * Starts the run, or goes on with it from its checkpoint.
 * @param index its place in the sweep, from 0
 * @param options.onStarted is called when the session can be paused and stopped
 */
export function startSweepRun(
  sweep: Sweep,
  index: number,
  {
    begin,
    listener,
    onStarted,
  }: { begin: BeginTraining; listener: SweepListener; onStarted: () => void },
): SweepRun {
  const all = expandSweep(sweep);
  const configuration = all[index]!;
  const plan = {
    id: sweep.runIds[index]!,
    sweepId: sweep.id,
    ...configuration,
    topology: sweepTopology(sweep, configuration),
  };
  const told = tellProgress(index, imagesOf(all.slice(index + 1)), listener);
  let session: TrainingSession;
  const ended = new Promise<void>((resolve, reject) => {
    const onEnded = () => {
      resolve();
    };
    const onFailed = (message: string) => {
      reject(new ReaderError(message));
    };
    session = begin({ from: "plan", plan }, { ...told, onStarted, onEnded, onFailed });
  });
  return { session: session!, ended };
}

type ProgressListener = Omit<TrainingListener, "onStarted" | "onEnded" | "onFailed">;

/** @param laterImages that the runs after this one will see */
function tellProgress(
  index: number,
  laterImages: number,
  listener: SweepListener,
): ProgressListener {
  return {
    onLoading({ receivedBytes, totalBytes }) {
      const ratio = receivedBytes / totalBytes;
      listener.onProgress({ index, status: "loading", ratio, secondsLeft: NaN, unsaved: false });
    },
    onPreparing: () => undefined,
    onInspected: () => undefined,
    onProgress(run, progress) {
      listener.onProgress({
        index,
        status: run.status === "paused" ? "paused" : "running",
        ratio: doneRatio(run, progress),
        secondsLeft: timeLeft(progress, laterImages),
        unsaved: !progress.isSaved,
      });
    },
    onNotice(notice) {
      listener.onNotice(notice);
    },
  };
}

function imagesOf(runs: ReturnType<typeof expandSweep>): number {
  return runs.reduce((sum, { hyperparameters: one }) => sum + one.epochs * epochImages(one), 0);
}

function doneRatio({ hyperparameters }: Run, { batch }: TrainingProgress): number {
  return batch / totalBatches(hyperparameters);
}

function timeLeft({ secondsLeft, imagesPerSecond }: TrainingProgress, laterImages: number): number {
  return secondsLeft + (laterImages === 0 ? 0 : laterImages / imagesPerSecond);
}
