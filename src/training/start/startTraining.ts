// The page's side of training: starts the worker, hands on what the reader wants, and keeps the run's
// history up to date from what the worker tells.
import type { Backend } from "../tfjs/chooseBackend.js";
import type { Advance, ResumeOptions } from "../loop/control.js";
import type { StepInspection } from "../loop/inspectStep.js";
import { type Loss, lostWorkerMessage, silentWorkerMessage } from "../worker/lostWorker.js";
import type {
  Notice,
  Reply,
  Request,
  TrainingProgress,
  TrainingStart,
} from "../worker/messages.js";
import { WatchedWorker } from "../worker/watchedWorker.js";
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
  /** Training goes on: nothing can be saved, tfjs computes, the worker does not answer. */
  onNotice(notice: Notice): void;
  /** Nothing goes on. @param retry whether trying again may help */
  onFailed(message: string, retry: boolean): void;
}

export interface TrainingSession {
  pause(): void;
  resume(options?: ResumeOptions): void;
  /** Ends the run where it stands, saved and evaluated; a worker that does not answer is given up. */
  stop(): void;
  /** Ends the worker at once; what was saved stays. */
  terminate(): void;
}

export interface TrainingOptions {
  files: DatasetFiles;
  listener: TrainingListener;
  /** A backend of tfjs; left out: the engine, or tfjs where the engine cannot. */
  backend?: Backend | undefined;
  /** The engine's threads; 0 or left out: as many as there may be. */
  threads?: number | undefined;
  /** How far before it pauses; left out: to the end. */
  advance?: Advance | undefined;
}

type TrainingWorker = WatchedWorker<Request, Reply>;

const TASK = "El entrenamiento";

/** The worker of a run that has ended: it has the data in memory, and the next run takes it over. */
let idleWorker: TrainingWorker | undefined;

/** Begins at once; the listener hears of all that happens. */
export function startTraining(
  start: TrainingStart,
  { files, listener, ...options }: TrainingOptions,
): TrainingSession {
  const worker = takeWorker();
  const state = { isOver: false, isStopping: false };
  worker.listener = workerListener(worker, listener, state);
  worker.send({ type: "train", start, files, ...options });
  return {
    pause: () => {
      worker.send({ type: "pause" });
    },
    resume: (resumed) => {
      worker.send({ type: "resume", ...resumed });
    },
    stop: () => {
      state.isStopping = true;
      if (worker.isSilent) worker.lose({ kind: "silent" });
      else worker.send({ type: "stop" });
    },
    terminate: () => {
      if (!state.isOver) worker.terminate();
    },
  };
}

/** @param state of the session: the worker's end is told in it */
function workerListener(
  worker: TrainingWorker,
  listener: TrainingListener,
  state: { isOver: boolean; isStopping: boolean },
): NonNullable<TrainingWorker["listener"]> {
  const hear = replyHandler(listener);
  return {
    onReply(reply) {
      if (reply.type === "ended") {
        state.isOver = true;
        keepIdle(worker);
      } else if (reply.type === "failed") {
        state.isOver = true;
        worker.terminate();
      }
      hear(reply);
    },
    onLost(loss: Loss) {
      state.isOver = true;
      listener.onFailed(lostWorkerMessage(TASK, loss), loss.kind !== "forbidden");
    },
    onSilence(seconds) {
      if (state.isStopping) worker.lose({ kind: "silent" });
      else listener.onNotice(silence(seconds));
    },
  };
}

/** A worker that waits for its first request; what watches it tells where the browser allows none. */
export function createTrainingWorker(): TrainingWorker {
  return new WatchedWorker(
    () => new Worker(import.meta.resolve("../worker/worker.js"), { type: "module" }),
  );
}

function takeWorker(): TrainingWorker {
  const worker = idleWorker?.isOver === false ? idleWorker : createTrainingWorker();
  idleWorker = undefined;
  return worker;
}

function keepIdle(worker: TrainingWorker): void {
  worker.listener = undefined;
  idleWorker = worker;
}

function silence(seconds: number): Notice {
  return {
    about: "silence",
    message: seconds === 0 ? undefined : silentWorkerMessage(TASK, seconds),
  };
}

/** Hands the worker's replies on to the listener, with the run that they belong to. */
function replyHandler(listener: TrainingListener): (reply: Reply) => void {
  let run: Run | undefined;
  return (reply) => {
    switch (reply.type) {
      case "loading":
        listener.onLoading(reply);
        break;
      case "preparing":
        listener.onPreparing();
        break;
      case "started":
        run = reply.run;
        listener.onStarted(run);
        break;
      case "progress":
        if (run) listener.onProgress(applyProgress(run, reply.progress), reply.progress);
        break;
      case "inspected":
        listener.onInspected(reply.inspection);
        break;
      case "ended":
        listener.onEnded(reply.run);
        break;
      case "notice":
        listener.onNotice(reply.notice);
        break;
      case "failed":
        listener.onFailed(reply.message, reply.retry);
    }
  };
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
