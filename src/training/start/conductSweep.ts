// Takes a sweep to its end, one run after the other, through the training worker. What is done is what
// the store holds, so that a sweep that was interrupted goes on where it stood, the run under way from
// its checkpoint, and with what the reader had deleted of it. Only one tab conducts.
import { holdAlone } from "../worker/holdAlone.js";
import type { Notice, TrainingProgress, TrainingStart } from "../worker/messages.js";
import type { TrainingListener, TrainingSession } from "./startTraining.js";
import { readSweeps } from "../../lib/store/readSweeps.js";
import { isOver, type Run, totalBatches } from "../../lib/run/run.js";
import type { RunStore } from "../../lib/store/runStore.js";
import { expandSweep, type Sweep, sweepNetwork, sweepTopology } from "../../lib/sweep/sweep.js";
import { type SweepTally, sweepTally } from "../../lib/sweep/sweepResults.js";
import { ReaderError } from "../../lib/errors/readerError.js";
import { errorMessage } from "../../lib/errors/errorMessage.js";

export interface SweepProgress {
  /** The place of the run under way, from 0. */
  index: number;
  status: "loading" | "running" | "paused";
  /** How far the run under way is, 0–1. */
  ratio: number;
  /** Until the whole sweep ends; NaN while unknown. */
  secondsLeft: number;
  /** Whether steps of it have been done since it was kept. */
  unsaved: boolean;
}

export interface SweepListener {
  onProgress(progress: SweepProgress): void;
  onNotice(notice: Notice): void;
  onEnded(sweep: Sweep, tally: SweepTally): void;
  /** @param kept whether the sweep is in the store, to go on with */
  onFailed(message: string, kept: boolean): void;
}

export interface SweepSession {
  /** At once, or between two runs at the beginning of the next one. */
  pause(): void;
  resume(): void;
  /** Ends the run under way where it stands, and leaves out the others. */
  cancel(): void;
  /** Ends at once, as when the page is left. */
  terminate(): void;
}

const BUSY =
  "Otra pestaña está haciendo un barrido. Cuando acabe, o si la cierras, puedes seguir aquí.";

interface Context {
  store: RunStore;
  begin: (start: TrainingStart, listener: TrainingListener) => TrainingSession;
  listener: SweepListener;
}

export function conductSweep(sweep: Sweep, { store, begin, listener }: Context): SweepSession {
  const all = expandSweep(sweep);
  let session: TrainingSession | undefined;
  let wish: "go" | "cancel" | "terminate" = "go";
  let isPaused = false;
  let isKept = false;

  async function keep(status: Sweep["status"]): Promise<void> {
    sweep.status = status;
    await store.saveSweep(sweep);
    isKept = true;
  }

  /** The sweep goes on even if it cannot be kept as it is now. */
  function setPaused(paused: boolean): void {
    isPaused = paused;
    keep(paused ? "paused" : "running").catch((error: unknown) => {
      listener.onNotice({ about: "saving", message: errorMessage(error) });
    });
  }

  async function conduct(): Promise<void> {
    await keep(isPaused ? "paused" : "running");
    for (const [index, id] of sweep.runIds.entries()) {
      if (wish !== "go") break;
      await store.restore(id); // trained again it would be the same, to the bit
      const kept = await store.get(id);
      if (kept && isOver(kept)) continue;
      await train(index);
    }
    if (wish === "terminate") return;
    await keep(wish === "cancel" ? "cancelled" : "finished");
    listener.onEnded(sweep, sweepTally(sweep, await readSweeps(store)));
  }

  /** Images that the runs after this one will see. */
  function imagesAfter(index: number): number {
    return all
      .slice(index + 1)
      .reduce((sum, { epochs, trainImages }) => sum + epochs * trainImages, 0);
  }

  function train(index: number): Promise<void> {
    const hyperparameters = all[index]!;
    const plan = {
      id: sweep.runIds[index]!,
      sweepId: sweep.id,
      hyperparameters,
      network: sweepNetwork(sweep),
      topology: sweepTopology(sweep, hyperparameters),
    };
    const report = (progress: Omit<SweepProgress, "index">) => {
      listener.onProgress({ index, ...progress });
    };
    return new Promise((resolve, reject) => {
      session = begin(
        { from: "plan", plan },
        {
          onLoading: ({ receivedBytes, totalBytes }) => {
            const ratio = receivedBytes / totalBytes;
            report({ status: "loading", ratio, secondsLeft: NaN, unsaved: false });
          },
          onPreparing: () => undefined,
          onInspected: () => undefined,
          onStarted: () => {
            if (wish === "cancel") session?.stop();
            else if (isPaused) session?.pause();
          },
          onProgress: (run, progress) => {
            const secondsLeft = timeLeft(progress, imagesAfter(index));
            const status = run.status === "paused" ? "paused" : "running";
            const unsaved = !progress.isKept;
            report({ status, ratio: doneRatio(run, progress), secondsLeft, unsaved });
          },
          onNotice: (notice) => {
            listener.onNotice(notice);
          },
          onEnded: () => {
            resolve();
          },
          onFailed: (message) => {
            reject(new ReaderError(message));
          },
        },
      );
    });
  }

  holdAlone("barrido", { busy: BUSY, work: conduct }).catch((error: unknown) => {
    if (wish !== "terminate") listener.onFailed(errorMessage(error), isKept);
  });
  return {
    pause() {
      session?.pause();
      setPaused(true);
    },
    resume() {
      session?.resume();
      setPaused(false);
    },
    cancel() {
      wish = "cancel";
      session?.stop();
    },
    terminate() {
      wish = "terminate";
      session?.terminate();
    },
  };
}

/** Nobody goes on with it. Rejects, in Spanish, while another tab conducts one. */
export function dismissSweep(sweep: Sweep, store: RunStore): Promise<void> {
  const work = () => store.saveSweep({ ...sweep, status: "cancelled" });
  return holdAlone("barrido", { busy: BUSY, work });
}

function doneRatio({ hyperparameters }: Run, { batch }: TrainingProgress): number {
  return batch / totalBatches(hyperparameters);
}

function timeLeft({ secondsLeft, imagesPerSecond }: TrainingProgress, laterImages: number): number {
  return secondsLeft + (laterImages === 0 ? 0 : laterImages / imagesPerSecond);
}
