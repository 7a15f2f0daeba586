// The page's side of training: starts the worker, hands on what the reader wants, and keeps the run's
// history up to date from what the worker tells.
import type { Backend } from "../tfjs/chooseBackend.js";
import type { Advance, ResumeOptions } from "../loop/control.js";
import type { StepInspection } from "../loop/inspectStep.js";
import type { Reply, Request, TrainingProgress, TrainingStart } from "../worker/messages.js";
import type { DatasetFiles } from "../../lib/dataset/packedFiles.js";
import type { Run } from "../../lib/run/run.js";

export interface TrainingListener {
  onLoading(received: { receivedBytes: number; totalBytes: number }): void;
  onPreparing(): void;
  onStarted(run: Run): void;
  /** The run's history already holds what is new. */
  onProgress(run: Run, progress: TrainingProgress): void;
  /** After a step that was asked for by itself. */
  onInspected(inspection: StepInspection): void;
  onEnded(run: Run): void;
  onNotice(message: string): void;
  onFailed(message: string, retry: boolean): void;
}

export interface TrainingSession {
  pause(): void;
  resume(options?: ResumeOptions): void;
  /** Ends the run where it stands, saved and evaluated. */
  stop(): void;
  /** Ends the worker at once; what was saved stays. */
  terminate(): void;
}

/** The worker of a run that has ended: it has the data in memory, and the next run takes it over. */
let idleWorker: Worker | undefined;

function takeWorker(): Worker {
  const worker = idleWorker ?? createTrainingWorker();
  idleWorker = undefined;
  return worker;
}

export function startTraining(
  start: TrainingStart,
  {
    files,
    listener,
    backend,
    threads,
    advance,
  }: {
    files: DatasetFiles;
    listener: TrainingListener;
    backend?: Backend | undefined;
    threads?: number | undefined;
    advance?: Advance | undefined;
  },
): TrainingSession {
  const worker = takeWorker();
  let isOver = false;
  const end = (next: "keep" | "terminate") => {
    isOver = true;
    if (next === "keep") idleWorker = worker;
    else worker.terminate();
  };
  const send = (request: Request) => {
    worker.postMessage(request);
  };
  let run: Run | undefined;
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    switch (data.type) {
      case "loading":
        listener.onLoading(data);
        break;
      case "preparing":
        listener.onPreparing();
        break;
      case "started":
        run = data.run;
        listener.onStarted(run);
        break;
      case "progress":
        if (run) listener.onProgress(applyProgress(run, data.progress), data.progress);
        break;
      case "inspected":
        listener.onInspected(data.inspection);
        break;
      case "ended":
        end("keep");
        listener.onEnded(data.run);
        break;
      case "notice":
        listener.onNotice(data.message);
        break;
      case "failed":
        end("terminate");
        listener.onFailed(data.message, data.retry);
        break;
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end("terminate");
    listener.onFailed(`El entrenamiento se ha interrumpido: ${event.message}`, true);
  };
  send({ type: "train", files, start, backend, threads, advance });
  return {
    pause: () => {
      send({ type: "pause" });
    },
    resume: (options) => {
      send({ type: "resume", ...options });
    },
    stop: () => {
      send({ type: "stop" });
    },
    terminate: () => {
      if (!isOver) end("terminate");
    },
  };
}

/** A worker that waits for its first request. */
export function createTrainingWorker(): Worker {
  return new Worker(import.meta.resolve("../worker/worker.js"), { type: "module" });
}

function applyProgress(run: Run, { newHistory, status, engine }: TrainingProgress): Run {
  run.status = status;
  run.engine = engine;
  run.history.curve.push(...newHistory.curve);
  run.history.thousands.push(...newHistory.thousands);
  run.history.epochs.push(...newHistory.epochs);
  if (newHistory.rateChanges) run.history.rateChanges = newHistory.rateChanges;
  return run;
}
