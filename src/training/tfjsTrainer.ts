// The trainer that computes with TensorFlow.js, on whatever backend is set.
import { gather, batchSource } from "./batches.js";
import { forwardTraining } from "./forwardTraining.js";
import { readWeights, writeWeights } from "../lib/namedWeights.js";
import type { Trainer, TrainerRequest, TrainerState } from "./trainer.js";
import { CLASS_COUNT, IMAGE_SIDE, type ImageSet } from "../lib/dataset.js";
import { nllLoss } from "../lib/loss.js";
import type { Evaluation } from "../lib/metrics.js";
import { networkFromTopology } from "../lib/networkFromTopology.js";
import type { NamedWeight } from "../lib/run.js";
import * as tf from "../lib/tf.js";

const EVALUATION_BATCH = 500;

export async function createTfjsTrainer(request: TrainerRequest): Promise<Trainer> {
  const network = await networkFromTopology(request.topology);
  writeWeights(network, request.state.weights);
  const { learningRate, momentum, seed } = request.hyperparameters;
  const optimizer = tf.train.momentum(learningRate, momentum);
  const variables = network.trainableWeights.map((weight) => weight.read() as tf.Variable);
  await restoreVelocities(optimizer, request.state.velocities);
  const batchAt = batchSource(request.train, request.hyperparameters);

  // #region step
  /** One batch: forward, loss, backward, and the optimizer moves the weights. */
  function step(batch: number): tf.Scalar {
    const { images, labels } = batchAt(batch);
    const x = tf.tensor(images, [labels.length, IMAGE_SIDE, IMAGE_SIDE, 1]);
    const y = tf.tensor1d(labels, "int32");
    const loss = optimizer.minimize(
      () => nllLoss(forwardTraining(network, x, { seed, batch }), y),
      true,
      variables,
    );
    return loss!;
  }
  // #endregion

  return {
    engine: `tfjs (${tf.getBackend()})`,
    async runSteps(from, count) {
      const losses = tf.tidy(() =>
        tf.stack(Array.from({ length: count }, (_, i) => tf.tidy(() => step(from + i)))),
      );
      const values = (await losses.data()) as Float32Array;
      losses.dispose();
      return Float32Array.from(values);
    },
    evaluate: (images) => evaluateNetwork(network, images),
    async readState(): Promise<TrainerState> {
      return { weights: await readWeights(network), velocities: await readVelocities(optimizer) };
    },
    dispose() {
      optimizer.dispose();
      network.dispose();
    },
  };
}

/** Evaluates a network that gives log-probabilities [N,10], dropout off, a batch at a time. */
async function evaluateNetwork(network: tf.LayersModel, set: ImageSet): Promise<Evaluation> {
  const predictions = new Uint8Array(set.count);
  const confidences = new Float32Array(set.count);
  let totalLoss = 0;
  for (let start = 0; start < set.count; start += EVALUATION_BATCH) {
    const count = Math.min(EVALUATION_BATCH, set.count - start);
    const { images, labels } = gather(
      set,
      Uint32Array.from({ length: count }, (_, i) => start + i),
    );
    const output = tf.tidy(() =>
      network.predict(tf.tensor(images, [count, IMAGE_SIDE, IMAGE_SIDE, 1]), { batchSize: count }),
    ) as tf.Tensor;
    const logProbabilities = await output.data();
    output.dispose();
    for (let n = 0; n < count; n++) {
      const row = logProbabilities.subarray(n * CLASS_COUNT, (n + 1) * CLASS_COUNT);
      const best = row.indexOf(Math.max(...row));
      totalLoss -= row[labels[n]!]!;
      predictions[start + n] = best;
      confidences[start + n] = Math.exp(row[best]!);
    }
  }
  return { loss: totalLoss / set.count, predictions, confidences };
}

async function readVelocities(optimizer: tf.MomentumOptimizer): Promise<NamedWeight[]> {
  const [iterations, ...velocities] = await optimizer.getWeights();
  iterations?.tensor.dispose();
  return Promise.all(
    velocities.map(async ({ name, tensor }) => ({
      name,
      shape: tensor.shape.slice(),
      values: Float32Array.from(await tensor.data()),
    })),
  );
}

/** The optimizer keeps its velocities in the order of the weights, after a count of its steps. */
async function restoreVelocities(
  optimizer: tf.MomentumOptimizer,
  velocities: readonly NamedWeight[],
): Promise<void> {
  if (velocities.length === 0) return;
  const tensors = velocities.map(({ name, shape, values }) => ({
    name,
    tensor: tf.tensor(values, shape),
  }));
  const iterations = { name: "iter", tensor: tf.scalar(0, "int32") };
  await optimizer.setWeights([iterations, ...tensors]);
  for (const { tensor } of tensors) tensor.dispose();
  iterations.tensor.dispose();
}
