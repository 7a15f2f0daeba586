import { describe, expect, test } from "vitest";
import {
  defaultHyperparameters,
  type Hyperparameters,
} from "../../../src/lib/run/hyperparameters.js";
import * as tf from "../../../src/lib/network/tf.js";
import { learningRateAt } from "../../../src/training/loop/optimizerSettings.js";
import { TfjsOptimizer } from "../../../src/training/tfjs/tfjsOptimizer.js";

const START = [0.5, -2, 3, 0.001];
/** The loss is ½ Σ a (w − t)², so that its gradient is a (w − t). */
const STEEPNESS = [1, 0.3, 20, 5];
const TARGETS = [1, 1, -1, 0];

/** The steps of torch.optim in float64, as its documentation writes them. */
function expectedWeights(values: Hyperparameters, steps: number): number[] {
  const { momentum, weightDecay = 0, optimizer = "sgd" } = values;
  const weights = START.slice();
  const [velocities, squares] = [START.map(() => 0), START.map(() => 0)];
  for (let t = 1; t <= steps; t++) {
    const rate = learningRateAt(values, t - 1);
    weights.forEach((weight, i) => {
      let gradient = STEEPNESS[i]! * (weight - TARGETS[i]!);
      if (optimizer === "adamw") weights[i]! -= rate * weightDecay * weight;
      else gradient += weightDecay * weight;
      if (optimizer === "sgd" || optimizer === "nesterov") {
        velocities[i] = momentum * velocities[i]! + gradient;
        const change = optimizer === "sgd" ? velocities[i] : gradient + momentum * velocities[i];
        weights[i]! -= rate * change;
        return;
      }
      velocities[i] = momentum * velocities[i]! + (1 - momentum) * gradient;
      squares[i] = 0.999 * squares[i]! + 0.001 * gradient ** 2;
      const first = velocities[i] / (1 - momentum ** t);
      const second = squares[i] / (1 - 0.999 ** t);
      weights[i]! -= (rate * first) / (Math.sqrt(second) + 1e-8);
    });
  }
  return weights;
}

function networkAt(start: readonly number[]): tf.Sequential {
  const layer = tf.layers.dense({ name: "fc", inputShape: [4], units: 1, useBias: false });
  const network = tf.sequential({ layers: [layer] });
  layer.setWeights([tf.tensor(start.slice(), [4, 1])]);
  return network;
}

function lossOf(network: tf.Sequential): () => tf.Scalar {
  const [steepness, targets] = [tf.tensor(STEEPNESS, [4, 1]), tf.tensor(TARGETS, [4, 1])];
  return () => {
    const distance = tf.sub(network.trainableWeights[0]!.read(), targets);
    return tf.mul(0.5, tf.sum(tf.mul(steepness, tf.square(distance))));
  };
}

const kinds = ["sgd", "nesterov", "adam", "adamw"] as const;
const recipes = kinds.flatMap((optimizer) =>
  [0, 0.1].map((weightDecay) => ({ optimizer, weightDecay })),
);
const rates = { sgd: 0.02, nesterov: 0.02, adam: 0.3, adamw: 0.3 };

describe("moves the weights as torch.optim does", () => {
  test.each(recipes)("$optimizer, weight decay $weightDecay", ({ optimizer, weightDecay }) => {
    for (const schedule of ["constant", "cosine", "one-cycle"] as const) {
      const values: Hyperparameters = {
        ...defaultHyperparameters,
        epochs: 2,
        batchSize: 1,
        trainImages: 15,
        learningRate: rates[optimizer],
        optimizer,
        weightDecay,
        schedule,
      };
      const network = networkAt(START);
      const optimizerOfTfjs = new TfjsOptimizer(network, values, { velocities: [] });
      const losses = Array.from({ length: 30 }, (_, batch) =>
        tf.tidy(() => optimizerOfTfjs.minimize(lossOf(network), batch).dataSync()[0]!),
      );
      expect(losses[0]).toBeCloseTo(STEEPNESS.reduce(startingLoss, 0), 4);
      const found = network.getWeights()[0]!.dataSync();
      expectedWeights(values, 30).forEach((weight, i) => {
        expect(Math.abs(found[i]! - weight)).toBeLessThan(2e-5 * Math.max(1, Math.abs(weight)));
      });
    }
  });

  function startingLoss(sum: number, steepness: number, i: number): number {
    return sum + 0.5 * steepness * (START[i]! - TARGETS[i]!) ** 2;
  }
});

test("keeps a weight's constraint", () => {
  const kernelConstraint = tf.constraints.maxNorm({ maxValue: 1, axis: 0 });
  const layer = tf.layers.dense({ inputShape: [4], units: 1, useBias: false, kernelConstraint });
  const network = tf.sequential({ layers: [layer] });
  layer.setWeights([tf.tensor([-0.6, 0, -0.8, 0], [4, 1])]);
  const values = { ...defaultHyperparameters, learningRate: 0.1 };
  const optimizer = new TfjsOptimizer(network, values, { velocities: [] });
  tf.tidy(() => optimizer.minimize(lossOf(network), 0));
  const moved = [-0.44, 0.03, -1.2, 0]; // longer than the constraint allows
  const found = network.getWeights()[0]!.dataSync();
  moved.forEach((weight, i) => {
    expect(found[i]).toBeCloseTo(weight / Math.hypot(...moved), 4);
  });
});

test("gives its state under the weights' names, and takes no other state", async () => {
  const network = networkAt(START);
  const values: Hyperparameters = { ...defaultHyperparameters, optimizer: "adam" };
  const optimizer = new TfjsOptimizer(network, values, { velocities: [] });
  tf.tidy(() => optimizer.minimize(lossOf(network), 0));
  const { velocities, squares } = await optimizer.readState();
  expect(velocities).toHaveLength(1);
  expect(velocities[0]).toMatchObject({ name: "fc/kernel", shape: [4, 1] });
  const gradients = START.map((weight, i) => STEEPNESS[i]! * (weight - TARGETS[i]!));
  gradients.forEach((gradient, i) => {
    expect(velocities[0]!.values[i]).toBeCloseTo(0.1 * gradient, 4);
    // 1 − β₂ in float32, as the engine has it, is 1.3e-5 of itself away.
    expect(squares![0]!.values[i]! / (0.001 * gradient ** 2)).toBeCloseTo(1, 4);
  });
  const wrong = [{ ...velocities[0]!, shape: [2, 2] }];
  expect(() => new TfjsOptimizer(network, values, { velocities: wrong })).toThrow(
    "optimizer's state of fc/kernel [4,1] expected, [2,2] found",
  );
});

test("keeps no tensor but its own, and frees those", () => {
  const network = networkAt(START);
  const before = tf.memory().numTensors;
  const optimizer = new TfjsOptimizer(network, defaultHyperparameters, { velocities: [] });
  const kept = tf.memory().numTensors;
  for (let batch = 0; batch < 3; batch++) {
    tf.tidy(() => optimizer.minimize(lossOf(network), batch).dataSync());
  }
  expect(tf.memory().numTensors).toBe(kept);
  optimizer.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
