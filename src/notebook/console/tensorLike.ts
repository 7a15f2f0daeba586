// Values of TensorFlow.js, known by what they have: the library itself is not loaded for that.
import type { LayersModel, Tensor } from "../../lib/network/tf.js";

/** Also a variable, and one that has been disposed of. */
export function isTensor(value: object): value is Tensor {
  return "dataId" in value && "dtype" in value && "shape" in value && Array.isArray(value.shape);
}

export function isNetwork(value: object): value is LayersModel {
  return "getWeights" in value && "layers" in value && Array.isArray(value.layers);
}
