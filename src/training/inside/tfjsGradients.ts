// The gradients of a class's score by tfjs: of any network that tf.layers can write.
import type { NetworkState } from "./networkState.js";
import {
  gradientInScores,
  mapShape,
  shownShape,
  type ScoreGradient,
  type ScoreGradientsOptions,
} from "./scoreGradients.js";
import { scoreTopology } from "./scoreTopology.js";
import { scaled } from "../batches/batches.js";
import { networkFromTopology } from "../../lib/network/networkFromTopology.js";
import { writeWeights } from "../../lib/network/namedWeights.js";
import * as tf from "../../lib/network/tf.js";
import { InternalError } from "../../lib/errors/internalError.js";

/** As `scoreGradients`. Not exact behind an average pooling with padding, whose border tfjs counts as if it were there. */
export async function tfjsGradients(
  { topology, weights }: NetworkState,
  pixels: Uint8Array,
  options: ScoreGradientsOptions,
): Promise<ScoreGradient[]> {
  await tf.setBackend("cpu"); // the one that has every gradient
  const network = await networkFromTopology(scoreTopology(topology));
  tf.engine().startScope();
  try {
    writeWeights(network, weights);
    const places = [0, ...options.layerNames.map((name) => placeAfter(network, name))];
    const outputs = [imageTensor(network, pixels)];
    for (const layer of network.layers) outputs.push(layer.apply(outputs.at(-1)!) as tf.Tensor);
    const inScores = gradientInScores(outputs.at(-1)!.dataSync(), options);
    const share = tf.tensor1d(Float32Array.from(inScores));
    const found = places.map((place) =>
      gradientAt(network.layers.slice(place), outputs[place]!, share),
    );
    found[0]!.values.shape = shownShape(topology);
    return found;
  } finally {
    tf.engine().endScope();
    network.dispose();
  }
}

function placeAfter({ layers }: tf.Sequential, name: string): number {
  const index = layers.findIndex((layer) => layer.name === name);
  if (index < 0) throw new InternalError(`no layer ${name} in the network`);
  return index + 1;
}

function imageTensor(network: tf.Sequential, pixels: Uint8Array): tf.Tensor {
  const shape = network.inputs[0]!.shape.slice(1) as number[];
  return tf.tensor(scaled(pixels), [1, ...shape]);
}

function gradientAt(
  rest: readonly tf.layers.Layer[],
  values: tf.Tensor,
  share: tf.Tensor1D,
): ScoreGradient {
  const weighed = (input: tf.Tensor): tf.Scalar => {
    const scores = rest.reduce((output, layer) => layer.apply(output) as tf.Tensor, input);
    return tf.sum(tf.mul(scores, share));
  };
  const gradient = tf.grad(weighed)(values);
  return {
    values: { shape: mapShape(values.shape), values: values.dataSync() as Float32Array },
    gradient: gradient.dataSync() as Float32Array,
  };
}
