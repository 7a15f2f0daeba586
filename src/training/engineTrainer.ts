// The fast trainer: the project's own engine behind the seam of training/.
import { epochOrder } from "./batches.js";
import { optimizerSettings } from "./optimizerSettings.js";
import type { Trainer, TrainerRequest } from "./trainer.js";
import { settingPlaces } from "../engine/kernels/optimizer.js";
import { planNetwork } from "../engine/planNetwork.js";
import { buildProgram, type CompiledProgram, type Program } from "../engine/program.js";
import { readParameters, writeParameters } from "../engine/weightLayout.js";
import { PIXELS, type ImageSet } from "../lib/dataset.js";
import type { Evaluation } from "../lib/metrics.js";
import { batchesPerEpoch } from "../lib/run.js";

/** Another thread of a program, which waits in `help(thread)` until there is work. */
export interface HelperThread {
  terminate(): void;
}

/** Starts one; resolves when it is ready to help. */
export type StartThread = (task: CompiledProgram & { thread: number }) => Promise<HelperThread>;

export interface Threads {
  /** This one included. */
  count: number;
  start: StartThread;
}

/** A thread of the engine has died or does not answer; the weights are lost since the last save. */
export class ThreadLostError extends Error {
  override name = "ThreadLostError";
}

/** Rejects with an UnsupportedNetworkError, in Spanish, if the engine does not know a layer. */
export async function createEngineTrainer(
  request: TrainerRequest,
  threads?: Threads,
): Promise<Trainer> {
  const { topology, hyperparameters, train, state } = request;
  const { batchSize, seed, optimizer } = hyperparameters;
  const count = threads?.count ?? 1;
  const program = await buildProgram(planNetwork(topology), {
    ...{ batchSize, threads: count, optimizer: optimizer ?? "sgd" },
  });
  const { places, memory } = program;
  for (const kind of ["values", "velocities", "squares"] as const) {
    const weights = kind === "values" ? state.weights : (state[kind] ?? []);
    if (weights.length > 0) writeParameters(memory, places, { kind, weights });
  }
  const helpers = await startHelpers(program, threads);
  const guarded = guard(program, helpers);
  guarded.weightsChanged();

  const batchAt = batchIndices(request);
  const settings = new Float32Array(memory.buffer, places.settings);
  function step(batch: number): number {
    const indices = batchAt(batch);
    const values = optimizerSettings(hyperparameters, batch);
    for (const [name, value] of Object.entries(values)) {
      settings[settingPlaces[name as keyof typeof settingPlaces]] = value;
    }
    place(program, train, indices);
    guarded.step(indices.length, seed | 0, batch);
    return meanLoss(program, indices.length);
  }

  return {
    engine: `motor propio (${count} ${count === 1 ? "hilo" : "hilos"})`,
    runSteps: (from, steps) =>
      promised(() => Float32Array.from({ length: steps }, (_, i) => step(from + i))),
    evaluate: (images) => promised(() => evaluateImages({ ...program, ...guarded }, images)),
    readState: () =>
      promised(() => ({
        weights: readParameters(memory, places, "values"),
        velocities: readParameters(memory, places, "velocities"),
        ...(isAdaptive(optimizer) && { squares: readParameters(memory, places, "squares") }),
      })),
    dispose: () => {
      for (const helper of helpers) helper.terminate();
    },
  };
}

function isAdaptive(optimizer: TrainerRequest["hyperparameters"]["optimizer"]): boolean {
  return optimizer === "adam" || optimizer === "adamw";
}

async function startHelpers(
  { module, memory }: CompiledProgram,
  threads: Threads | undefined,
): Promise<HelperThread[]> {
  if (!threads) return [];
  const others = Array.from({ length: threads.count - 1 }, (_, i) => i + 1);
  return Promise.all(others.map((thread) => threads.start({ module, memory, thread })));
}

type Functions = Pick<Program, "step" | "evaluate" | "weightsChanged">;

/** The program's functions; a thread that does not come to the barrier becomes a ThreadLostError. */
function guard(program: Functions, helpers: readonly HelperThread[]): Functions {
  const guarded =
    <A extends number[]>(run: (...values: A) => void) =>
    (...values: A) => {
      try {
        run(...values);
      } catch (error) {
        for (const helper of helpers) helper.terminate();
        throw new ThreadLostError("a thread does not answer", { cause: error });
      }
    };
  return {
    step: guarded(program.step),
    evaluate: guarded(program.evaluate),
    weightsChanged: guarded(program.weightsChanged),
  };
}

function promised<T>(compute: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(compute());
  });
}

/** Gives the indices of the images of a batch of the run; keeps the order of one epoch. */
function batchIndices({ hyperparameters }: TrainerRequest): (batch: number) => Uint32Array {
  const { batchSize, seed, trainImages } = hyperparameters;
  const perEpoch = batchesPerEpoch(hyperparameters);
  let orderEpoch = -1;
  let order = new Uint32Array();
  return (batch) => {
    const epoch = Math.floor(batch / perEpoch);
    if (epoch !== orderEpoch) {
      order = epochOrder(seed, epoch, trainImages) as Uint32Array<ArrayBuffer>;
      orderEpoch = epoch;
    }
    const start = (batch % perEpoch) * batchSize;
    return order.subarray(start, start + batchSize);
  };
}

/** Puts images and labels where the program reads them. */
function place({ places, memory }: Program, set: ImageSet, indices: Uint32Array): void {
  const pixels = new Uint8Array(memory.buffer, places.pixels);
  const labels = new Int32Array(memory.buffer, places.labels, places.capacity);
  indices.forEach((index, n) => {
    pixels.set(set.images.subarray(index * PIXELS, (index + 1) * PIXELS), n * PIXELS);
    labels[n] = set.labels[index]!;
  });
}

function meanLoss({ places, memory }: Program, n: number): number {
  const losses = new Float32Array(memory.buffer, places.losses, n);
  let sum = 0;
  for (const loss of losses) sum += loss;
  return sum / n;
}

function evaluateImages(program: Program, set: ImageSet): Evaluation {
  const { places, memory } = program;
  const { capacity, output } = places;
  const { channels, stride } = output.shape;
  const predictions = new Uint8Array(set.count);
  const confidences = new Float32Array(set.count);
  let loss = 0;
  for (let start = 0; start < set.count; start += capacity) {
    const n = Math.min(capacity, set.count - start);
    const indices = Uint32Array.from({ length: n }, (_, i) => start + i);
    place(program, set, indices);
    program.evaluate(n);
    loss += n * meanLoss(program, n);
    for (let i = 0; i < n; i++) {
      const row = new Float32Array(memory.buffer, output.values + 4 * i * stride, channels);
      const best = row.indexOf(Math.max(...row));
      predictions[start + i] = best;
      confidences[start + i] = Math.exp(row[best]!);
    }
  }
  return { loss: loss / set.count, predictions, confidences };
}
