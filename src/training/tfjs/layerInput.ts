// What a layer of a tfjs network reads: the output of the one before it, or of those that it joins.
import type * as tf from "../../lib/network/tf.js";

/**
 * @param outputs of the layers before it, by their names
 * @param images what the network takes
 */
export function layerInput(
  layer: tf.layers.Layer,
  outputs: ReadonlyMap<string, tf.Tensor>,
  images: tf.Tensor,
): tf.Tensor | tf.Tensor[] {
  const [node] = layer.inboundNodes;
  const read = (node?.inboundLayers ?? []).map(({ name }) => outputs.get(name) ?? images);
  return read.length > 1 ? read : (read[0] ?? images);
}

/**
 * What each layer gives for the images, by its name, dropout off.
 * @param given in the place of what those layers give
 */
export function layerOutputs(
  layers: readonly tf.layers.Layer[],
  images: tf.Tensor,
  given: ReadonlyMap<string, tf.Tensor> = new Map<string, tf.Tensor>(),
): Map<string, tf.Tensor> {
  const outputs = new Map<string, tf.Tensor>();
  for (const layer of layers) {
    const isInput = layer.getClassName() === "InputLayer";
    const apply = () => layer.apply(layerInput(layer, outputs, images)) as tf.Tensor;
    outputs.set(layer.name, given.get(layer.name) ?? (isInput ? images : apply()));
  }
  return outputs;
}
