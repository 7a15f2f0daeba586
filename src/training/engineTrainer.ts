// The fast trainer: the project's own engine behind the seam of training/.
import { buildProgram, type Program } from "../engine/program.js";
import { planNetwork } from "../engine/networkPlan.js";
import { readParameters, writeParameters } from "../engine/weightLayout.js";
import { PIXELS, type ImageSet } from "../lib/dataset.js";
import type { Evaluation } from "../lib/metrics.js";
import { epochOrder } from "./batches.js";
import { batchesPerEpoch } from "../lib/run.js";
import type { Trainer, TrainerRequest } from "./trainer.js";

/** Rejects with an UnsupportedNetworkError, in Spanish, if the engine does not know a layer. */
export async function createEngineTrainer(request: TrainerRequest): Promise<Trainer> {
  const { topology, hyperparameters, train, state } = request;
  const { batchSize, seed, trainImages, learningRate, momentum } = hyperparameters;
  const program = await buildProgram(planNetwork(topology), batchSize);
  const { places, memory } = program;
  new Float32Array(memory.buffer).set([learningRate, momentum], places.settings / 4);
  writeParameters(memory, places, { kind: "values", weights: state.weights });
  if (state.velocities.length > 0) {
    writeParameters(memory, places, { kind: "velocities", weights: state.velocities });
  }
  program.weightsChanged();

  const perEpoch = batchesPerEpoch(hyperparameters);
  let orderEpoch = -1;
  let order = new Uint32Array();
  function step(batch: number): number {
    const epoch = Math.floor(batch / perEpoch);
    if (epoch !== orderEpoch) {
      order = epochOrder(seed, epoch, trainImages) as Uint32Array<ArrayBuffer>;
      orderEpoch = epoch;
    }
    const start = (batch % perEpoch) * batchSize;
    const indices = order.subarray(start, start + batchSize);
    place(program, train, indices);
    program.step(indices.length, seed | 0, batch);
    return meanLoss(program, indices.length);
  }

  return Promise.resolve({
    engine: "motor propio (1 hilo)",
    runSteps: (from, count) =>
      Promise.resolve(Float32Array.from({ length: count }, (_, i) => step(from + i))),
    evaluate: (images) => Promise.resolve(evaluateImages(program, images)),
    readState: () =>
      Promise.resolve({
        weights: readParameters(memory, places, "values"),
        velocities: readParameters(memory, places, "velocities"),
      }),
    dispose: () => undefined, // the memory goes with the program
  });
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
  const { capacity, classes, output } = places;
  const predictions = new Uint8Array(set.count);
  const confidences = new Float32Array(set.count);
  let loss = 0;
  for (let start = 0; start < set.count; start += capacity) {
    const n = Math.min(capacity, set.count - start);
    place(
      program,
      set,
      Uint32Array.from({ length: n }, (_, i) => start + i),
    );
    program.evaluate(n);
    loss += n * meanLoss(program, n);
    for (let i = 0; i < n; i++) {
      const row = new Float32Array(
        memory.buffer,
        output.values + 4 * i * output.shape.stride,
        classes,
      );
      const best = row.indexOf(Math.max(...row));
      predictions[start + i] = best;
      confidences[start + i] = Math.exp(row[best]!);
    }
  }
  return { loss: loss / set.count, predictions, confidences };
}
