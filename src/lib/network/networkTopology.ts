// A network as tf.layers' JSON, the same each time it is made.
import type * as tf from "./tf.js";
import { networkJson } from "./networkJson.js";
import type { LayerJson } from "./topology.js";

/**
 * Without the numbers by which tf.layers tells apart what has been made in the page: the whole is called
 * `network`, and a layer without a name of its own is counted among those of its class in this network.
 */
export function networkTopology(network: tf.LayersModel): string {
  const { config, ...topology } = networkJson(network);
  const names = newNames(config.layers);
  const renamed = (name: string) => names.get(name) ?? name;
  const layers = config.layers.map((layer) => {
    const name = renamed(layer.config.name);
    return { ...withSources(layer, renamed), config: { ...layer.config, name } };
  });
  const ends = { input_layers: config.input_layers, output_layers: config.output_layers };
  const renamedEnds = Object.fromEntries(
    Object.entries(ends)
      .filter(([, found]) => found !== undefined)
      .map(([end, found]) => [end, found!.map(([name, ...rest]) => [renamed(name), ...rest])]),
  );
  return JSON.stringify({
    ...topology,
    config: { ...config, name: "network", layers, ...renamedEnds },
  });
}

/** Of the layers that nobody named, by the name that tf.layers gave them. */
function newNames(layers: readonly LayerJson[]): Map<string, string> {
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { class_name: className, config } of layers) {
    if (!isNumbered(config.name, className)) continue;
    const count = (counts.get(className) ?? 0) + 1;
    counts.set(className, count);
    names.set(config.name, config.name.replace(/\d+$/, String(count)));
  }
  return names;
}

/** In a tf.model a layer's name stands beside its class too, and in what those behind it read. */
function withSources(layer: LayerJson, renamed: (name: string) => string): LayerJson {
  if (layer.inbound_nodes === undefined) return layer;
  const nodes = layer.inbound_nodes.map((read) =>
    read.map(([name, ...rest]): [string, ...unknown[]] => [renamed(name), ...rest]),
  );
  return { ...layer, name: renamed(layer.config.name), inbound_nodes: nodes } as LayerJson;
}

/** `conv2d_Conv2D7`: tf.layers' own name for a layer of this class; `input7`: for what a tf.model takes. */
function isNumbered(name: string, className: string): boolean {
  if (className === "InputLayer") return /^input\d+$/.test(name);
  const [, found] = /^[a-z0-9_]+_([A-Za-z0-9]*[A-Za-z])\d+$/.exec(name) ?? [];
  return found === className;
}
