// The forward pass of training. tf.layers' own dropout repeats one mask when it is given a seed
// (tensorflow/tfjs draws it anew from that seed each time), so the masks come from the run's generator.
import * as tf from "../../lib/network/tf.js";
import { layerInput } from "./layerInput.js";
import { dropoutMask } from "../batches/batches.js";

/**
 * The network's output on a batch as it trains, dropout on.
 * @param images [N,28,28,1]
 * @param batch the number of the batch in the run, which decides the masks
 */
// #region forwardTraining
export function forwardTraining(
  network: tf.LayersModel,
  images: tf.Tensor,
  { seed, batch }: { seed: number; batch: number },
): tf.Tensor {
  const outputs = new Map<string, tf.Tensor>(); // lo que da cada capa
  let activations = images;
  network.layers.forEach((layer, index) => {
    // Lo que da la capa anterior, o las varias que se suman
    const input = layerInput(layer, outputs, images);
    // El dropout: un sorteo para cada neurona y cada imagen
    if (layer.getClassName() === "Dropout") {
      activations = dropped(layer, input as tf.Tensor, { seed, batch, layer: index });
    } else if (layer.getClassName() !== "InputLayer") {
      // Las demás capas, en modo de entrenamiento
      activations = layer.apply(input, { training: true }) as tf.Tensor;
    }
    outputs.set(layer.name, activations);
  });
  return activations;
}
// #endregion

/** The numbers times the mask of the layer, drawn for this batch. */
function dropped(
  layer: tf.layers.Layer,
  input: tf.Tensor,
  draw: { seed: number; batch: number; layer: number },
): tf.Tensor {
  const { rate } = layer.getConfig() as { rate: number };
  if (rate === 0) return input;
  const shape = maskShape(layer, input.shape);
  const mask = dropoutMask(tf.util.sizeFromShape(shape), rate, draw);
  return tf.mul(input, tf.tensor(mask, shape));
}

/** That of the activations, unless the layer's `noiseShape` shares a draw along some axes (1 there). */
function maskShape(layer: tf.layers.Layer, activations: readonly number[]): number[] {
  const { noiseShape } = layer.getConfig() as { noiseShape?: (number | null)[] | null };
  return activations.map((size, axis) => noiseShape?.[axis] ?? size);
}
