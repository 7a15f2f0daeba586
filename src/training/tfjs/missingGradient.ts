// Whether tfjs, on the backend that is set, can train a network. Some backends lack the gradients of
// some layers, which shows only when one is computed.
import { forwardTraining } from "./forwardTraining.js";
import { logarithmicOutput } from "./logarithmicOutput.js";
import { networkFromTopology } from "../../lib/network/networkFromTopology.js";
import * as tf from "../../lib/network/tf.js";

/** Why not, in tfjs's words; undefined if it can. Computes the gradient of one black image. */
export async function missingGradient(topology: string): Promise<string | undefined> {
  const network = await networkFromTopology(logarithmicOutput(topology).topology);
  try {
    tf.tidy(() => {
      const image = tf.zeros([1, ...(network.inputs[0]!.shape.slice(1) as number[])]);
      const variables = network.trainableWeights.map((weight) => weight.read() as tf.Variable);
      const loss = () => tf.mean<tf.Scalar>(forwardTraining(network, image, { seed: 0, batch: 0 }));
      tf.variableGrads(loss, variables);
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    network.dispose();
  }
}
