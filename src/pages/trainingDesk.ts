// What controls a training on its page: hands the panel the worker, the store and the next run's configuration, and
// draws what the training gives. The page lays the parts out.
import { type EngineChoice, engineChoice } from "../components/recipe/engineChoice.js";
import {
  trainingPanel,
  type TrainingPanelOptions,
} from "../components/training/panel/trainingPanel.js";
import { trainingResults } from "../components/training/panel/trainingResults.js";
import { followChanges } from "../lib/browser/followChanges.js";
import type { DatasetFiles } from "../lib/dataset/packedFiles.js";
import { datasetFiles } from "../lib/dataset/datasetFiles.js";
import { encodeRunFile } from "../lib/files/runFile.js";
import type { Permalink } from "../lib/run/permalink.js";
import { referenceRun } from "../lib/store/currentRun.js";
import { openRunStore } from "../lib/store/runStore.js";
import { runToOffer } from "../lib/store/runToOffer.js";
import { configuredStart } from "../training/start/configuredStart.js";
import { startTraining } from "../training/start/startTraining.js";
import type { RecipeDesk } from "./recipeDesk.js";

export interface TrainingDeskOptions {
  /** What the next run is made from: asked for when it begins, sound or not. */
  recipe: RecipeDesk;
  /** The link that opened the page: what it promises goes with a run that is still its own. */
  link: Permalink;
  /** The invalidation of the cell that holds it: a training under way ends then, from its last save on to be resumed. */
  invalidation: Promise<unknown>;
}

export interface TrainingDesk {
  /** The buttons, and how it goes. */
  panel: HTMLElement;
  /** The choice of who computes. */
  engine: HTMLElement;
  /** The figures and the curve, as they change. */
  live: HTMLElement;
  /** Their numbers, thousand by thousand and epoch by epoch. */
  tables: HTMLElement;
}

export async function trainingDesk(options: TrainingDeskOptions): Promise<TrainingDesk> {
  const { recipe, link, invalidation } = options;
  const store = openRunStore();
  const [files, reference] = await Promise.all([datasetFiles(), referenceRun()]);
  const engine = engineChoice();
  const results = trainingResults(reference);
  const panel = trainingPanel({
    begin: beginWith({ files, engine, invalidation }),
    configuration: () => configuredStart(recipe.form.value, link),
    runToOffer: () => runToOffer(store, location.hash),
    exported: (run) => encodeRunFile([{ run, epochs: [], pinned: false }]),
    record: (id) => store.record(id),
    restore: (id) => store.restore(id),
    show: (run) => {
      results.show(run);
    },
  });
  const follow = followChanges(
    (listener) => store.onChange(listener),
    () => panel.update(),
  );
  void invalidation.then(follow);
  return { panel, engine, live: results.live, tables: results.tables };
}

/** Starts a training in the worker, with the engine that is chosen when it begins. */
function beginWith({
  files,
  engine,
  invalidation,
}: {
  files: DatasetFiles;
  engine: EngineChoice;
  invalidation: Promise<unknown>;
}): TrainingPanelOptions["begin"] {
  return (start, listener, advance) => {
    const session = startTraining(start, { files, listener, advance, ...engine.value });
    void invalidation.then(() => {
      session.terminate();
    });
    return session;
  };
}
