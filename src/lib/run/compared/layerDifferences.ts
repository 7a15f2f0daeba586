// What changed from one network to another, layer by layer, from their tf.layers JSON; no TensorFlow.js.
import { formatExact } from "../../text/format.js";
import { hasBranches, layerSources } from "../../network/networkGraph.js";
import { readTopology } from "../../network/topology.js";
import type { Run } from "../run.js";
import { OWN_NETWORK } from "../runConfiguration.js";

type NetworkOfRun = Pick<Run, "topology" | "hyperparameters" | "network">;

interface Layer {
  className: string;
  name: string;
  config: Record<string, unknown>;
  /** Its dropout is the run's hyperparameter. */
  hasDropoutRate: boolean;
}

/** One phrase a difference, in Spanish: `conv1: 10 → 16 filtros`. */
export function layerDifferences(base: NetworkOfRun, other: NetworkOfRun): string[] {
  if (base.topology === other.topology) return [];
  const [before, after] = [layersOf(base), layersOf(other)];
  const pairs = pairLayers(before, after);
  const changed = pairs.flatMap(([from, to]) => configDifferences(from, to));
  const paired = new Set(pairs.flat());
  const describe = ({ name, className }: Layer) => `${name} (${className})`;
  const added = after.filter((layer) => !paired.has(layer));
  const removed = before.filter((layer) => !paired.has(layer));
  return [
    ...changed,
    ...added.map((layer) => `capa nueva: ${describe(layer)}`),
    ...removed.map((layer) => `sin la capa ${describe(layer)}`),
    ...(isReordered(pairs, { before, after }) ? ["las capas, en otro orden"] : []),
  ];
}

/** By name; what is left over, by place and class, since tf.layers numbers the names that nobody gave. */
function pairLayers(before: readonly Layer[], after: readonly Layer[]): [Layer, Layer][] {
  const pairs: [Layer, Layer][] = [];
  const free = new Set(after);
  const pair = (from: Layer, suits: (layer: Layer) => boolean) => {
    const to = [...free].find((layer) => layer.className === from.className && suits(layer));
    if (!to) return false;
    free.delete(to);
    pairs.push([from, to]);
    return true;
  };
  const unnamed = before.filter((from) => !pair(from, ({ name }) => name === from.name));
  for (const from of unnamed) pair(from, ({ name }) => !before.some((one) => one.name === name));
  return pairs;
}

function isReordered(
  pairs: readonly [Layer, Layer][],
  { before, after }: { before: readonly Layer[]; after: readonly Layer[] },
): boolean {
  const inOrder = [...pairs].sort(([a], [b]) => before.indexOf(a) - before.indexOf(b));
  const places = inOrder.map(([, to]) => after.indexOf(to));
  return places.some((place, i) => i > 0 && place < places[i - 1]!);
}

/** In the order of the sentence «conv1: 10 → 16 filtros»: the unit after, or else the label before. */
const settings: Record<string, { unit?: string; label?: string }> = {
  filters: { unit: "filtros" },
  units: { unit: "neuronas" },
  kernel_size: { label: "tamaño del filtro" },
  strides: { label: "zancada" },
  padding: { label: "relleno" },
  dilation_rate: { label: "dilatación" },
  pool_size: { label: "ventana" },
  activation: { label: "activación" },
  use_bias: { label: "sesgo" },
  inbound_nodes: { label: "recibe de" },
  rate: { label: "dropout" },
  alpha: { label: "pendiente" },
  batch_input_shape: { label: "entrada" },
};

/** Names, and what decides only how tf.layers would begin: the run's own seed does. */
const ignored = /^(name|trainable|dtype|seed|noise_shape|data_format|.*_initializer)$/;

function configDifferences(from: Layer, to: Layer): string[] {
  const keys = new Set([...Object.keys(from.config), ...Object.keys(to.config)]);
  return [...keys].flatMap((key) => {
    if (ignored.test(key)) return [];
    if (key === "rate" && from.hasDropoutRate && to.hasDropoutRate) return []; // said already
    const [before, after] = [write(from.config[key]), write(to.config[key])];
    if (before === after) return [];
    const { unit, label = key } = settings[key] ?? {};
    const text = unit ? `${before} → ${after} ${unit}` : `${label} ${before} → ${after}`;
    return [`${to.name}: ${text}`];
  });
}

function write(value: unknown): string {
  if (typeof value === "number") return formatExact(value);
  if (typeof value === "boolean") return value ? "sí" : "no";
  if (value === undefined || value === null) return "—";
  if (Array.isArray(value)) {
    const sizes = value.filter((size) => size !== null);
    return sizes.map((size) => (typeof size === "number" ? size : write(size))).join(" × ");
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Empty if the JSON is no Sequential's. */
function layersOf({ topology, hyperparameters, network }: NetworkOfRun): Layer[] {
  const found = readTopology(topology);
  const layers = found?.config.layers ?? [];
  const sources = found && hasBranches(found) ? layerSources(found) : [];
  return layers.map(({ class_name: className, config: settings }, i) => ({
    className,
    name: settings.name,
    config: { ...settings, ...(sources[i] && { inbound_nodes: sources[i].join(" + ") }) },
    hasDropoutRate:
      className === "Dropout" &&
      network !== OWN_NETWORK &&
      settings.rate === hyperparameters.dropoutRate,
  }));
}
