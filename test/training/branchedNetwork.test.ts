// A small residual network through all that a network goes through: both trainers, threads, instruments, files.
import { beforeAll, expect, test } from "vitest";
import { readDataset } from "../../data-loaders/readDataset.js";
import { nodeThreads } from "../../scripts/training/nodeThreads.js";
import { decodeSafetensors } from "../../src/lib/files/safetensors.js";
import { runToSafetensors } from "../../src/lib/files/runToSafetensors.js";
import { type Dataset, firstImages } from "../../src/lib/dataset/dataset.js";
import { defaultHyperparameters } from "../../src/lib/run/hyperparameters.js";
import { weightsSha256 } from "../../src/lib/run/weightsSha256.js";
import { networkTopology } from "../../src/lib/network/networkTopology.js";
import * as tf from "../../src/lib/network/tf.js";
import { createEngineTrainer } from "../../src/training/engine/engineTrainer.js";
import { layerProgram } from "../../src/training/engine/layerProgram.js";
import { scoreGradients } from "../../src/training/inside/scoreGradients.js";
import { tfjsGradients } from "../../src/training/inside/tfjsGradients.js";
import { createTfjsTrainer } from "../../src/training/tfjs/tfjsTrainer.js";
import { newRun } from "../../src/training/worker/newRun.js";

const hyperparameters = { ...defaultHyperparameters, batchSize: 10, trainImages: 1000 };
let dataset: Dataset;
beforeAll(async () => {
  dataset = await readDataset();
});

function residualTopology(): string {
  const image = tf.input({ shape: [28, 28, 1] });
  const through = (layer: tf.layers.Layer, ...read: tf.SymbolicTensor[]) =>
    layer.apply(read.length > 1 ? read : read[0]!) as tf.SymbolicTensor;
  const conv = (name: string, strides = 1) =>
    tf.layers.conv2d({ name, filters: 4, kernelSize: 3, strides, padding: "same", useBias: false });
  const first = through(conv("conv1", 2), image);
  const way = through(
    tf.layers.batchNormalization({ name: "norm" }),
    through(conv("conv2"), first),
  );
  const dropped = through(tf.layers.dropout({ rate: 0.3 }), way);
  const sum = through(tf.layers.add({ name: "suma" }), dropped, first);
  const pooled = through(tf.layers.globalAveragePooling2d({}), through(tf.layers.reLU(), sum));
  const outputs = through(tf.layers.dense({ name: "fc", units: 10 }), pooled);
  const network = tf.model({ inputs: image, outputs });
  const topology = networkTopology(network);
  network.dispose();
  return topology;
}

async function start() {
  const run = await newRun(hyperparameters, residualTopology());
  const { topology, checkpoint: state } = run;
  return { run, request: { topology, hyperparameters, train: dataset.train, state } };
}

test("the engine trains it as tfjs does", async () => {
  const { request } = await start();
  const trainers = [await createEngineTrainer(request), await createTfjsTrainer(request)];
  const [engine, tfjs] = await Promise.all(trainers.map((trainer) => trainer.runSteps(0, 4)));
  engine!.forEach((loss, i) => {
    expect(loss).toBeCloseTo(tfjs![i]!, 4);
  });
  for (const trainer of trainers) trainer.dispose();
});

test("any number of threads gives the same bits", async () => {
  const { request } = await start();
  const hashes: string[] = [];
  for (const threads of [1, 2, 3, 4]) {
    const trainer = await createEngineTrainer(request, nodeThreads(threads));
    await trainer.runSteps(0, 10);
    hashes.push(await weightsSha256((await trainer.readState()).weights));
    trainer.dispose();
  }
  expect(new Set(hashes).size).toBe(1);
});

test("one looks inside: what the sum gives, and the gradients of a score", async () => {
  const { request } = await start();
  const { topology, state } = request;
  const images = firstImages(dataset.test, 2);
  const program = await layerProgram(topology, "suma");
  program.setWeights(state.weights);
  const trainer = await createTfjsTrainer(request);
  const [found, expected] = [
    await program.activations(images),
    await trainer.activations(images, "suma"),
  ];
  trainer.dispose();
  expect(found.shape).toEqual([2, 14, 14, 4]);
  found.values.forEach((value, i) => {
    expect(value).toBeCloseTo(expected.values[i]!, 5);
  });
  const pixels = images.images.subarray(0, 784);
  const options = { classIndex: 3, layerNames: ["conv1", "suma"] };
  const network = { topology, weights: state.weights };
  const [own, theirs] = [
    await scoreGradients(network, pixels, options),
    await tfjsGradients(network, pixels, options),
  ];
  own.forEach(({ gradient }, place) => {
    gradient.forEach((value, i) => {
      expect(value).toBeCloseTo(theirs[place]!.gradient[i]!, 6);
    });
  });
});

test("its file has PyTorch's names", async () => {
  const { run } = await start();
  const { tensors } = decodeSafetensors(await runToSafetensors(run));
  expect(Object.keys(tensors)).toEqual([
    "conv1.weight",
    "conv2.weight",
    "norm.weight",
    "norm.bias",
    "norm.running_mean",
    "norm.running_var",
    "fc.weight",
    "fc.bias",
  ]);
});
