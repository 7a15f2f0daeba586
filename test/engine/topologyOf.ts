import type { LayerSpec } from "./drawnLayers.js";
import type { DrawnNetwork } from "./drawnNetwork.js";
import * as tf from "../../src/lib/network/tf.js";

type Layers = Pick<DrawnNetwork, "inputShape" | "specs">;

/** tf.layers' JSON of a network, and the names and shapes of its weights. */
export function topologyOf(layers: Layers) {
  const network = layers.specs.some(({ back }) => back) ? branched(layers) : chain(layers);
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

function chain({ inputShape, specs }: Layers): tf.Sequential {
  const network = tf.sequential();
  specs.forEach((spec, i) => {
    network.add(layerOf(spec, i, i === 0 ? { inputShape } : {}));
  });
  return network;
}

function branched({ inputShape, specs }: Layers): tf.LayersModel {
  const input = tf.input({ shape: inputShape, name: "entrada" });
  const outputs: tf.SymbolicTensor[] = [];
  specs.forEach((spec, i) => {
    const read = (spec.back ?? [1]).map((distance) => outputs[i - distance] ?? input);
    const output = layerOf(spec, i).apply(read.length > 1 ? read : read[0]!);
    outputs.push(output as tf.SymbolicTensor);
  });
  return tf.model({ inputs: input, outputs: outputs.at(-1)! });
}

function layerOf({ layer, config }: LayerSpec, place: number, more: object = {}): tf.layers.Layer {
  const create = tf.layers[layer] as (config: object) => tf.layers.Layer;
  return create({ name: `layer${place}`, ...more, ...config });
}
