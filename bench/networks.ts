// The networks of the bench, as tf.layers topologies: the original's, and three that differ from it in
// size, in depth, and in having batch normalization.
import { createNetwork } from "../src/lib/network/network.js";
import * as tf from "../src/lib/network/tf.js";

export interface BenchNetwork {
  name: string;
  /** tf.layers' JSON. */
  topology: string;
  /** How many of the original's steps take about as long as one of this network's. */
  weight: number;
}

const inputShape = [28, 28, 1];
const { activation, batchNormalization, conv2d, dense, dropout, flatten, maxPooling2d, reLU } =
  tf.layers;

/** Log-probabilities of the ten classes from what stands before. */
function head(): tf.layers.Layer[] {
  return [
    dense({ name: "output", units: 10 }),
    activation({ name: "logSoftmax", activation: "logSoftmax" as "softmax" }),
  ];
}

/** 28×28 → 13×13×16 → 5×5×32 → 3×3×64 → 10; the convolutions 3×3, with ReLU. */
function deep(): tf.layers.Layer[] {
  return [
    conv2d({ name: "conv1", inputShape, filters: 16, kernelSize: 3, activation: "relu" }),
    maxPooling2d({ name: "pool1", poolSize: 2 }),
    conv2d({ name: "conv2", filters: 32, kernelSize: 3, activation: "relu" }),
    maxPooling2d({ name: "pool2", poolSize: 2 }),
    conv2d({ name: "conv3", filters: 64, kernelSize: 3, activation: "relu" }),
    flatten({ name: "flatten" }),
    ...head(),
  ];
}

/** 28×28 → 26×26×32 → 12×12×32 → 5×5×64 → 128 → 10, with the original's dropout. */
function wide(dropoutRate: number): tf.layers.Layer[] {
  return [
    conv2d({ name: "conv1", inputShape, filters: 32, kernelSize: 3, activation: "relu" }),
    conv2d({ name: "conv2", filters: 32, kernelSize: 3, activation: "relu" }),
    maxPooling2d({ name: "pool1", poolSize: 2 }),
    conv2d({ name: "conv3", filters: 64, kernelSize: 3, activation: "relu" }),
    maxPooling2d({ name: "pool2", poolSize: 2 }),
    flatten({ name: "flatten" }),
    dense({ name: "fc1", units: 128, activation: "relu" }),
    dropout({ name: "drop", rate: dropoutRate }),
    ...head(),
  ];
}

/** The original's, each convolution followed by batch normalization, and then ReLU and the pooling. */
function normalized(dropoutRate: number): tf.layers.Layer[] {
  return [
    conv2d({ name: "conv1", inputShape, filters: 10, kernelSize: 3 }),
    batchNormalization({ name: "norm1" }),
    reLU({ name: "relu1" }),
    maxPooling2d({ name: "pool1", poolSize: 2 }),
    conv2d({ name: "conv2", filters: 20, kernelSize: 3 }),
    batchNormalization({ name: "norm2" }),
    reLU({ name: "relu2" }),
    maxPooling2d({ name: "pool2", poolSize: 2 }),
    flatten({ name: "flatten" }),
    dense({ name: "fc1", units: 50, activation: "relu" }),
    dropout({ name: "drop", rate: dropoutRate }),
    ...head(),
  ];
}

export function originalNetwork(dropoutRate: number): BenchNetwork {
  return {
    name: "original",
    topology: topologyOf(createNetwork({ dropoutRate })),
    weight: 1,
  };
}

export function otherNetworks(dropoutRate: number): BenchNetwork[] {
  const network = (name: string, weight: number, layers: tf.layers.Layer[]) => {
    return { name, weight, topology: topologyOf(tf.sequential({ layers })) };
  };
  return [
    network("16/32/64", 2, deep()),
    network("32-32-pool-64-pool-128", 15, wide(dropoutRate)),
    network("original with batch normalization", 2, normalized(dropoutRate)),
  ];
}

function topologyOf(network: tf.Sequential): string {
  const topology = JSON.stringify(network.toJSON(null, false));
  network.dispose();
  return topology;
}
