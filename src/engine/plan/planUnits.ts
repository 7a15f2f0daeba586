// Layers without windows: flatten, dense and batch normalization.
import { checkFree } from "./checkFree.js";
import { checkLearning } from "./checkLayer.js";
import type { LayerChain } from "./layerChain.js";
import { stored } from "./planShapes.js";
import { planPointwise } from "./planWindows.js";
import { unsupported } from "./unsupported.js";
import type { LayerJson } from "../../lib/network/topology.js";

type Config = LayerJson["config"];

/** Adds what makes a list of numbers of a map. */
export function planFlatten(chain: LayerChain, { name, data_format: format }: Config): void {
  if (format != null && format !== "channels_last") {
    unsupported(`el orden de los canales de «${name}»`);
  }
  const { height, width, channels } = chain.shape;
  if (height * width === 1) {
    chain.flatten();
    return;
  }
  const output = stored(1, 1, height * width * channels);
  chain.push({ kind: "flatten", input: chain.shape, output }, { flat: true });
}

/** Adds a dense layer and its activation. */
export function planDense(chain: LayerChain, config: Config): void {
  const { name, units, use_bias: hasBias = true } = config;
  checkLearning(chain, config);
  const { channels } = chain.shape;
  if (chain.flat) {
    const output = stored(1, 1, units!);
    chain.push({ kind: "dense", name, input: chain.shape, output, relu: false, hasBias });
    chain.activation(config);
  } else {
    // On a map, a dense layer works on each position: a convolution with filters of 1×1.
    planPointwise(chain, config, { kernel: "kernel", kernelShape: [channels, units!] });
  }
}

/** Adds a batch normalization over the channels. */
export function planNormalization(chain: LayerChain, config: Config): void {
  const { name, axis, center, scale, epsilon, momentum } = config;
  checkFree(config);
  const last = chain.flat ? 1 : 3;
  if (![axis].flat().every((value) => value === -1 || value === last)) {
    unsupported(`el eje de «${name}»`);
  }
  if (center === false || scale === false) unsupported(`la falta de gamma o beta en «${name}»`);
  chain.push({
    kind: "batchNormalization",
    name,
    input: chain.shape,
    output: chain.shape,
    epsilon: epsilon!,
    momentum: momentum!,
    relu: false,
    pooled: false,
  });
}
