// Weights between a tf.Sequential and plain arrays, by layer and variable name.
import type { NamedWeight } from "./namedWeight.js";
import * as tf from "./tf.js";
import { InternalError } from "../errors/internalError.js";

/** `conv1/kernel`, whatever suffix tfjs adds when several models live at once. */
export function weightName(layer: tf.layers.Layer, variable: tf.LayerVariable): string {
  return `${layer.name}/${variable.originalName.split("/").at(-1)!}`;
}

/** A copy of every weight, in the order of the layers. */
export async function readWeights(network: tf.LayersModel): Promise<NamedWeight[]> {
  const weights = network.layers.flatMap((layer) =>
    layer.weights.map((variable) => ({
      name: weightName(layer, variable),
      tensor: variable.read(),
    })),
  );
  return Promise.all(
    weights.map(async ({ name, tensor }) => ({
      name,
      shape: tensor.shape.slice(),
      values: Float32Array.from(await tensor.data()),
    })),
  );
}

/** The names and the shapes of the weights, in the order of the layers. */
export function weightShapes(network: tf.LayersModel): { name: string; shape: number[] }[] {
  return network.layers.flatMap((layer) =>
    layer.weights.map((variable) => ({
      name: weightName(layer, variable),
      shape: variable.shape.map((size) => size ?? 0), // a weight's sizes are known, but its type does not say so
    })),
  );
}

/** Sets every weight; throws if a name or a shape differs from the network's. */
export function writeWeights(network: tf.LayersModel, weights: readonly NamedWeight[]): void {
  const expected = weightShapes(network);
  const describe = (list: readonly { name: string; shape: readonly (number | null)[] }[]) =>
    list.map(({ name, shape }) => `${name} [${shape.join(",")}]`).join(", ");
  if (describe(weights) !== describe(expected)) {
    throw new InternalError(`weights ${describe(expected)} expected, ${describe(weights)} found`);
  }
  // A layer at a time: a network's own setWeights wants first all that learns, then the rest.
  tf.tidy(() => {
    let next = 0;
    for (const layer of network.layers) {
      const own = weights.slice(next, next + layer.weights.length);
      layer.setWeights(own.map(({ values, shape }) => tf.tensor(values, shape)));
      next += own.length;
    }
  });
}
