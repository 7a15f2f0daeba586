// A network as tf.layers' JSON, the same each time it is made.
import type * as tf from "./tf.js";
import type { Topology } from "./topology.js";

/**
 * Without the numbers by which tf.layers tells apart what has been made in the page: the whole is called
 * `network`, and a layer without a name of its own is counted among those of its class in this network.
 */
export function networkTopology(network: tf.Sequential): string {
  const { config, ...topology } = network.toJSON(null, false) as unknown as Topology;
  const counts = new Map<string, number>();
  const layers = config.layers.map((layer) => {
    const { class_name: className, config: layerConfig } = layer;
    if (!isNumbered(layerConfig.name, className)) return layer;
    const count = (counts.get(className) ?? 0) + 1;
    counts.set(className, count);
    const name = layerConfig.name.replace(/\d+$/, String(count));
    return { ...layer, config: { ...layerConfig, name } };
  });
  return JSON.stringify({ ...topology, config: { ...config, name: "network", layers } });
}

/** `conv2d_Conv2D7`: tf.layers' own name for a layer of this class. */
function isNumbered(name: string, className: string): boolean {
  const [, found] = /^[a-z0-9_]+_([A-Za-z0-9]*[A-Za-z])\d+$/.exec(name) ?? [];
  return found === className;
}
