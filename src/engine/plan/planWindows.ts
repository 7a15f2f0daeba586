// Layers whose windows slide over a map: convolution and pooling.
import { checkLearning, checkMap, checkStrides } from "./checkLayer.js";
import { takesPooling } from "./joinLayers.js";
import type { LayerChain } from "./layerChain.js";
import type { ConvolutionPlan, PoolingPlan } from "./networkPlan.js";
import { samePadding, slidOver, stored } from "./planShapes.js";
import type { LayerJson } from "../../lib/network/topology.js";

type Config = LayerJson["config"];
type Pair = [number, number];

/** Adds a convolution, with the zeros that its padding puts around the map, and its activation. */
export function planConvolution(chain: LayerChain, config: Config): void {
  const { name, strides, kernel_size: size, filters } = config;
  const [filterHeight, filterWidth] = size as Pair;
  const [stride] = strides as Pair;
  checkStrides(config);
  checkLearning(chain, config);
  planZeros(chain, config);
  const filter = { filterHeight, filterWidth, stride };
  chain.push({
    kind: "convolution",
    name,
    input: chain.shape,
    output: slidOver(chain.shape, filter, filters!),
    ...filter,
    relu: false,
    pooled: false,
    hasBias: config.use_bias ?? true,
    kernel: "kernel",
    kernelShape: [filterHeight, filterWidth, chain.shape.channels, filters!],
  });
  chain.activation(config);
}

/** Adds filters that look at one position, and the layer's activation. */
export function planPointwise(
  chain: LayerChain,
  config: Config,
  weights: Pick<ConvolutionPlan, "kernel" | "kernelShape">,
): void {
  const { height, width } = chain.shape;
  chain.push({
    kind: "convolution",
    name: config.name,
    input: chain.shape,
    output: stored(height, width, weights.kernelShape.at(-1)!),
    filterHeight: 1,
    filterWidth: 1,
    stride: 1,
    relu: false,
    pooled: false,
    hasBias: config.use_bias ?? true,
    ...weights,
  });
  chain.activation(config);
}

/** Adds the zeros of `same` around the map as TensorFlow puts them: half before, the larger half behind. */
export function planZeros(
  chain: LayerChain,
  { padding, kernel_size: size, strides }: Config,
): void {
  if (padding !== "same") return;
  const [filterHeight, filterWidth] = size as Pair;
  const [stride] = strides as Pair;
  const { height, width, channels, pitch } = chain.shape;
  const rows = samePadding(height, filterHeight, stride);
  const columns = samePadding(width, filterWidth, stride);
  if (rows + columns === 0) return;
  chain.push({
    kind: "padding",
    input: chain.shape,
    output: { height: height + rows, width: width + columns, channels, pitch },
    top: Math.floor(rows / 2),
    left: Math.floor(columns / 2),
  });
}

/** Adds a pooling, or joins it to the convolution before it. */
export function planPooling(chain: LayerChain, config: Config, mode: "max" | "average"): void {
  checkMap(chain, config);
  const [windowHeight, windowWidth] = config.pool_size as Pair;
  const [rowStride, columnStride] = config.strides as Pair;
  const { height, width, channels } = chain.shape;
  const same = config.padding === "same";
  const rows = same ? samePadding(height, windowHeight, rowStride) : 0;
  const columns = same ? samePadding(width, windowWidth, columnStride) : 0;
  const output = stored(
    Math.floor((height + rows - windowHeight) / rowStride) + 1,
    Math.floor((width + columns - windowWidth) / columnStride) + 1,
    channels,
  );
  const twoByTwo = [windowHeight, windowWidth, rowStride, columnStride].every((size) => size === 2);
  const before = takesPooling(chain.latest);
  if (before && mode === "max" && twoByTwo && !same) {
    before.pooled = true;
    before.output = output;
    chain.reshape(output);
    return;
  }
  chain.push({
    kind: "pooling",
    mode,
    input: chain.shape,
    output,
    windowHeight,
    windowWidth,
    rowStride,
    columnStride,
    top: Math.floor(rows / 2),
    left: Math.floor(columns / 2),
  });
}

/** Adds the mean of each whole map: one window as large as the map, and a list of numbers from there on. */
export function planGlobalPooling(chain: LayerChain, config: Config): void {
  checkMap(chain, config);
  const { height, width, channels } = chain.shape;
  if (height * width === 1) {
    chain.flatten();
    return;
  }
  const pooling: PoolingPlan = {
    kind: "pooling",
    mode: "average",
    input: chain.shape,
    output: stored(1, 1, channels),
    windowHeight: height,
    windowWidth: width,
    rowStride: 1,
    columnStride: 1,
    top: 0,
    left: 0,
  };
  chain.push(pooling, { flat: true });
}
