// The network without the softmax at its end: it gives the scores of the classes, whose gradients tell more than
// those of the probabilities, for a probability near 1 hardly changes any more.
import { layerSources } from "../../lib/network/networkGraph.js";
import { parseTopology } from "../../lib/network/topology.js";

/** tf.layers' JSON of a network of the same weights that gives scores. */
export function scoreTopology(topology: string): string {
  const network = parseTopology(topology);
  const { config } = network;
  const last = config.layers.at(-1)!;
  const endsInSoftmax = /^(log_?)?softmax$/i.test(last.config.activation ?? "");
  if (last.class_name === "Softmax" || (last.class_name === "Activation" && endsInSoftmax)) {
    const [source] = layerSources(network).at(-1)!;
    config.layers.pop();
    if (config.output_layers) config.output_layers = [[source!, 0, 0]];
  } else if (endsInSoftmax) last.config.activation = "linear";
  return JSON.stringify(network);
}
