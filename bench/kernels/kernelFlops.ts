// How many floating-point operations a kernel's task takes, counted from the shapes: a multiplication is
// one, an addition is one. Only real channels count, not those that fill a vector up, and on the way
// back through a convolution only the living gradients, which are all that is computed. A convolution by
// Winograd's algorithm counts, forward and back, what the direct one would take; what it makes of it counts
// apart, its products alone, without the transforms before and behind them.
import type {
  BatchNormalizationPlaces,
  ConvolutionPlaces,
  LayerPlaces,
} from "../../src/engine/places/layerPlaces.js";
import { FOUR_PRODUCTS } from "../../src/engine/places/winogradFourShape.js";
import { WINOGRAD_PRODUCTS, winogradShape } from "../../src/engine/places/winogradShape.js";

export interface KernelWork {
  /** Images of the batch. */
  n: number;
  /** Positions and filters of a convolution whose gradient is not zero, in the batch. */
  living: number;
  /** Parameters of the network. */
  parameters: number;
}

/** Per parameter of SGD with momentum: v ← μ·v + g, w ← w − η·v. */
const OPTIMIZER_FLOPS = 4;

interface Kernel {
  name: string;
  layer: LayerPlaces | undefined;
}

/** 0 for a kernel that moves, compares or draws numbers rather than computes with them. */
export function kernelFlops(
  { name, layer }: Kernel,
  { n, living, parameters }: KernelWork,
): number {
  if (name === "optimizer") return OPTIMIZER_FLOPS * parameters;
  const task = name.split(".").at(-1);
  if (layer?.kind === "convolution") {
    const { filterHeight, filterWidth, input, output, pooled } = layer.plan;
    const taps = filterHeight * filterWidth * input.channels;
    // A pooled convolution computes the four positions of every window, and adds the bias once.
    const windows = n * output.height * output.width * output.channels;
    if (task === "forward") return windows * ((pooled ? 4 : 1) * 2 * taps + 1);
    if (layer.four)
      return task === "inputGradient" || task === "partGradients" ? windows * 2 * taps : 0;
    if (task === "kernelGradient") return living * (2 * taps + 1);
    if (task === "inputGradient") return living * 2 * taps;
  }
  if (layer?.kind === "batchNormalization") return normalizationFlops(layer, { n, task });
  if (layer?.kind === "dense") {
    const { input, output } = layer.plan;
    const products = n * input.channels * output.channels;
    if (task === "forward") return 2 * products + n * output.channels;
    if (task === "kernelGradient" || task === "inputGradient") return 2 * products;
    if (task === "biasGradient") return n * output.channels;
  }
  return 0;
}

/** Of each value: mean and squared deviation; scale and shift; Σg and Σ g (x − mean); g less two terms, scaled. */
function normalizationFlops(
  { plan: { input, output } }: BatchNormalizationPlaces,
  { n, task }: { n: number; task: string | undefined },
): number {
  const values = n * input.height * input.width * input.channels;
  if (task === "imageStatistics") return 4 * values;
  if (task === "normalize") return 2 * values;
  if (task === "imageGradients") return 4 * n * output.height * output.width * output.channels;
  return task === "inputGradient" ? 5 * values : 0;
}

/** Those really made: fewer by Winograd's algorithm, whose tiles may reach beyond the map, the same otherwise. */
export function madeFlops(kernel: Kernel, work: KernelWork): number {
  const flops = kernelFlops(kernel, work);
  if (flops === 0 || kernel.layer?.kind !== "convolution") return flops;
  const { input, output } = kernel.layer.plan;
  const products = tileProducts(kernel.layer, kernel.name.split(".").at(-1));
  return products === 0 ? flops : work.n * products * 2 * input.channels * output.channels;
}

/** Products of an image for one channel and filter; 0 where no tiles are computed. */
function tileProducts({ four, plan }: ConvolutionPlaces, task: string | undefined): number {
  if (four) return four.forward.rows * four.forward.columns * FOUR_PRODUCTS;
  const two = task === "forward" ? winogradShape(plan) : undefined;
  return two ? two.rows * two.columns * WINOGRAD_PRODUCTS : 0;
}
