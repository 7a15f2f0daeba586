// The worker in which a page trains and evaluates: it loads the data, takes the run to its end, keeps
// it in the store, and reports. One job at a time; the page's side is startTraining and
// evaluateInWorker.
import { browserThreads } from "../engine/browserThreads.js";
import { changeRate } from "../loop/changeRate.js";
import { TrainingControl } from "../loop/control.js";
import { loadBrowserBackend } from "../tfjs/loadBrowserBackend.js";
import { holdAlone } from "./holdAlone.js";
import type { NewTraining, Reply, Request } from "./messages.js";
import { newRun } from "./newRun.js";
import { plannedRun } from "./plannedRun.js";
import { ProgressReporter } from "./progressReporter.js";
import { trainerFor } from "./createTrainer.js";
import { ThreadLostError } from "../engine/engineTrainer.js";
import { rewindToCheckpoint } from "../loop/rewind.js";
import type { CreateTrainer } from "../loop/trainer.js";
import { trainRun } from "../loop/trainRun.js";
import { type Dataset, firstImages, loadDataset } from "../../lib/dataset/dataset.js";
import type { DatasetFiles } from "../../lib/dataset/packedFiles.js";
import { DatasetError } from "../../lib/dataset/datasetError.js";
import { describeEvictions } from "../../lib/store/describeEvictions.js";
import { defaultHyperparameters } from "../../lib/run/hyperparameters.js";
import type { Run } from "../../lib/run/run.js";
import { openRunStore, type RunStore, StorageError } from "../../lib/store/runStore.js";

/** Of the job under way. */
let control = new TrainingControl();
/** The data of the latest run: the next one in this worker begins at once. */
let latestData: Dataset | undefined;

function post(reply: Reply): void {
  self.postMessage(reply);
}

function notice(message: string): void {
  post({ type: "notice", message });
}

self.onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.type === "train") void reportFailure(train(data));
  else if (data.type === "evaluate") void reportFailure(evaluate(data));
  else if (data.type === "resume") control.resume(data);
  else control[data.type]();
};

async function reportFailure(job: Promise<void>): Promise<void> {
  try {
    await job;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    post({ type: "failed", message, retry: error instanceof DatasetError });
  }
}

type TrainRequest = Extract<Request, { type: "train" }>;

async function train({ start, ...options }: TrainRequest): Promise<void> {
  control = new TrainingControl(options.advance);
  const store = openRunStore();
  const from = "hyperparameters" in start ? { run: await beginRun(start) } : start;
  await holdAlone(`corrida ${idOf(from)}`, {
    busy: "Este entrenamiento está en marcha en otra pestaña.",
    work: async () => {
      await trainHeld(await runToTrain(from, store), { ...options, store });
    },
  });
}

type HoldableStart = Exclude<TrainRequest["start"], { hyperparameters: unknown }>;

function idOf(start: HoldableStart): string {
  if ("run" in start) return start.run.id;
  return "planned" in start ? start.planned.id : start.runId;
}

async function trainHeld(
  run: Run,
  {
    store,
    files,
    backend,
    threads,
  }: Omit<TrainRequest, "type" | "start" | "advance"> & { store: RunStore },
): Promise<void> {
  const dataset = await dataFor(run, files);
  post({ type: "preparing" });
  const choice = { loadBackend: loadBrowserBackend, backend, onFallback: notice };
  const trainWith = (count: number | undefined) => {
    const createTrainer = trainerFor({ ...choice, threads: browserThreads(count) });
    return trainFromCheckpoint(run, { dataset, createTrainer, store });
  };
  try {
    await trainWith(threads);
  } catch (error) {
    if (!(error instanceof ThreadLostError)) throw error;
    notice(
      "Un hilo del motor ha dejado de responder. El entrenamiento sigue desde lo último que se guardó, con un solo hilo.",
    );
    rewindToCheckpoint(run);
    await trainWith(1);
  }
  post({ type: "ended", run });
}

async function dataFor({ hyperparameters }: Run, files: DatasetFiles): Promise<Dataset> {
  const { trainImages } = hyperparameters;
  if (!latestData || latestData.train.count < trainImages) {
    latestData = undefined; // its memory is free while the other is read
    latestData = await loadDataset(files, {
      trainImages,
      onProgress: ({ receivedBytes, totalBytes }) => {
        post({ type: "loading", receivedBytes, totalBytes });
      },
    });
  }
  const { train, test } = latestData;
  return { train: firstImages(train, trainImages), test };
}

async function trainFromCheckpoint(
  run: Run,
  context: { dataset: Dataset; createTrainer: CreateTrainer; store: RunStore },
): Promise<void> {
  const { store, ...computed } = context;
  post({ type: "started", run });
  const reporter = new ProgressReporter(run, post);
  await trainRun(run, {
    ...computed,
    control,
    handlers: {
      onSteps: (_, steps) => {
        reporter.onSteps(steps);
      },
      onInspection: (_, inspection) => {
        post({ type: "inspected", inspection });
      },
      onEpoch: (_, evaluationSeconds) => {
        reporter.onEpoch(evaluationSeconds);
      },
      onSave: async () => {
        reporter.onSave(await keep(run, store));
      },
    },
  });
}

async function beginRun(start: NewTraining): Promise<Run> {
  const { hyperparameters, topology, network, expectedFingerprint, edits = [] } = start;
  const run = await newRun(hyperparameters, topology);
  return {
    ...{ ...run, network },
    ...(expectedFingerprint !== undefined && { expectedFingerprint }),
    ...(edits.length > 0 && { edits: [...edits] }),
  };
}

/** Read with the run held: the tab that had it may have saved it last a moment ago. */
async function runToTrain(start: HoldableStart, store: RunStore): Promise<Run> {
  if ("run" in start) return start.run;
  if ("planned" in start) return plannedRun(start.planned, store);
  const run = await store.get(start.runId);
  if (!run) throw new Error("El entrenamiento que querías continuar ya no está en este navegador.");
  if (start.learningRate !== undefined) changeRate(run, run.checkpoint.batch, start.learningRate);
  return run;
}

/** Whether the run could be kept; if not, the page is told and training goes on. */
async function keep(run: Run, store: RunStore): Promise<boolean> {
  try {
    const gone = describeEvictions(await store.save(run));
    if (gone !== undefined) notice(gone);
    return true;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    notice(error.message);
    return false;
  }
}

async function evaluate(request: Extract<Request, { type: "evaluate" }>): Promise<void> {
  const { topology, weights, images } = request;
  const createTrainer = trainerFor({ loadBackend: loadBrowserBackend });
  const trainer = await createTrainer({
    topology,
    hyperparameters: defaultHyperparameters,
    train: images, // nothing is trained
    state: { weights, velocities: [] },
  });
  post({ type: "evaluated", evaluation: await trainer.evaluate(images) });
  trainer.dispose();
}
