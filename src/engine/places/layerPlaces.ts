// Where each layer's numbers stand in memory, as addresses in bytes; layerPlanner.ts hands them out.
import type { TileBlocks } from "./winogradFourShape.js";
import type { ActivationShape } from "../plan/activationShape.js";
import type {
  BatchNormalizationPlan,
  BranchPlan,
  ConvolutionPlan,
  DensePlan,
  DepthwisePlan,
  DropoutPlan,
  FlattenPlan,
  LeakyReluPlan,
  PaddingPlan,
  PoolingPlan,
  ReluPlan,
  SoftmaxPlan,
  SumPlan,
} from "../plan/networkPlan.js";

/** Values and their gradients, [capacity][H][W][pitch]. */
export interface Activation {
  shape: ActivationShape;
  values: number;
  gradients: number;
}

/** A group of parameters within the block of all. */
export interface Parameters {
  /** Floats from the start of the block. */
  start: number;
  /** Floats, a multiple of four. */
  size: number;
  values: number;
  gradients: number;
}

interface Between<Plan> {
  plan: Plan;
  input: Activation;
  output: Activation;
}

interface InPlace<Plan> {
  plan: Plan;
  activation: Activation;
}

/** What Winograd's F(4×4,3×3) needs. */
export interface WinogradFourPlaces {
  /** Like the forward kernel, for the way back: [tile][36][K][the tile's channels]. */
  backwardKernel: number;
  /** Room for the blocks, a slot a thread. */
  scratch: number;
  scratchBytes: number;
  forward: TileBlocks;
  backward: TileBlocks;
  gradient: TileBlocks;
  /** Of each part of a batch, the sums for the kernel's gradient, [part][36][K][C], and for the bias. */
  partSums: number;
  partBytes: number;
  partBiasSums: number;
}

export interface ConvolutionPlaces extends Between<ConvolutionPlan> {
  kind: "convolution";
  /** Vectors of one row of a filter, its channels side by side. */
  rowVectors: number;
  /** [K][FH][4·rowVectors]: the layout of the backward pass, and of the optimizer. */
  kernel: Parameters;
  /** Undefined where the layer has none. */
  bias: Parameters | undefined;
  /**
   * For the forward pass: a copy, [tile][FH][FW][C][the tile's filters], or what Winograd's algorithm
   * makes of it, [tile][16][C][the tile's filters].
   */
  forwardKernel: number;
  /** For Winograd's algorithm: room for one block of tiles, a slot an image, 0 without it. */
  scratch: number;
  four?: WinogradFourPlaces;
  /** Where each maximum was, as bytes from the window's first position, like the output. */
  maxima: number;
  /** [image][filter]: the living gradients, pairs of an input address and a value. */
  entries: number;
  /** [image][filter]: the end of its entries. */
  entryEnds: number;
  /** Whether anything before it learns, and asks for the gradient of its input. */
  passesBack: boolean;
}

export interface DepthwisePlaces extends Between<DepthwisePlan> {
  kind: "depthwise";
  /** [FH][FW][pitch]. */
  kernel: Parameters;
  /** Undefined where the layer has none. */
  bias: Parameters | undefined;
  passesBack: boolean;
}

export interface DensePlaces extends Between<DensePlan> {
  kind: "dense";
  /** [inputs][output pitch]. */
  kernel: Parameters;
  /** Undefined where the layer has none. */
  bias: Parameters | undefined;
  passesBack: boolean;
}

export interface BatchNormalizationPlaces extends Between<BatchNormalizationPlan> {
  kind: "batchNormalization";
  gamma: Parameters;
  beta: Parameters;
  /** [pitch] each: of the batch, and moving. */
  mean: number;
  inverseDeviation: number;
  movingMean: number;
  movingVariance: number;
  /** [pitch] each: what values are multiplied by and what is added. */
  scale: number;
  shift: number;
  /** [capacity][pitch] each: of every image, the mean and the squared deviations, or on the way back Σg and Σ g (x − mean). */
  imageSums: number;
  imageProducts: number;
  /** [pitch] each: what is taken from every gradient, and for each deviation from the mean. */
  meanGradient: number;
  slope: number;
  passesBack: boolean;
}

export interface PaddingPlaces extends Between<PaddingPlan> {
  kind: "padding";
}

export interface PoolingPlaces extends Between<PoolingPlan> {
  kind: "pooling";
  /** For max: the address of each maximum's position in the input's values, like the output. */
  maxima: number;
}

export interface FlattenPlaces extends Between<FlattenPlan> {
  kind: "flatten";
}

export interface DropoutPlaces extends InPlace<DropoutPlan> {
  kind: "dropout";
  /** Like the activation's values. */
  mask: number;
  /** Random 32-bit integers, one a value without padding. */
  random: number;
}

export interface BranchPlaces extends Between<BranchPlan> {
  kind: "branch";
}

export interface SumPlaces {
  kind: "sum";
  plan: SumPlan;
  inputs: Activation[];
  output: Activation;
}

export interface ReluPlaces extends InPlace<ReluPlan> {
  kind: "relu";
}

export interface LeakyReluPlaces extends InPlace<LeakyReluPlan> {
  kind: "leakyRelu";
}

export interface SoftmaxPlaces extends InPlace<SoftmaxPlan> {
  kind: "softmax";
}

export type LayerPlaces =
  | ConvolutionPlaces
  | DepthwisePlaces
  | DensePlaces
  | BatchNormalizationPlaces
  | PaddingPlaces
  | PoolingPlaces
  | FlattenPlaces
  | DropoutPlaces
  | BranchPlaces
  | SumPlaces
  | ReluPlaces
  | LeakyReluPlaces
  | SoftmaxPlaces;
