// The fast trainer: the project's own engine behind the seam of training/.
import { batchFiller } from "../batches/batches.js";
import { layerProgram } from "./layerProgram.js";
import { enginePredictions } from "./enginePredictions.js";
import { checkImages, imageShape } from "../batches/imageShape.js";
import { guard, startHelpers, type Threads } from "./helperThreads.js";
import { optimizerSettings } from "../loop/optimizerSettings.js";
import { evaluationOf } from "../loop/predictions.js";
import { programViews, writeSettings } from "./programViews.js";
import { stagedBatches } from "../batches/stagedBatches.js";
import type {
  InspectableTrainer,
  TrainerRequest,
  TrainerState,
  WeightGradient,
} from "../loop/trainer.js";
import type { NetworkPlan } from "../../engine/plan/networkPlan.js";
import { planNetwork } from "../../engine/plan/planNetwork.js";
import { buildProgram, type Program } from "../../engine/program/program.js";
import {
  readParameters,
  type WeightKind,
  writeParameters,
} from "../../engine/places/weightLayout.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";
import { inputShape, parseTopology } from "../../lib/network/topology.js";

/**
 * Rejects with an UnsupportedNetworkError, in Spanish, if the engine does not know a layer; with a
 * ReaderError, in Spanish, if the training set is not what the network takes.
 */
export async function createEngineTrainer(
  request: TrainerRequest,
  threads?: Threads,
): Promise<InspectableTrainer> {
  const { topology, hyperparameters, train } = request;
  const network = parseTopology(topology);
  const plan = planNetwork(network);
  const images = { shape: imageShape(inputShape(network)), classes: plan.output.channels };
  checkImages(train, images);
  const { program, helpers, guarded } = await startProgram(plan, request, threads);
  const { places, memory } = program;
  const views = programViews(program);
  const step = stepOf(request, { views, shape: images.shape, run: guarded.step });
  const evaluator = { places, views, evaluate: guarded.evaluate };
  const predict = async (set: ImageSet) => {
    checkImages(set, images);
    return enginePredictions(evaluator, set);
  };
  const read = (kind: WeightKind) => readParameters(memory, places, kind);
  return {
    engine: { kind: "engine", threads: threads?.count ?? 1 },
    runSteps: (from, steps) =>
      promised(() => Float32Array.from({ length: steps }, (_, i) => step(from + i))),
    predict,
    evaluate: async (set) => evaluationOf(await predict(set), set.labels),
    async activations(set, layerName) {
      checkImages(set, images);
      const looker = await layerProgram(topology, layerName);
      looker.setWeights(read("values"));
      return looker.activations(set);
    },
    gradientStep: (batch) =>
      promised(() => ({ loss: step(batch), gradients: read("gradients").map(sizeOf) })),
    readState: () => promised(() => stateOf(read, hyperparameters)),
    dispose: () => {
      for (const helper of helpers) helper.terminate();
    },
  };
}

/** The program with the state's weights, and the threads that help it. */
async function startProgram(
  plan: NetworkPlan,
  { hyperparameters, state }: TrainerRequest,
  threads: Threads | undefined,
) {
  const { batchSize, optimizer = "sgd", labelSmoothing = 0 } = hyperparameters;
  const count = threads?.count ?? 1;
  const program = await buildProgram(plan, {
    batchSize,
    threads: count,
    optimizer,
    labelSmoothing,
  });
  writeState(program, state);
  const helpers = await startHelpers(program, threads);
  const guarded = guard(program, helpers);
  guarded.weightsChanged();
  return { program, helpers, guarded };
}

/** The weights and, where the state has them, what the optimizer keeps of each. */
function writeState({ places, memory }: Program, state: TrainerRequest["state"]): void {
  for (const kind of ["values", "velocities", "squares"] as const) {
    const weights = kind === "values" ? state.weights : (state[kind] ?? []);
    if (kind === "values" || weights.length > 0) writeParameters(memory, places, { kind, weights });
  }
}

interface StepParts {
  views: ReturnType<typeof programViews>;
  /** The shape of an image. */
  shape: ReturnType<typeof imageShape>;
  run: Program["step"];
}

/** Takes the step of a batch, counted from 0, and gathers the next one meanwhile; returns its mean loss. */
function stepOf(
  { train, hyperparameters, rateChanges }: TrainerRequest,
  { views, shape, run }: StepParts,
): (batch: number) => number {
  const staged = stagedBatches(batchFiller(train, hyperparameters, shape), views);
  return (batch) => {
    const size = staged.put(batch);
    writeSettings(views.settings, optimizerSettings(hyperparameters, batch, rateChanges?.()));
    run(size, hyperparameters.seed | 0, batch, () => {
      staged.prepare(batch + 1);
    });
    return mean(views.losses, size);
  };
}

/** What the trainer holds now; only an adaptive optimizer keeps squares. */
function stateOf(
  read: (kind: WeightKind) => NamedWeight[],
  { optimizer }: TrainerRequest["hyperparameters"],
): TrainerState {
  const isAdaptive = optimizer === "adam" || optimizer === "adamw";
  return {
    weights: read("values"),
    velocities: read("velocities"),
    ...(isAdaptive && { squares: read("squares") }),
  };
}

function promised<T>(compute: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(compute());
  });
}

function sizeOf({ name, values }: NamedWeight): WeightGradient {
  return { name, norm: Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) };
}

/** The mean of the first `count` values. */
function mean(values: Float32Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  return sum / count;
}
