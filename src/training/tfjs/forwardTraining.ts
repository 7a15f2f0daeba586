// The forward pass of training. tf.layers' own dropout repeats one mask when it is given a seed
// (tensorflow/tfjs draws it anew from that seed each time), so the masks come from the run's generator.
import * as tf from "../../lib/network/tf.js";
import { dropoutMask } from "../batches/batches.js";

/**
 * The network's output on a batch as it trains, dropout on.
 * @param images [N,28,28,1]
 * @param batch the number of the batch in the run, which decides the masks
 */
// #region forwardTraining
export function forwardTraining(
  network: tf.Sequential,
  images: tf.Tensor,
  { seed, batch }: { seed: number; batch: number },
): tf.Tensor {
  let activations = images;
  network.layers.forEach((layer, index) => {
    // El dropout: un sorteo para cada neurona y cada imagen
    if (layer.getClassName() === "Dropout") {
      const { rate } = layer.getConfig() as { rate: number };
      if (rate === 0) return;
      const shape = maskShape(layer, activations.shape);
      const mask = dropoutMask(tf.util.sizeFromShape(shape), rate, { seed, batch, layer: index });
      activations = tf.mul(activations, tf.tensor(mask, shape));
    } else {
      // Las demás capas, en modo de entrenamiento
      activations = layer.apply(activations, { training: true }) as tf.Tensor;
    }
  });
  return activations;
}
// #endregion

/** That of the activations, unless the layer's `noiseShape` shares a draw along some axes (1 there). */
function maskShape(layer: tf.layers.Layer, activations: readonly number[]): number[] {
  const { noiseShape } = layer.getConfig() as { noiseShape?: (number | null)[] | null };
  return activations.map((size, axis) => noiseShape?.[axis] ?? size);
}
