// The network without the softmax at its end: it gives the scores of the classes, whose gradients tell more than
// those of the probabilities, for a probability near 1 hardly changes any more.
import { parseTopology } from "../../lib/network/topology.js";

/** tf.layers' JSON of a network of the same weights that gives scores. */
export function scoreTopology(topology: string): string {
  const network = parseTopology(topology);
  const { layers } = network.config;
  const last = layers.at(-1)!;
  if (last.class_name === "Softmax") layers.pop();
  else if (/^(log_?)?softmax$/i.test(last.config.activation ?? "")) {
    if (last.class_name === "Activation") layers.pop();
    else last.config.activation = "linear";
  }
  return JSON.stringify(network);
}
