// One layer in a pass of the reference: what its bound is found from.
import type { Mask, Weights } from "../../src/engine/reference/layerPass.js";
import type { ReferenceLayer } from "../../src/engine/reference/referenceLayers.js";
import type { Tensor } from "../../src/engine/reference/tensor.js";

export type LayerOf<Kind extends ReferenceLayer["kind"]> = ReferenceLayer & { kind: Kind };

export interface LayerPlace {
  weights: Weights;
  mask?: Mask | undefined;
  input: Tensor;
  /** Of the input. */
  error: Tensor;
  output: Tensor;
  /** What follows, which decides how the engine computes some layers. */
  next?: ReferenceLayer | undefined;
}
