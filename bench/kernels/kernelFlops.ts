// How many floating-point operations a kernel's task takes, counted from the shapes: a multiplication is
// one, an addition is one. Only real channels count, not those that fill a vector up, and on the way
// back through a convolution only the living gradients, which are all that is computed. A convolution by
// Winograd's algorithm counts, forward and back, what the direct one would take, more than it does.
import type { LayerPlaces } from "../../src/engine/places/layerPlaces.js";

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

/** 0 for a kernel that moves, compares or draws numbers rather than computes with them. */
export function kernelFlops(
  { name, layer }: { name: string; layer: LayerPlaces | undefined },
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
  if (layer?.kind === "dense") {
    const { input, output } = layer.plan;
    const products = n * input.channels * output.channels;
    if (task === "forward") return 2 * products + n * output.channels;
    if (task === "kernelGradient" || task === "inputGradient") return 2 * products;
    if (task === "biasGradient") return n * output.channels;
  }
  return 0;
}
