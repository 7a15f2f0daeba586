// Which layers each layer of a network reads: in a tf.Sequential the one before it, in a tf.model those that its
// JSON names. What the notebook trains has one input and one output, and each layer is used once.
import type { Topology } from "./topology.js";

/** Names of the layers that each layer reads, in their order; none for the input itself. */
export function layerSources({ class_name: className, config: { layers } }: Topology): string[][] {
  if (className === "Sequential") {
    return layers.map((_, i) => (i === 0 ? [] : [layers[i - 1]!.config.name]));
  }
  return layers.map((layer) => (layer.inbound_nodes?.[0] ?? []).map(([name]) => name));
}

/** The network up to a layer and with it: that layer and all that it is computed from, in their order. */
export function upToLayer(topology: Topology, index: number): Topology {
  const { config } = topology;
  const sources = layerSources(topology);
  const needed = new Set([config.layers[index]?.config.name]);
  for (let i = index; i >= 0; i--) {
    if (!needed.has(config.layers[i]!.config.name)) continue;
    for (const name of sources[i]!) needed.add(name);
  }
  const layers = config.layers.filter(({ config: { name } }, i) => i <= index && needed.has(name));
  return { ...topology, config: { ...config, layers } };
}

/** Whether some layer reads, or is read by, several. */
export function hasBranches(topology: Topology): boolean {
  const read = layerSources(topology).flat();
  return new Set(read).size < read.length;
}

/** Why the notebook cannot train it, in Spanish; undefined if it can. */
export function graphProblem(topology: Topology): string | undefined {
  const { class_name: className, config } = topology;
  if (className === "Sequential") return undefined;
  const { layers, input_layers: inputs = [], output_layers: outputs = [] } = config;
  const damaged = "La red está dañada: sus capas no dicen de cuáles reciben.";
  if (inputs.length !== 1 || outputs.length !== 1) {
    return `La red ha de tener una entrada y una salida, y esta tiene ${inputs.length} y ${outputs.length}.`;
  }
  const reused = layers.find(({ inbound_nodes: nodes = [] }) => nodes.length > 1);
  if (reused)
    return `La capa «${reused.config.name}» se usa dos veces, y aquí cada una se usa una.`;
  const known = new Set<string>();
  for (const layer of layers) {
    const read = (layer.inbound_nodes?.[0] ?? []).map(([name]) => name);
    const isInput = known.size === 0;
    const isFound = isInput ? layer.class_name === "InputLayer" : read.length > 0;
    if (!isFound || read.some((name) => !known.has(name))) return damaged;
    known.add(layer.config.name);
  }
  return outputs[0]![0] === layers.at(-1)?.config.name ? undefined : damaged;
}
