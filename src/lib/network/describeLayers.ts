// What a network is made of, a row a layer, in the reader's words: for its table and its diagram.
import { ReaderError } from "../errors/readerError.js";
import { layerType } from "./layerType.js";
import type * as tf from "./tf.js";

export interface LayerRow {
  name: string;
  /** In Spanish: «Convolución 3 × 3 + ReLU». */
  type: string;
  /** The names of the rows that it is computed from, in its order; none: the input. */
  reads: string[];
  /** Without the batch: [H,W,C] or [units]. */
  outputShape: number[];
  parameters: number;
  /** Products of a weight by what it is given, for one image. */
  multiplications: number;
}

/** The name of the first row. */
const INPUT = "entrada";

/** The input and each layer, in order. */
export function describeLayers(network: tf.LayersModel): LayerRow[] {
  const [, ...inputShape] = network.inputs[0]!.shape;
  return [
    {
      name: INPUT,
      type: "Imagen",
      reads: [],
      outputShape: sizes(inputShape),
      parameters: 0,
      multiplications: 0,
    },
    ...network.layers.filter(isComputed).map((layer) => {
      const outputShape = sizes((layer.outputShape as tf.Shape).slice(1));
      const reads = readLayers(layer);
      return {
        name: layer.name,
        type: layerType(layer.getClassName(), layer.getConfig()) + joinedLayers(reads),
        reads,
        outputShape,
        parameters: learned(layer),
        multiplications: multiplications(layer, outputShape),
      };
    }),
  ];
}

/** The numbers that it learns: the moving statistics of a normalization are none. */
function learned({ trainableWeights }: tf.layers.Layer): number {
  return trainableWeights.reduce((sum, { shape }) => sum + sizes(shape).reduce((a, b) => a * b), 0);
}

function isComputed(layer: tf.layers.Layer): boolean {
  return layer.getClassName() !== "InputLayer";
}

function readLayers({ inboundNodes: [node] }: tf.layers.Layer): string[] {
  return (node?.inboundLayers ?? []).map((read) => (isComputed(read) ? read.name : INPUT));
}

/** « (conv2, conv1)»: the layers that it joins, if there are several. */
function joinedLayers(reads: readonly string[]): string {
  return reads.length > 1 ? ` (${reads.join(", ")})` : "";
}

/** Each kernel is used once at each position of the output: a dense layer has one, a map H·W. */
function multiplications(layer: tf.layers.Layer, outputShape: readonly number[]): number {
  const positions = outputShape.slice(0, -1).reduce((product, size) => product * size, 1);
  const kernels = layer.weights.filter(({ originalName }) => originalName.endsWith("kernel"));
  return (
    positions * kernels.reduce((sum, { shape }) => sum + sizes(shape).reduce((a, b) => a * b), 0)
  );
}

/** The sums over all the layers; multiplications are for one image. */
export function layerTotals(rows: readonly LayerRow[]): Record<LayerCount, number> {
  return { parameters: total(rows, "parameters"), multiplications: total(rows, "multiplications") };
}

function total(rows: readonly LayerRow[], count: LayerCount): number {
  return rows.reduce((sum, row) => sum + row[count], 0);
}

export type LayerCount = "parameters" | "multiplications";

/** The layer that has most of one count, how much of the network's total that is (0–1), and both numbers. */
export function largestLayer(
  rows: readonly LayerRow[],
  count: LayerCount,
): { name: string; share: number; value: number; total: number } {
  const all = total(rows, count);
  const { name, [count]: value } = rows.reduce((a, b) => (b[count] > a[count] ? b : a));
  return { name, share: value / all, value, total: all };
}

function sizes(shape: readonly (number | null)[]): number[] {
  return shape.map((size) => {
    if (size === null) {
      throw new ReaderError(
        `Todos los tamaños de la red han de ser fijos, y una capa da [${shape.map((value) => value ?? "?").join(", ")}].`,
      );
    }
    return size;
  });
}
