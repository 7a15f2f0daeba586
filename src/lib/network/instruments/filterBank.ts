// The weights of a layer as plain arrays, to be drawn and read: the filters of a convolution; and a dense layer's neurons,
// each of which is a filter as large as the maps that it looks at.
import type { LayerGeometry } from "./layerGeometry.js";
import type { NamedWeight } from "../namedWeight.js";

export interface FilterBank {
  /** [FH,FW,C,K], as tf.layers has them: the filter, or neuron, changes first. */
  shape: readonly [FH: number, FW: number, C: number, K: number];
  values: Float32Array;
  /** [K]; undefined where the layer has none. */
  bias: Float32Array | undefined;
}

/** The filters of a layer; undefined if it has none that the layer's shape explains. */
export function filterBank(
  weights: readonly NamedWeight[],
  { name, kind, size, input, output }: LayerGeometry,
): FilterBank | undefined {
  const kernel = weights.find((weight) => weight.name === `${name}/kernel`);
  if (!kernel || (kind !== "convolution" && kind !== "dense")) return undefined;
  const shape = [...size, input[2], output[2]] as const;
  if (kernel.values.length !== shape.reduce((a, b) => a * b)) return undefined;
  const bias = weights.find((weight) => weight.name === `${name}/bias`)?.values;
  return { shape, values: kernel.values, bias };
}

/** The slice of a filter that looks at one channel, [FH·FW], row by row. */
export function filterSlice(
  { shape, values }: FilterBank,
  filter: number,
  channel: number,
): Float32Array {
  const [FH, FW, C, K] = shape;
  return Float32Array.from({ length: FH * FW }, (_, p) => values[(p * C + channel) * K + filter]!);
}

/** How large the numbers are at most. */
export function extentOf(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}
