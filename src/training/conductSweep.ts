// Takes a sweep to its end, one run after the other, through the training worker. What is done is what
// the store holds, so that a sweep that was interrupted goes on where it stood, the run under way from
// its checkpoint, and with what the reader had deleted of it. Only one tab conducts.
import { holdAlone } from "./holdAlone.js";
import type { TrainingProgress, TrainingStart } from "./messages.js";
import type { TrainingListener, TrainingSession } from "./startTraining.js";
import { readSweeps } from "../lib/readSweeps.js";
import { isOver, type Run, totalBatches } from "../lib/run.js";
import type { RunStore } from "../lib/runStore.js";
import { expandSweep, type Sweep, sweepNetwork, sweepTopology } from "../lib/sweep.js";
import { type SweepTally, sweepTally } from "../lib/sweepResults.js";

export interface SweepProgress {
  /** Of the run under way, from 0. */
  index: number;
  status: "loading" | "running" | "paused";
  /** Of the run under way, 0–1. */
  ratio: number;
  /** Of the whole sweep; NaN while unknown. */
  secondsLeft: number;
}

export interface SweepListener {
  onProgress(progress: SweepProgress): void;
  onNotice(message: string): void;
  onEnded(sweep: Sweep, tally: SweepTally): void;
  onFailed(message: string): void;
}

export interface SweepSession {
  pause(): void;
  resume(): void;
  /** Ends the run under way where it stands, and leaves out the others. */
  cancel(): void;
  /** Ends at once, as when the page is left. */
  terminate(): void;
}

interface Context {
  store: RunStore;
  begin: (start: TrainingStart, listener: TrainingListener) => TrainingSession;
  listener: SweepListener;
}

export function conductSweep(sweep: Sweep, { store, begin, listener }: Context): SweepSession {
  const all = expandSweep(sweep);
  let session: TrainingSession | undefined;
  let wish: "go" | "cancel" | "terminate" = "go";

  async function keep(status: Sweep["status"]): Promise<void> {
    sweep.status = status;
    await store.saveSweep(sweep);
  }

  async function conduct(): Promise<void> {
    await keep("running");
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
    const planned = {
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
        { planned },
        {
          onLoading: ({ receivedBytes, totalBytes }) => {
            report({ status: "loading", ratio: receivedBytes / totalBytes, secondsLeft: NaN });
          },
          onPreparing: () => undefined,
          onInspected: () => undefined,
          onStarted: () => {
            if (wish === "cancel") session?.stop();
          },
          onProgress: (run, progress) => {
            const secondsLeft = timeLeft(progress, imagesAfter(index));
            const status = run.status === "paused" ? "paused" : "running";
            report({ status, ratio: doneRatio(run, progress), secondsLeft });
          },
          onNotice: (message) => {
            listener.onNotice(message);
          },
          onEnded: () => {
            resolve();
          },
          onFailed: (message) => {
            reject(new Error(message));
          },
        },
      );
    });
  }

  holdAlone("barrido", {
    busy: "Otra pestaña está haciendo un barrido. Cuando acabe, o si la cierras, puedes seguir aquí.",
    work: conduct,
  }).catch((error: unknown) => {
    if (wish !== "terminate") {
      listener.onFailed(error instanceof Error ? error.message : String(error));
    }
  });
  return {
    pause() {
      session?.pause();
      void keep("paused");
    },
    resume() {
      session?.resume();
      void keep("running");
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

function doneRatio({ hyperparameters }: Run, { batch }: TrainingProgress): number {
  return batch / totalBatches(hyperparameters);
}

function timeLeft({ secondsLeft, imagesPerSecond }: TrainingProgress, laterImages: number): number {
  return secondsLeft + (laterImages === 0 ? 0 : laterImages / imagesPerSecond);
}
