// The loss wants log p. Where a network ends in softmax, the logarithm of a p too small for float32 would
// be minus infinity; so its softmax is replaced by log-softmax, as the engine does too.
import { type LayerJson, parseTopology } from "../../lib/network/topology.js";

export interface LogarithmicOutput {
  /** tf.layers' JSON, of the same weights. */
  topology: string;
  /** Whether the network gives log-probabilities; if not, numbers of which log-softmax is to be taken. */
  logarithmic: boolean;
}

/** @param topology tf.layers' JSON of a network */
export function logarithmicOutput(topology: string): LogarithmicOutput {
  const network = parseTopology(topology);
  const last = network.config.layers.findLast((layer) => !passesOn(layer));
  if (last?.config.activation === "softmax") last.config.activation = "logSoftmax";
  if (last?.class_name === "Softmax") {
    last.class_name = "Activation";
    last.config = { name: last.config.name, activation: "logSoftmax" };
  }
  return {
    topology: JSON.stringify(network),
    logarithmic: last?.config.activation === "logSoftmax",
  };
}

/** Whether the layer changes no number. */
function passesOn({ class_name: className, config: { activation } }: LayerJson): boolean {
  return className === "Flatten" || (className === "Activation" && activation === "linear");
}
