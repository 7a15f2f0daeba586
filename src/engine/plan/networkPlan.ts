// What the engine will compute: the layers of a network in the form in which the kernels are emitted.
import type { ActivationShape } from "./activationShape.js";
import { ReaderError } from "../../lib/errors/readerError.js";

export interface ConvolutionPlan {
  kind: "convolution";
  name: string;
  input: ActivationShape;
  /** After the pooling, if there is one. */
  output: ActivationShape;
  filterHeight: number;
  filterWidth: number;
  /** Input positions from one output position to the next. */
  stride: number;
  relu: boolean;
  /** Max pooling 2×2 behind it, computed together. */
  pooled: boolean;
  hasBias: boolean;
  /** What tf.layers calls the kernel: `kernel`, or `pointwise_kernel` in a separable convolution. */
  kernel: string;
  /** As tf.layers shapes it: [FH,FW,C,K], or [C,K] of a dense layer on a map. */
  kernelShape: number[];
}

/** A convolution of each channel with a filter of its own. */
export interface DepthwisePlan {
  kind: "depthwise";
  name: string;
  input: ActivationShape;
  output: ActivationShape;
  filterHeight: number;
  filterWidth: number;
  /** Input positions from one output position to the next. */
  stride: number;
  relu: boolean;
  hasBias: boolean;
}

/** Zeros around a map, for the `same` padding of a convolution. */
export interface PaddingPlan {
  kind: "padding";
  input: ActivationShape;
  output: ActivationShape;
  top: number;
  left: number;
}

export interface PoolingPlan {
  kind: "pooling";
  mode: "max" | "average";
  input: ActivationShape;
  output: ActivationShape;
  windowHeight: number;
  windowWidth: number;
  rowStride: number;
  columnStride: number;
  /** Positions of the first window that lie outside. */
  top: number;
  left: number;
}

/** A map as one row of channels; its numbers are copied only where channels have padding. */
export interface FlattenPlan {
  kind: "flatten";
  input: ActivationShape;
  output: ActivationShape;
}

export interface DensePlan {
  kind: "dense";
  name: string;
  input: ActivationShape;
  output: ActivationShape;
  relu: boolean;
  hasBias: boolean;
}

export interface BatchNormalizationPlan {
  kind: "batchNormalization";
  name: string;
  input: ActivationShape;
  output: ActivationShape;
  epsilon: number;
  /** What the moving mean and variance keep of themselves. */
  momentum: number;
  relu: boolean;
  /** Max pooling 2×2 behind it, computed together. */
  pooled: boolean;
}

export interface DropoutPlan {
  kind: "dropout";
  rate: number;
  /** Its place among the layers, which decides its masks. */
  layer: number;
  /** The shape of what it silences, in place. */
  input: ActivationShape;
}

/** One of several ways on from a value: branches.ts. */
export interface BranchPlan {
  kind: "branch";
  input: ActivationShape;
  output: ActivationShape;
  /** Whether it has numbers of its own. */
  copies: boolean;
  /** Whether its gradients stand where the value's do, or are stored there, or added, on the way back. */
  backward: "shared" | "stored" | "added";
}

/** Where branches meet: the sum of their numbers. */
export interface SumPlan {
  kind: "sum";
  /** Of each of the inputs. */
  input: ActivationShape;
  output: ActivationShape;
  /** The places of what is added, as in `from`. */
  terms: readonly number[];
  relu: boolean;
}

/** In place. */
export interface ReluPlan {
  kind: "relu";
  input: ActivationShape;
}

/** In place; `alpha`, positive, multiplies what is below zero. */
export interface LeakyReluPlan {
  kind: "leakyRelu";
  alpha: number;
  input: ActivationShape;
}

/** In place, over the channels, in the midst of a network; the last one belongs to the loss. */
export interface SoftmaxPlan {
  kind: "softmax";
  logarithmic: boolean;
  input: ActivationShape;
}

export type LayerPlan = (
  | ConvolutionPlan
  | DepthwisePlan
  | PaddingPlan
  | PoolingPlan
  | FlattenPlan
  | DensePlan
  | BatchNormalizationPlan
  | DropoutPlan
  | ReluPlan
  | LeakyReluPlan
  | SoftmaxPlan
  | BranchPlan
  | SumPlan
) & {
  /** The place in the plan of the layer whose output it reads, −1: the input; left out: the one before. */
  from?: number;
};

export interface NetworkPlan {
  input: ActivationShape;
  layers: LayerPlan[];
  /** What the last layer gives. */
  output: ActivationShape;
}

/** The engine does not know a layer; the message names it, in Spanish, for the reader. */
export class UnsupportedNetworkError extends ReaderError {
  override name = "UnsupportedNetworkError";
}
