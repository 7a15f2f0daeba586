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
  /** Where each filter looks at one map alone, and C is 1: how many filters in a row look at the same. */
  filtersPerMap?: number;
}

/**
 * The filters of a layer; undefined if it has none that the layer's shape explains. Those of a separable convolution are
 * what its two steps come to: Σ depthwise · pointwise.
 */
export function filterBank(
  weights: readonly NamedWeight[],
  { name, type, kind, size, input, output }: LayerGeometry,
): FilterBank | undefined {
  if (kind !== "convolution" && kind !== "dense") return undefined;
  const named = (variable: string) =>
    weights.find((weight) => weight.name === `${name}/${variable}`)?.values;
  const [own, byMap, mixing] = [
    named("kernel"),
    named("depthwise_kernel"),
    named("pointwise_kernel"),
  ];
  const filtersPerMap = type === "DepthwiseConv2D" ? output[2] / input[2] : undefined;
  const shape = [...size, filtersPerMap === undefined ? input[2] : 1, output[2]] as const;
  const values = byMap && mixing ? bothSteps(byMap, mixing, shape) : (own ?? byMap);
  if (values?.length !== shape.reduce((a, b) => a * b)) return undefined;
  return { shape, values, bias: named("bias"), ...(filtersPerMap && { filtersPerMap }) };
}

/**
 * What two convolutions in a row come to, [FH,FW,C,K].
 * @param byMap [FH,FW,C,M]
 * @param mixing [C·M,K]
 */
function bothSteps(
  byMap: Float32Array,
  mixing: Float32Array,
  [FH, FW, C, K]: FilterBank["shape"],
): Float32Array {
  const M = mixing.length / (C * K);
  return Float32Array.from({ length: FH * FW * C * K }, (_, i) => {
    const [place, k] = [Math.floor(i / K), i % K]; // of the position and the map; the filter
    let sum = 0;
    for (let m = 0; m < M; m++)
      sum += byMap[place * M + m]! * mixing[((place % C) * M + m) * K + k]!;
    return sum;
  });
}

/** The map of the layer's input that the filter looks at, if it looks at one alone. */
export function mapOfFilter({ filtersPerMap }: FilterBank, filter: number): number | undefined {
  return filtersPerMap && Math.floor(filter / filtersPerMap);
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
