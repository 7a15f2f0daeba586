// What a network of tfjs says about given images, dropout off, some at a time.
import { scaled } from "../batches/batches.js";
import { layerOutputs } from "./layerInput.js";
import { breather } from "../loop/breathe.js";
import type { Predictions } from "../loop/predictions.js";
import type { Activations } from "../loop/trainer.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import * as tf from "../../lib/network/tf.js";
import { InternalError } from "../../lib/errors/internalError.js";

/** Images at once. */
const PART = 500;

/** @param logProbabilities of a batch of images, [n,...], as tensors [n,classes] */
export async function tfjsPredictions(
  network: tf.LayersModel,
  set: ImageSet,
  logProbabilities: (output: tf.Tensor) => tf.Tensor,
): Promise<Predictions> {
  const rows = await eachPart(network, set, (images) => {
    const batchSize = images.shape[0];
    return logProbabilities(network.predict(images, { batchSize }) as tf.Tensor);
  });
  const values = joined(rows);
  const classes = values.length / set.count;
  const losses = Float32Array.from(
    { length: set.count },
    (_, n) => -values[n * classes + set.labels[n]!]!,
  );
  return { logProbabilities: values, losses };
}

/** What a layer gives for the images; rejects with an InternalError if there is no such layer. */
export async function tfjsActivations(
  network: tf.LayersModel,
  set: ImageSet,
  layerName: string,
): Promise<Activations> {
  const index = network.layers.findIndex(({ name }) => name === layerName);
  if (index < 0) throw new InternalError(`no layer ${layerName} in the network`);
  const layers = network.layers.slice(0, index + 1);
  const shape = layers.at(-1)!.outputShape as tf.Shape;
  const parts = await eachPart(network, set, (images) =>
    layerOutputs(layers, images).get(layerName)!,
  );
  const channels = shape.at(-1)!;
  const [height, width] = shape.length === 4 ? (shape.slice(1, 3) as number[]) : [1, 1];
  return { shape: [set.count, height!, width!, channels], values: joined(parts) };
}

/** What `compute` makes of the images, 0–1 and shaped as the network wants them, part by part. */
async function eachPart(
  network: tf.LayersModel,
  { images, count }: ImageSet,
  compute: (images: tf.Tensor) => tf.Tensor,
): Promise<Float32Array[]> {
  const shape = network.inputs[0]!.shape.slice(1) as number[];
  const pixels = images.length / count;
  const parts: Float32Array[] = [];
  const breatheIfDue = breather();
  for (let first = 0; first < count; first += PART) {
    const end = Math.min(first + PART, count);
    const part = scaled(images.subarray(first * pixels, end * pixels));
    const output = tf.tidy(() => compute(tf.tensor(part, [end - first, ...shape])));
    parts.push((await output.data()) as Float32Array);
    output.dispose();
    await breatheIfDue();
  }
  return parts;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
