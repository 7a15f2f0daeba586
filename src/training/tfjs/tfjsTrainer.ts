// The trainer that computes with TensorFlow.js, on whatever backend is set.
import { batchSource } from "../batches/batches.js";
import { forwardTraining } from "./forwardTraining.js";
import { checkImages, imageShape } from "../batches/imageShape.js";
import { logarithmicOutput } from "./logarithmicOutput.js";
import { evaluationOf } from "../loop/predictions.js";
import { type OnGradients, TfjsOptimizer } from "./tfjsOptimizer.js";
import { tfjsActivations, tfjsPredictions } from "./tfjsPredictions.js";
import type { InspectableTrainer, TrainerRequest } from "../loop/trainer.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import { smoothedLoss } from "../../lib/network/loss.js";
import { readWeights, writeWeights } from "../../lib/network/namedWeights.js";
import { networkFromTopology } from "../../lib/network/networkFromTopology.js";
import * as tf from "../../lib/network/tf.js";

/** Rejects with a ReaderError, in Spanish, if the training set is not what the network takes. */
export async function createTfjsTrainer(request: TrainerRequest): Promise<InspectableTrainer> {
  const { train, hyperparameters } = request;
  const { seed } = hyperparameters;
  const { network, inputShape, expected, lossOf, logProbabilities } = await networkOf(request);
  const batchAt = batchSource(train, hyperparameters, expected.shape);
  const optimizer = optimizerOf(network, request);

  /** One batch: forward, loss, backward, and the optimizer moves the weights. Returns the loss. */
  // #region step
  function step(batch: number, onGradients?: OnGradients): tf.Scalar {
    const { images, labels } = batchAt(batch); // el lote que toca
    const x = tf.tensor(images, [labels.length, ...inputShape]);
    const y = tf.tensor1d(labels, "int32");
    const loss = () => lossOf(forwardTraining(network, x, { seed, batch }), y);
    // Deriva la pérdida y mueve los pesos
    return optimizer.minimize(loss, batch, onGradients);
  }
  // #endregion

  const predict = (images: ImageSet) => {
    checkImages(images, expected);
    return tfjsPredictions(network, images, logProbabilities);
  };
  return {
    engine: { kind: "tfjs", backend: tf.getBackend() },
    runSteps: (from, count) => runSteps(step, { from, count }),
    predict: async (images) => predict(images),
    evaluate: async (images) => evaluationOf(await predict(images), images.labels),
    async activations(images, layerName) {
      checkImages(images, expected);
      return activationsOf(network, request.topology, { images, layerName });
    },
    gradientStep: (batch) => gradientStep(step, batch),
    readState: () => stateOf(network, optimizer),
    dispose() {
      optimizer.dispose();
      network.dispose();
    },
  };
}

type Step = (batch: number, onGradients?: OnGradients) => tf.Scalar;

/** The network with the state's weights, what it takes, its loss, and its output as logarithms. */
async function networkOf({
  topology: asGiven,
  train,
  state,
  hyperparameters: { labelSmoothing = 0 },
}: TrainerRequest) {
  const { topology, logarithmic } = logarithmicOutput(asGiven);
  const network = await networkFromTopology(topology);
  writeWeights(network, state.weights);
  const inputShape = network.inputs[0]!.shape.slice(1) as number[];
  const expected = { shape: imageShape(inputShape), classes: network.outputs[0]!.shape.at(-1)! };
  checkImages(train, expected);
  const logProbabilities = (output: tf.Tensor) => (logarithmic ? output : tf.logSoftmax(output));
  const lossOf = (output: tf.Tensor, labels: tf.Tensor1D): tf.Scalar => {
    const loss = smoothedLoss(logProbabilities(output), labels, labelSmoothing);
    const penalties = network.layers.flatMap((layer) => layer.calculateLosses()); // of regularizers
    return penalties.length === 0 ? loss : tf.addN([loss, ...penalties]);
  };
  return { network, inputShape, expected, lossOf, logProbabilities };
}

function optimizerOf(
  network: tf.LayersModel,
  { hyperparameters, state, rateChanges }: TrainerRequest,
): TfjsOptimizer {
  return new TfjsOptimizer(network, hyperparameters, { ...state, rateChanges });
}

async function stateOf(
  network: tf.LayersModel,
  optimizer: TfjsOptimizer,
): ReturnType<InspectableTrainer["readState"]> {
  return { weights: await readWeights(network), ...(await optimizer.readState()) };
}

/** The losses of the steps, waited for once: to wait for each would take longer than to compute it. */
async function runSteps(
  step: Step,
  { from, count }: { from: number; count: number },
): Promise<Float32Array> {
  const losses = tf.tidy(() =>
    tf.stack(Array.from({ length: count }, (_, i) => tf.tidy(() => step(from + i)))),
  );
  const values = (await losses.data()) as Float32Array;
  losses.dispose();
  return Float32Array.from(values);
}

async function gradientStep(
  step: Step,
  batch: number,
): ReturnType<InspectableTrainer["gradientStep"]> {
  const names: string[] = [];
  const values = tf.tidy(() => {
    const norms: tf.Tensor[] = [];
    const loss = step(batch, (name, gradient) => {
      names.push(name);
      norms.push(tf.norm(gradient));
    });
    return tf.stack([loss, ...norms]);
  });
  const [loss, ...norms] = await values.data();
  values.dispose();
  return { loss: loss!, gradients: names.map((name, i) => ({ name, norm: norms[i]! })) };
}

/** The activations of the network as it was given: the trainer's own may end otherwise. */
async function activationsOf(
  network: tf.LayersModel,
  topology: TrainerRequest["topology"],
  { images, layerName }: { images: ImageSet; layerName: string },
): ReturnType<InspectableTrainer["activations"]> {
  const original = await networkFromTopology(topology);
  try {
    writeWeights(original, await readWeights(network));
    return await tfjsActivations(original, images, layerName);
  } finally {
    original.dispose();
  }
}
