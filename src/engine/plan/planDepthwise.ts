// Convolutions that look at each channel alone, and the separable ones, which mix the channels afterwards by
// filters of 1×1 (Chollet, Xception, 2017).
import { checkLearning, checkStrides } from "./checkLayer.js";
import type { LayerChain } from "./layerChain.js";
import { planPointwise, planZeros } from "./planWindows.js";
import { slidOver } from "./planShapes.js";
import { unsupported } from "./unsupported.js";
import type { LayerJson } from "../../lib/network/topology.js";

type Config = LayerJson["config"];

/** Adds a convolution of each channel with a filter of its own, with its padding and its activation. */
export function planDepthwise(chain: LayerChain, config: Config): void {
  channelByChannel(chain, config, config.use_bias ?? true);
  chain.activation(config);
}

/** Adds the two convolutions of a separable one; the bias and the activation are the second's. */
export function planSeparable(chain: LayerChain, config: Config): void {
  channelByChannel(chain, config, false);
  const { channels } = chain.shape;
  const weights = { kernel: "pointwise_kernel", kernelShape: [1, 1, channels, config.filters!] };
  planPointwise(chain, config, weights);
}

function channelByChannel(chain: LayerChain, config: Config, hasBias: boolean): void {
  const { name, kernel_size: size, strides, depth_multiplier: multiplier = 1 } = config;
  const [filterHeight, filterWidth] = size as [number, number];
  checkStrides(config);
  if (multiplier !== 1) unsupported(`el multiplicador de profundidad de «${name}»`);
  checkLearning(chain, config);
  const stride = strides![0]!;
  planZeros(chain, config);
  const filter = { filterHeight, filterWidth, stride };
  chain.push({
    kind: "depthwise",
    name,
    input: chain.shape,
    output: slidOver(chain.shape, filter, chain.shape.channels),
    ...filter,
    relu: false,
    hasBias,
  });
}
