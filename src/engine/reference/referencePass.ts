// Reference, frozen: a pass through the layers of a network, and the way back. What several layers read gets
// the sum of the gradients that each of them gives it.
import { type LayerPass, layerPass, type Setting, type Weights } from "./layerPass.js";
import type { PlacedLayer } from "./referenceLayers.js";
import { Tensor } from "./tensor.js";
import { InternalError } from "../../lib/errors/internalError.js";

export interface ReferencePass {
  layers: readonly PlacedLayer[];
  /** The input, and the output of each layer. */
  activations: Tensor[];
  /** Of each layer. */
  passes: LayerPass[];
}

export function forwardPass(
  layers: readonly PlacedLayer[],
  images: Tensor,
  setting: Setting,
): ReferencePass {
  const activations = [images];
  const passes = layers.map((layer) => {
    const inputs = layer.reads.map((place) => activations[place]!);
    const pass = layer.kind === "sum" ? sumPass(inputs) : layerPass(layer, inputs[0]!, setting);
    activations.push(pass.output);
    return pass;
  });
  return { layers, activations, passes };
}

export interface BackwardPass {
  /** The gradient in each of the activations. */
  activationGradients: Tensor[];
  /** In each weight that learns, by name. */
  gradients: Weights;
}

/** @param gradient of the last activation */
export function backwardPass(
  { layers, activations, passes }: ReferencePass,
  gradient: Tensor,
): BackwardPass {
  const found = activations.map(({ shape }) => new Tensor(shape));
  found[found.length - 1] = gradient;
  const gradients = new Map<string, Tensor>();
  for (let i = layers.length - 1; i >= 0; i--) {
    const { input, weights } = passes[i]!.backward(found[i + 1]!);
    for (const place of layers[i]!.reads) {
      found[place] = found[place]!.map((value, k) => value + input.values[k]!);
    }
    for (const [name, own] of weights ?? []) gradients.set(name, own);
  }
  return { activationGradients: found, gradients };
}

/** Σ of the inputs; each of them gets the gradient of the sum. */
function sumPass([first, ...others]: readonly Tensor[]): LayerPass {
  if (first === undefined) throw new InternalError("terms of a sum expected, none found");
  const output = first.map((value, i) =>
    others.reduce((sum, { values }) => sum + values[i]!, value),
  );
  return { output, backward: (gradient) => ({ input: gradient }) };
}
