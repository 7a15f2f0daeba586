import type { LayerJson } from "../../lib/network/topology.js";
import { unsupported } from "./unsupported.js";

/** Refuses weights that do not move by the gradient of the loss alone. */
export function checkFree(config: LayerJson["config"]): void {
  const { name, trainable } = config;
  const { kernel_regularizer, bias_regularizer, beta_regularizer, gamma_regularizer } = config;
  const { kernel_constraint, bias_constraint, beta_constraint, gamma_constraint } = config;
  const regularizers = [kernel_regularizer, bias_regularizer, beta_regularizer, gamma_regularizer];
  if ([...regularizers, config.activity_regularizer].some((found) => found != null)) {
    unsupported(`la regularización de «${name}»`);
  }
  const constraints = [kernel_constraint, bias_constraint, beta_constraint, gamma_constraint];
  if (constraints.some((found) => found != null)) unsupported(`la restricción de «${name}»`);
  if (trainable === false) unsupported(`«${name}» congelada`);
}
