// Networks as they are written today, as tf.layers' JSON: 3×3 filters and zeros around every map, batch
// normalization in the place of the biases, and the mean of each map instead of dense layers.
import type { LayerJson } from "./topology.js";

/**
 * Six convolutions, in pairs between poolings: 27,834 parameters with 16, 24 and 32 filters; 27,234 if the last one has
 * 30.
 */
export function sixConvolutions(
  pairFilters: readonly [number, number, number] = [16, 24, 32],
  lastFilters = pairFilters[2],
): string {
  const pairs = pairFilters.map((filters, pair) => [
    ...normalized(2 * pair + 1, filters),
    ...normalized(2 * pair + 2, pair === 2 ? lastFilters : filters),
  ]);
  const [first, second, third] = pairs as [LayerJson[], LayerJson[], LayerJson[]];
  first[0]!.config.batch_input_shape = [null, 28, 28, 1];
  const layers = [...first, pool("1"), ...second, pool("2"), ...third, ...ending];
  return JSON.stringify({ class_name: "Sequential", config: { name: "red", layers } });
}

/** Two residual blocks: what a block computes is added to what came into it. 19,706 parameters. */
export function residualNetwork(): string {
  const graph = new Graph();
  graph.chain(normalized(1, 16));
  const before = graph.latest;
  graph.chain([...normalized(2, 16), ...normalized(3, 16).slice(0, 2)]);
  graph.add("suma1", [graph.latest, before]);
  graph.chain([relu("suma1")]);
  const entering = graph.latest;
  graph.chain([...normalized(4, 32, 2), ...normalized(5, 32).slice(0, 2)]);
  const way = graph.latest;
  graph.chain(
    [conv("atajo", 32, { kernel_size: [1, 1], strides: [2, 2] }), norm("atajo")],
    entering,
  );
  graph.add("suma2", [way, graph.latest]);
  graph.chain([relu("suma2"), ...ending]);
  return graph.topology;
}

type Settings = Partial<LayerJson["config"]>;

function normalized(place: number, filters: number, stride = 1): LayerJson[] {
  const suffix = String(place);
  return [conv(suffix, filters, { strides: [stride, stride] }), norm(suffix), relu(suffix)];
}

/** Without biases: the normalization behind it adds its own. */
function conv(suffix: string, filters: number, config: Settings = {}): LayerJson {
  const same = { kernel_size: [3, 3], padding: "same", use_bias: false };
  return { class_name: "Conv2D", config: { name: `conv${suffix}`, filters, ...same, ...config } };
}

function norm(suffix: string): LayerJson {
  return { class_name: "BatchNormalization", config: { name: `norm${suffix}` } };
}

function relu(suffix: string): LayerJson {
  return { class_name: "ReLU", config: { name: `relu${suffix}` } };
}

function pool(suffix: string): LayerJson {
  return { class_name: "MaxPooling2D", config: { name: `pool${suffix}`, pool_size: [2, 2] } };
}

const ending: LayerJson[] = [
  { class_name: "GlobalAveragePooling2D", config: { name: "media" } },
  { class_name: "Dense", config: { name: "fc", units: 10 } },
  { class_name: "Activation", config: { name: "logSoftmax", activation: "logSoftmax" } },
];

/** A tf.model under construction: each layer with the names of those that it reads. */
class Graph {
  latest = "entrada";
  private readonly layers: object[] = [
    {
      name: "entrada",
      class_name: "InputLayer",
      config: { name: "entrada", batch_input_shape: [null, 28, 28, 1], dtype: "float32" },
      inbound_nodes: [],
    },
  ];

  /** One behind the other, the first behind the latest or the one named. */
  chain(layers: readonly LayerJson[], from = this.latest): void {
    this.latest = from;
    for (const layer of layers) this.push(layer, [this.latest]);
  }

  add(name: string, terms: readonly string[]): void {
    this.push({ class_name: "Add", config: { name } }, terms);
  }

  get topology(): string {
    const end = (name: string) => [[name, 0, 0]];
    const { layers, latest } = this;
    const ends = { input_layers: end("entrada"), output_layers: end(latest) };
    return JSON.stringify({ class_name: "Model", config: { name: "red", layers, ...ends } });
  }

  private push(layer: LayerJson, reads: readonly string[]): void {
    const { name } = layer.config;
    this.layers.push({ name, ...layer, inbound_nodes: [reads.map((read) => [read, 0, 0, {}])] });
    this.latest = name;
  }
}
