// ConvNetJS in Chromium: plain JavaScript in float64, one example after the other, by its own trainer.
// https://cs.stanford.edu/people/karpathy/convnetjs/
import convnetjs, { type LearningLayer, type Network } from "convnetjs";
import { imageBatches } from "./imageBatches.js";
import { serveTrainer, type TrainerSetup } from "./serveTrainer.js";
import { layerList, type SimpleLayer } from "../layerList.js";
import { IMAGE_SIDE, PIXELS } from "../../src/lib/dataset/dataset.js";
import type { NamedWeight } from "../../src/lib/network/namedWeight.js";

serveTrainer((setup) => {
  const { batchSize, learningRate, momentum } = setup.hyperparameters;
  const trainer = new convnetjs.Trainer(createNet(setup), {
    method: "sgd",
    batch_size: batchSize,
    learning_rate: learningRate,
    momentum,
  });
  const batchAt = imageBatches(setup);
  const input = new convnetjs.Vol(IMAGE_SIDE, IMAGE_SIDE, 1, 0);
  function step(batch: number): number {
    const { images, labels } = batchAt(batch);
    let sum = 0;
    labels.forEach((label, n) => {
      input.w.set(images.subarray(n * PIXELS, (n + 1) * PIXELS));
      sum += trainer.train(input, label).loss;
    });
    return sum / labels.length;
  }
  return Promise.resolve({
    runSteps: (from, count) =>
      Promise.resolve(Float32Array.from({ length: count }, (_, i) => step(from + i))),
  });
});

function createNet({ topology, state }: TrainerSetup): Network {
  const layers = layerList(topology);
  const weightOf = (name: string) => state.weights.find((weight) => weight.name === name)!;
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: "input", out_sx: IMAGE_SIDE, out_sy: IMAGE_SIDE, out_depth: 1 },
    ...definitions(layers, weightOf),
  ]);
  const learning = net.layers.filter(({ layer_type: type }) => type === "conv" || type === "fc");
  const names = layers
    .filter(({ kind }) => kind === "convolution" || kind === "dense")
    .map(({ name }) => name);
  learning.forEach((layer, i) => {
    setWeights(
      layer as LearningLayer,
      weightOf(`${names[i]!}/kernel`),
      weightOf(`${names[i]!}/bias`),
    );
  });
  return net;
}

/** ConvNetJS's description; its softmax brings the last dense layer with it, its layers flatten by themselves. */
function definitions(
  layers: readonly SimpleLayer[],
  weightOf: (name: string) => NamedWeight,
): object[] {
  const units = (name: string) => weightOf(`${name}/bias`).values.length;
  const last = layers.findLast(({ kind }) => kind === "dense");
  return layers.flatMap((layer): object[] => {
    switch (layer.kind) {
      case "convolution": {
        if (layer.isPadded) break;
        const [sx] = weightOf(`${layer.name}/kernel`).shape;
        return [{ type: "conv", sx, filters: units(layer.name), stride: layer.step, pad: 0 }];
      }
      case "maxPooling":
        return [{ type: "pool", sx: layer.size, stride: layer.step }];
      case "dense":
        if (layer === last) return [{ type: "softmax", num_classes: units(layer.name) }];
        return [{ type: "fc", num_neurons: units(layer.name) }];
      case "dropout":
        return layer.rate === 0 ? [] : [{ type: "dropout", drop_prob: layer.rate }];
      case "relu":
        return [{ type: "relu" }];
      case "flatten":
      case "logSoftmax":
        return [];
      case "globalMean":
      case "sum":
      case "batchNormalization":
        break;
    }
    throw new TypeError(`${layer.name}: no such layer is in this contestant's network`);
  });
}

/** The kernel is [FH,FW,C,K] or [inputs,units]; each filter of ConvNetJS holds it without its last axis. */
function setWeights(layer: LearningLayer, kernel: NamedWeight, bias: NamedWeight): void {
  const filters = layer.filters.length;
  layer.filters.forEach(({ w }, k) => {
    for (let i = 0; i < w.length; i++) w[i] = kernel.values[i * filters + k]!;
  });
  layer.biases.w.set(bias.values);
}
