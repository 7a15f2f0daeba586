import type { LayerJson } from "../../lib/network/topology.js";
import { unsupported } from "./unsupported.js";

/** Refuses weights that do not move by the gradient of the loss alone. */
export function checkFree(config: LayerJson["config"]): void {
  const { name, trainable } = config;
  if (hasOne(config, "regularizer")) unsupported(`la regularización de «${name}»`);
  if (hasOne(config, "constraint")) unsupported(`la restricción de «${name}»`);
  if (trainable === false) unsupported(`«${name}» congelada`);
}

/** Whether any of the layer's weights, or its output, has one: `kernel_constraint` and the like. */
function hasOne(config: LayerJson["config"], what: "regularizer" | "constraint"): boolean {
  return Object.entries(config).some(([key, found]) => key.endsWith(`_${what}`) && found != null);
}
