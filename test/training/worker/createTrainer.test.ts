import { beforeAll, describe, expect, test } from "vitest";
import { trainerWithNotices } from "./trainerWithNotices.js";
import { end, inputShape, regularizer, unknown } from "./unknownLayers.js";
import { firstImages, logSoftmax, relativeDifference, requestFor } from "../networks.js";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import { networkJson } from "../../../src/lib/network/networkJson.js";
import * as tf from "../../../src/lib/network/tf.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { newRun } from "../../../src/training/worker/newRun.js";

const { conv2d, dense, flatten } = tf.layers;

let train: ImageSet;
beforeAll(async () => {
  train = await firstImages(12);
});

describe("what the engine does not know", () => {
  test.each(unknown)("%s: the reader is told, and tfjs trains it", async (_, reason, layers) => {
    const request = await requestFor(layers(), { train, learningRate: 0.01 });
    const { trainer, notices } = await trainerWithNotices(request);
    expect(notices[0]).toContain(`El motor rápido no calcula ${reason}.`);
    expect(notices[0]).toContain("Se entrena con TensorFlow.js");
    expect(trainer.engine).toMatchObject({ kind: "tfjs" });

    const before = (await trainer.evaluate(train)).loss;
    for (let epoch = 0; epoch < 8; epoch++) {
      const losses = await trainer.runSteps(2 * epoch, 2);
      expect(losses.every(Number.isFinite)).toBe(true);
    }
    const { weights } = await trainer.readState();
    expect((await trainer.evaluate(train)).loss).toBeLessThan(before);
    weights.forEach((weight, i) => {
      const start = request.state.weights[i]!;
      expect(weight.name).toBe(start.name);
      expect(weight.values, weight.name).not.toEqual(start.values);
    });
    trainer.dispose();
  });

  test("batches that need more memory than the engine can have: the reader is told", async () => {
    const same = { filters: 64, kernelSize: 3, padding: "same" } as const;
    const layers = [conv2d({ ...same, inputShape }), conv2d(same), ...end()];
    const request = await requestFor(layers, { train, batchSize: 10_000 });
    const { trainer, notices } = await trainerWithNotices(request);
    expect(trainer.engine.kind).toBe("tfjs");
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/lotes de 10000 imágenes, que necesita \d+ GB de memoria/);
  });

  test("a network of two outputs is refused by all, with the reason", async () => {
    const input = tf.input({ shape: inputShape });
    const [left, right] = [flatten().apply(input), flatten().apply(input)];
    const model = tf.model({ inputs: input, outputs: [left, right] as tf.SymbolicTensor[] });
    const topology = JSON.stringify(networkJson(model));
    const message = "La red ha de tener una entrada y una salida, y esta tiene 1 y 2.";
    await expect(newRun(defaultHyperparameters, topology)).rejects.toThrow(message);
    const request = { ...(await requestFor([flatten({ inputShape })], { train })), topology };
    await expect(trainerWithNotices(request)).rejects.toThrow(message);
  });

  test("a dilated convolution is refused by its name", async () => {
    const wide = { name: "ancha", inputShape, filters: 3, kernelSize: 3, dilationRate: 2 };
    const request = await requestFor([conv2d(wide), ...end()], { train });
    await expect(trainerWithNotices(request)).rejects.toThrow(
      "«ancha» es una convolución con dilatación",
    );
  });

  test("what it knows it trains, and nothing is said", async () => {
    const layers = [flatten({ inputShape }), dense({ units: 10, activation: logSoftmax })];
    const { trainer, notices } = await trainerWithNotices(await requestFor(layers, { train }));
    expect(trainer.engine).toEqual({ kind: "engine", threads: 1 });
    expect(notices).toEqual([]);
  });
});

test("regularizers pull the weights as tf.layers' own training does", async () => {
  const layers = () => [
    flatten({ inputShape }),
    dense({ name: "corta", units: 10, kernelRegularizer: regularizer, activation: logSoftmax }),
  ];
  const recipe = { train, batchSize: 12, momentum: 0, learningRate: 0.1 };
  const request = await requestFor(layers(), recipe);
  const { trainer } = await trainerWithNotices(request, "cpu");
  const [loss] = await trainer.runSteps(0, 1);
  const [kernel, bias] = request.state.weights;
  const penalty = 0.1 * kernel!.values.reduce((sum, value) => sum + value * value, 0);

  const plain = [flatten({ inputShape }), dense({ name: "corta", units: 10 })];
  const without = await requestFor(plain, recipe);
  const { trainer: free } = await trainerWithNotices(without, "cpu");
  expect(without.state.weights).toEqual([kernel, bias]);
  const [freeLoss] = await free.runSteps(0, 1);
  expect(loss! - freeLoss!).toBeCloseTo(penalty, 4);
  const pulled = (await free.readState()).weights.map(({ values, ...weight }, i) => ({
    ...weight,
    // The gradient of 0.1 w² is 0.2 w; the bias has no regularizer.
    values: i === 0 ? values.map((value, k) => value - 0.1 * 0.2 * kernel!.values[k]!) : values,
  }));
  expect(relativeDifference((await trainer.readState()).weights, pulled)).toBeLessThan(1e-5);
});

test("a network with recurrent layers can be begun in Node, where tf.layers cannot draw their weights", async () => {
  const layers = unknown[0]![2]();
  const { topology } = await requestFor(layers, { train });
  const stock = topology.replace(
    /"recurrent_initializer":\{"class_name":"\w+","config":\{[^}]*\}\}/,
    '"recurrent_initializer":{"class_name":"Orthogonal","config":{"gain":1,"seed":null}}',
  );
  expect(stock).not.toBe(topology);
  const { checkpoint } = await newRun(defaultHyperparameters, stock);
  const recurrent = checkpoint.weights.find(({ name }) => name === "cinta/recurrent_kernel")!;
  expect(recurrent.values.every((value) => value !== 0)).toBe(true);
});
