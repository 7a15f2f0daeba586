// What the float64 reference says of the inside of a network: the other side of the tests of this folder.
import { ReferenceNetwork } from "../../../src/engine/reference/referenceNetwork.js";
import { forwardPass } from "../../../src/engine/reference/referencePass.js";
import type { Tensor } from "../../../src/engine/reference/tensor.js";
import type { NamedWeight } from "../../../src/lib/network/namedWeight.js";

/** What a layer gives for images [N,H,W,C], dropout off. It is none that ends the network in softmax. */
export function referenceActivations(
  { topology, weights }: { topology: string; weights: readonly NamedWeight[] },
  images: Tensor,
  layerName: string,
): Tensor {
  const { layers, outputs, weights: known } = new ReferenceNetwork(topology, weights);
  return forwardPass(layers, images, { weights: known }).activations[outputs.get(layerName)!]!;
}
