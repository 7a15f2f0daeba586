// The original notebook's network in tf.layers, with PyTorch's default initial weights. Fed with
// images [N,28,28,1] in 0–1, it gives log-probabilities [N,10].
import { RandomStream } from "../numbers/random.js";
import { checkSize } from "./checkNetwork.js";
import * as tf from "./tf.js";

/** tf.layers knows this activation, but its types do not list it. */
export const logSoftmax = "logSoftmax" as "softmax";

/** The network with its initial weights; the caller disposes of it. */
export function createNetwork({ seed = 42, dropoutRate = 0.4 } = {}): tf.Sequential {
  // #region network
  const network = tf.sequential({
    layers: [
      tf.layers.conv2d({
        name: "conv1",
        inputShape: [28, 28, 1],
        filters: 10,
        kernelSize: 3,
        activation: "relu",
      }),
      tf.layers.maxPooling2d({ name: "pool1", poolSize: 2 }),
      tf.layers.conv2d({ name: "conv2", filters: 20, kernelSize: 3, activation: "relu" }),
      tf.layers.maxPooling2d({ name: "pool2", poolSize: 2 }),
      tf.layers.flatten({ name: "flatten" }),
      tf.layers.dense({ name: "fc1", units: 50, activation: "relu" }),
      tf.layers.dropout({ name: "drop", rate: dropoutRate }),
      tf.layers.dense({ name: "fc2", units: 10 }),
      tf.layers.activation({ name: "logSoftmax", activation: logSoftmax }),
    ],
  });
  // #endregion
  return initializeLikePyTorch(network, seed);
}

/**
 * The network with every kernel and bias set to PyTorch's default: uniform in ±1/√fanIn, where fanIn is the number of
 * inputs of one unit (torch.nn.modules.conv and linear, reset_parameters). Throws a ReaderError for too many weights.
 */
export function initializeLikePyTorch<Network extends tf.LayersModel>(
  network: Network,
  seed: number,
): Network {
  checkSize(network);
  let stream = 0;
  for (const layer of network.layers) {
    if (!layer.weights.some(isKernel)) continue;
    let bound = 0;
    const values = layer.weights.map((variable) => {
      if (isKernel(variable)) bound = 1 / Math.sqrt(fanInOf(variable)); // a bias follows its kernel
      const weight = variable.read();
      const random = new RandomStream(seed, "weights", stream++);
      const uniform = Float32Array.from(
        { length: weight.size },
        () => (2 * random.uniform() - 1) * bound,
      );
      return tf.tensor(uniform, weight.shape);
    });
    layer.setWeights(values);
    tf.dispose(values);
  }
  return network;
}

function isKernel({ originalName }: tf.LayerVariable): boolean {
  return originalName.endsWith("kernel");
}

/** Numbers that one number of the output is summed from: of a map alone where each has a filter of its own. */
function fanInOf({ originalName, shape }: tf.LayerVariable): number {
  const axes = originalName.endsWith("depthwise_kernel") ? shape.slice(0, 2) : shape.slice(0, -1);
  return axes.reduce<number>((product, n) => product * (n ?? 1), 1);
}
