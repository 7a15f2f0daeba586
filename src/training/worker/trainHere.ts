// Trains a run in this worker: loads the data, takes the run to its end, keeps it in the store, and tells
// the page how it goes.
import { trainerFor } from "./createTrainer.js";
import { holdAlone } from "./holdAlone.js";
import { goingOnAloneMessage } from "./lostWorker.js";
import type { Notice, Reply, Request } from "./messages.js";
import { ProgressReporter } from "./progressReporter.js";
import { beginRun, runToTrain } from "./runToTrain.js";
import { countEpoch } from "../batches/epochExamples.js";
import { browserThreads } from "../engine/browserThreads.js";
import type { TrainingControl } from "../loop/control.js";
import { goOnAlone } from "../loop/goOnAlone.js";
import type { CreateTrainer } from "../loop/trainer.js";
import { trainRun } from "../loop/trainRun.js";
import { loadBrowserBackend } from "../tfjs/loadBrowserBackend.js";
import { type Dataset, firstImages, loadDataset } from "../../lib/dataset/dataset.js";
import type { DatasetFiles } from "../../lib/dataset/packedFiles.js";
import type { Run } from "../../lib/run/run.js";
import { describeEvictions } from "../../lib/store/describeEvictions.js";
import { runLock } from "../../lib/store/heldRuns.js";
import { openRunStore, type RunStore, StorageError } from "../../lib/store/runStore.js";

export type TrainRequest = Extract<Request, { type: "train" }>;

interface Page {
  control: TrainingControl;
  post: (reply: Reply) => void;
}

/** The data of the latest run: the next one in this worker begins at once. */
let latestData: Dataset | undefined;

/** Rejects, in Spanish, if it cannot begin or go on; else the page has been told how it ended. */
export async function trainHere(request: TrainRequest, page: Page): Promise<void> {
  const { start } = request;
  const store = openRunStore();
  const train = (run: Run) => trainHeld(run, request, { ...page, store });
  if (start.from === "configuration") {
    const run = await beginRun(start);
    await hold(run.id, () => train(run));
  } else {
    const id = start.from === "plan" ? start.plan.id : start.runId;
    await hold(id, async () => train(await runToTrain(start, store)));
  }
}

function hold(runId: string, work: () => Promise<void>): Promise<void> {
  const busy = "Este entrenamiento está en marcha en otra pestaña.";
  return holdAlone(runLock(runId), { busy, work });
}

type Context = Page & { store: RunStore };

async function trainHeld(
  run: Run,
  { files, backend, threads }: TrainRequest,
  context: Context,
): Promise<void> {
  const { post } = context;
  const dataset = await dataFor(run, files, post);
  countEpoch(dataset.train, run.hyperparameters); // the page is told with the run how long it is
  post({ type: "preparing" });
  const told: string[] = []; // which trainer is taken may have two reasons
  const onFallback = (message: string) => {
    told.push(message);
    post({ type: "notice", notice: { about: "engine", message: told.join(" ") } });
  };
  const train = (count = threads) => {
    const choice = { loadBackend: loadBrowserBackend, backend, threads: browserThreads(count) };
    const createTrainer = trainerFor({ ...choice, onFallback });
    return trainFromCheckpoint(run, { ...context, dataset, createTrainer });
  };
  await goOnAlone(run, train, () => {
    post({ type: "notice", notice: { about: "thread", message: goingOnAloneMessage } });
  });
  post({ type: "ended", run });
}

async function dataFor(
  { hyperparameters }: Run,
  files: DatasetFiles,
  post: Page["post"],
): Promise<Dataset> {
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
  context: Context & { dataset: Dataset; createTrainer: CreateTrainer },
): Promise<void> {
  const { store, post, ...computed } = context;
  post({ type: "started", run });
  const reporter = new ProgressReporter(run, post);
  const save = saver(store, (notice) => {
    post({ type: "notice", notice });
  });
  await trainRun(run, {
    ...computed,
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
        reporter.onSave(await save(run));
      },
    },
  });
}

/** Saves a run; returns whether it could. If not, the page is told so, and told again when it can. */
function saver(store: RunStore, tell: (notice: Notice) => void): (run: Run) => Promise<boolean> {
  let hasFailed = false;
  return async (run) => {
    try {
      const gone = describeEvictions(await store.save(run));
      if (gone !== undefined) tell({ about: "room", message: gone });
      if (hasFailed) tell({ about: "saving", message: undefined });
      hasFailed = false;
      return true;
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      hasFailed = true;
      tell({ about: "saving", message: error.message });
      return false;
    }
  };
}
