// tfjs computes a dilated convolution but not its gradient. The same convolution without dilation, whose
// filter has zeros between its weights, it can differentiate.
import * as tf from "../../lib/network/tf.js";

/** Where each keeps its filter; tf.layers' depthwise convolution alone has no dilation, whatever it is told. */
const filterNames = new Map([
  ["Conv2D", "kernel"],
  ["SeparableConv2D", "depthwiseKernel"],
]);

interface Filter {
  read: () => tf.Tensor;
}

/** From now on the network's dilated convolutions spread their filters whenever they use them. */
export function spreadDilatedFilters(network: tf.Sequential): void {
  for (const layer of network.layers) {
    const name = filterNames.get(layer.getClassName());
    if (name === undefined) continue;
    // tf.layers' types keep these to themselves.
    const convolution = layer as unknown as Record<string, Filter> & { dilationRate: unknown };
    const [down = 1, across = down] = [convolution.dilationRate].flat() as number[];
    if (down === 1 && across === 1) continue;
    const filter = convolution[name]!;
    convolution.dilationRate = [1, 1];
    convolution[name] = { read: () => spread(filter.read() as tf.Tensor4D, [down, across]) };
  }
}

/** [FH,FW,…] with `rate − 1` zeros between neighbours: [(FH − 1)·rate + 1, (FW − 1)·rate + 1,…]. */
export function spread(filter: tf.Tensor4D, [down, across]: [number, number]): tf.Tensor4D {
  return tf.tidy(() => {
    const [height, width, inputs, outputs] = filter.shape;
    const none: [number, number] = [0, 0];
    const spaced = tf.reshape(filter, [height, 1, width, 1, inputs * outputs]);
    const apart = tf.pad(spaced, [none, [0, down - 1], none, [0, across - 1], none]);
    const whole = tf.reshape(apart, [height * down, width * across, inputs, outputs]);
    const size = [(height - 1) * down + 1, (width - 1) * across + 1, inputs, outputs];
    return tf.slice(whole as tf.Tensor4D, [0, 0, 0, 0], size);
  });
}
