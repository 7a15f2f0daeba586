// The engine's trainer and tfjs's, side by side on the same request.
import { expect } from "vitest";
import { logSoftmax } from "../networks.js";
import * as tf from "../../../src/lib/network/tf.js";
import { createEngineTrainer } from "../../../src/training/engine/engineTrainer.js";
import { createTfjsTrainer } from "../../../src/training/tfjs/tfjsTrainer.js";
import type { TrainerRequest } from "../../../src/training/loop/trainer.js";

export const inputShape = [28, 28, 1];

export const smallNetwork = () => [
  tf.layers.conv2d({ inputShape, filters: 3, kernelSize: 3, strides: 2, activation: "relu" }),
  tf.layers.maxPooling2d({ poolSize: 2 }),
  tf.layers.flatten(),
  tf.layers.dropout({ rate: 0.3 }),
  tf.layers.dense({ units: 10 }),
  tf.layers.activation({ activation: logSoftmax }),
];

export async function bothTrainers(request: TrainerRequest) {
  return [await createEngineTrainer(request), await createTfjsTrainer(request)] as const;
}

/** All the steps of the first epochs, an epoch at a time. */
export async function trainBoth(request: TrainerRequest, epochs: number) {
  const [engine, tfjs] = await bothTrainers(request);
  const { trainImages, batchSize } = request.hyperparameters;
  const perEpoch = Math.ceil(trainImages / batchSize);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const found = await engine.runSteps(epoch * perEpoch, perEpoch);
    const expected = await tfjs.runSteps(epoch * perEpoch, perEpoch);
    found.forEach((loss, i) => {
      expect(Math.abs(loss - expected[i]!)).toBeLessThan(5e-5 * Math.max(1, loss));
    });
  }
  return [engine, tfjs] as const;
}
