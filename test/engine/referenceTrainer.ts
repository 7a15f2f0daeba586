// The reference trainer: the readable float64 reference of the engine behind the seam of training/. It
// is frozen like the reference, and slow: tests compare the engine with it, nobody trains with it.
import { batchSource, dropoutMask, scaled } from "../../src/training/batches/batches.js";
import { imageShape } from "../../src/training/batches/imageShape.js";
import { evaluationOf } from "../../src/training/loop/predictions.js";
import type { Trainer, TrainerRequest, TrainerState } from "../../src/training/loop/trainer.js";
import { adam } from "../../src/engine/reference/adam.js";
import type { Mask } from "../../src/engine/reference/layerPass.js";
import { inputShape, parseTopology } from "../../src/lib/network/topology.js";
import { ReferenceNetwork } from "../../src/engine/reference/referenceNetwork.js";
import { scheduledRate } from "../../src/engine/reference/schedule.js";
import { sgd } from "../../src/engine/reference/sgd.js";
import { nllLosses } from "../../src/engine/reference/nllLoss.js";
import { Tensor } from "../../src/engine/reference/tensor.js";
import type { ImageSet } from "../../src/lib/dataset/dataset.js";
import type { Hyperparameters } from "../../src/lib/run/hyperparameters.js";
import type { CountedEvaluation } from "../../src/lib/network/metrics.js";
import { totalBatches } from "../../src/lib/run/run.js";
import type { NamedWeight } from "../../src/lib/network/namedWeight.js";

const EVALUATION_BATCH = 100;
/** torch.optim.Adam's defaults. */
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** What the optimizer remembers, by the name of the weight. */
type Memory = Map<string, Tensor>;

export function createReferenceTrainer(request: TrainerRequest): Promise<Trainer> {
  const { topology, hyperparameters, train, state } = request;
  const { seed } = hyperparameters;
  const network = new ReferenceNetwork(topology, state.weights);
  const shape = inputShape(parseTopology(topology));
  const batchAt = batchSource(train, hyperparameters, imageShape(shape));
  const velocities = memoryOf(network, state.velocities);
  const squares = memoryOf(network, state.squares ?? []);

  function step(batch: number): number {
    const { images, labels } = batchAt(batch);
    const mask: Mask = (size, { rate, layer }) => dropoutMask(size, rate, { seed, batch, layer });
    const pass = network.trainingPass(mapsOf(images, shape), labels, mask, hyperparameters);
    for (const [name, gradient] of pass.gradients) {
      const weight = {
        values: network.weights.get(name)!.values,
        gradient: gradient.values,
        velocities: velocities.get(name)!.values,
        squares: squares.get(name)!.values,
      };
      optimize(weight, hyperparameters, batch);
    }
    for (const [name, moved] of pass.moved) network.weights.get(name)!.values.set(moved.values);
    return mean(pass.losses);
  }

  return Promise.resolve({
    engine: { kind: "engine", threads: 1 },
    runSteps: (from, count) =>
      Promise.resolve(Float32Array.from({ length: count }, (_, i) => step(from + i))),
    evaluate: (images) => Promise.resolve(evaluate(network, images, shape)),
    readState: (): Promise<TrainerState> =>
      Promise.resolve({
        weights: namedWeights(network.weights),
        velocities: namedWeights(velocities),
        ...(isAdaptive(hyperparameters) && { squares: namedWeights(squares) }),
      }),
    dispose: () => undefined,
  });
}

/** Moves one weight. */
function optimize(
  weight: Parameters<typeof sgd>[0] & Parameters<typeof adam>[0],
  values: Hyperparameters,
  batch: number,
): void {
  const { momentum, weightDecay = 0, optimizer = "sgd", schedule = "constant" } = values;
  const done = batch / Math.max(1, totalBatches(values) - 1);
  const learningRate = scheduledRate(values.learningRate, schedule, done);
  if (isAdaptive(values)) {
    const decoupled = optimizer === "adamw";
    const betas = { beta1: momentum, beta2: BETA2, epsilon: EPSILON };
    adam(weight, { learningRate, ...betas, weightDecay, decoupled }, batch + 1);
  } else {
    const nesterov = optimizer === "nesterov";
    sgd(weight, { learningRate, momentum, weightDecay, nesterov });
  }
}

function isAdaptive({ optimizer }: Hyperparameters): boolean {
  return optimizer === "adam" || optimizer === "adamw";
}

/** Zeros for each weight that learns, or what a saved state remembers. */
function memoryOf(network: ReferenceNetwork, saved: readonly NamedWeight[]): Memory {
  const learning = [...network.weights].filter(([name]) => !/\/moving_(mean|variance)$/.test(name));
  return new Map(
    learning.map(([name, { shape }], i) => {
      const values = saved[i]?.values;
      return [name, new Tensor(shape, values && Float64Array.from(values))];
    }),
  );
}

function evaluate(
  network: ReferenceNetwork,
  set: ImageSet,
  shape: readonly number[],
): CountedEvaluation {
  const pixels = set.images.length / set.count;
  const [logProbabilities, losses]: [number[], number[]] = [[], []];
  for (let start = 0; start < set.count; start += EVALUATION_BATCH) {
    const end = Math.min(start + EVALUATION_BATCH, set.count);
    const images = scaled(set.images.subarray(start * pixels, end * pixels));
    const output = network.predict(mapsOf(images, shape));
    logProbabilities.push(...output.values);
    losses.push(...nllLosses(output, set.labels.subarray(start, end)));
  }
  const predictions = {
    logProbabilities: Float32Array.from(logProbabilities),
    losses: Float32Array.from(losses),
  };
  return evaluationOf(predictions, set.labels);
}

function mapsOf(images: Float32Array, shape: readonly number[]): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return new Tensor([images.length / size, ...shape], Float64Array.from(images));
}

function namedWeights(tensors: ReadonlyMap<string, Tensor>): NamedWeight[] {
  return [...tensors].map(([name, { shape, values }]) => ({
    name,
    shape: [...shape],
    values: Float32Array.from(values),
  }));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
