// What the engine does not compute in a layer, said by an UnsupportedNetworkError, in Spanish.
import { checkFree } from "./checkFree.js";
import type { LayerChain } from "./layerChain.js";
import { unsupported } from "./unsupported.js";
import { InternalError } from "../../lib/errors/internalError.js";
import type { LayerJson } from "../../lib/network/topology.js";

type Config = LayerJson["config"];

/** Throws for what the engine does not compute in a convolution or a dense layer. */
export function checkLearning(chain: LayerChain, config: Config): void {
  checkFree(config);
  if (config.data_format !== undefined) checkMap(chain, config);
}

/** Throws for steps of a window that the engine does not take. */
export function checkStrides({ name, strides, dilation_rate: dilation = 1 }: Config): void {
  const [down, across] = strides as [number, number];
  if (down !== across) unsupported(`las dos zancadas distintas de «${name}»`);
  if ([dilation].flat().some((rate) => rate !== 1)) unsupported(`la dilatación de «${name}»`);
}

/** Throws where the layer wants a map and does not get one with its channels last. */
export function checkMap(chain: LayerChain, { name, data_format: format }: Config): void {
  if (format !== "channels_last") unsupported(`el orden de los canales de «${name}»`);
  if (chain.flat) throw new InternalError(`${name} expects a map [H,W,C], a flat input came`);
}
