// A network as tf.layers' JSON, with what tf.layers forgets.
import type * as tf from "./tf.js";
import type { Topology } from "./topology.js";

/** tf.layers 4.22 leaves out the depth multiplier of a separable convolution, and would build another network. */
export function networkJson(network: tf.LayersModel): Topology {
  const topology = network.toJSON(null, false) as unknown as Topology;
  for (const { class_name: className, config } of topology.config.layers) {
    if (className !== "SeparableConv2D") continue;
    const layer = network.getLayer(config.name) as { depthMultiplier?: number };
    if (layer.depthMultiplier !== undefined) config.depth_multiplier = layer.depthMultiplier;
  }
  return topology;
}
