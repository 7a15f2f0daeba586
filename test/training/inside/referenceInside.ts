// What the float64 reference says of the inside of a network: the other side of the tests of this folder.
import { layerPass } from "../../../src/engine/reference/layerPass.js";
import { ReferenceNetwork } from "../../../src/engine/reference/referenceNetwork.js";
import type { Tensor } from "../../../src/engine/reference/tensor.js";
import type { NamedWeight } from "../../../src/lib/network/namedWeight.js";
import { parseTopology } from "../../../src/lib/network/topology.js";

/** What the layers up to one give for images [N,H,W,C], dropout off. It is none that ends in softmax. */
export function referenceActivations(
  { topology, weights }: { topology: string; weights: readonly NamedWeight[] },
  images: Tensor,
  layerName: string,
): Tensor {
  const whole = parseTopology(topology);
  const { layers } = whole.config;
  const last = layers.findIndex(({ config }) => config.name === layerName);
  whole.config.layers = layers.slice(0, last + 1);
  const reference = new ReferenceNetwork(JSON.stringify(whole), weights);
  return reference.layers
    .slice(0, -1) // the log-softmax that it adds
    .reduce(
      (input, layer) => layerPass(layer, input, { weights: reference.weights }).output,
      images,
    );
}
