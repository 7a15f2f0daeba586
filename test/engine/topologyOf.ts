import type { DrawnNetwork } from "./drawnNetwork.js";
import * as tf from "../../src/lib/network/tf.js";

/** tf.layers' JSON of a network, and the names and shapes of its weights. */
export function topologyOf({ inputShape, specs }: Pick<DrawnNetwork, "inputShape" | "specs">) {
  const network = tf.sequential();
  specs.forEach(({ layer, config }, i) => {
    const create = tf.layers[layer] as (config: object) => tf.layers.Layer;
    network.add(create({ name: `layer${i}`, ...(i === 0 && { inputShape }), ...config }));
  });
  const weights = network.layers.flatMap((layer) =>
    layer.weights.map(({ originalName, shape }) => ({
      name: `${layer.name}/${originalName.split("/").at(-1)!}`,
      shape: shape as number[],
    })),
  );
  const topology = JSON.stringify(network.toJSON(null, false));
  network.dispose();
  return { topology, weights };
}
