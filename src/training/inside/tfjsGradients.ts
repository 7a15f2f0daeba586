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
import { layerOutputs } from "../tfjs/layerInput.js";
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
    const image = imageTensor(network, pixels);
    const outputs = layerOutputs(network.layers, image);
    const scores = outputs.get(network.layers.at(-1)!.name)!;
    const share = tf.tensor1d(Float32Array.from(gradientInScores(scores.dataSync(), options)));
    const known = { network, image, share };
    const found = [
      gradientAt(undefined, image, known),
      ...options.layerNames.map((name) => gradientAt(name, outputOf(outputs, name), known)),
    ];
    found[0]!.values.shape = shownShape(topology);
    return found;
  } finally {
    tf.engine().endScope();
    network.dispose();
  }
}

function outputOf(outputs: ReadonlyMap<string, tf.Tensor>, name: string): tf.Tensor {
  const output = outputs.get(name);
  if (!output) throw new InternalError(`no layer ${name} in the network`);
  return output;
}

function imageTensor(network: tf.LayersModel, pixels: Uint8Array): tf.Tensor {
  const shape = network.inputs[0]!.shape.slice(1) as number[];
  return tf.tensor(scaled(pixels), [1, ...shape]);
}

interface Known {
  network: tf.LayersModel;
  image: tf.Tensor;
  share: tf.Tensor1D;
}

/** The gradient in what a layer gives; without a name, in the image. */
function gradientAt(
  name: string | undefined,
  values: tf.Tensor,
  { network: { layers }, image, share }: Known,
): ScoreGradient {
  const weighed = (input: tf.Tensor): tf.Scalar => {
    const start = name === undefined ? input : image;
    const given = name === undefined ? new Map() : new Map([[name, input]]);
    const scores = layerOutputs(layers, start, given).get(layers.at(-1)!.name)!;
    return tf.sum(tf.mul(scores, share));
  };
  const gradient = tf.grad(weighed)(values);
  return {
    values: { shape: mapShape(values.shape), values: values.dataSync() as Float32Array },
    gradient: gradient.dataSync() as Float32Array,
  };
}
