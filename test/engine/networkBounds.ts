// How far the engine's float32 may be from the reference on a whole network, number by number. See
// floatError.ts for the rules.
import type { LayerBound } from "./floatError.js";
import { layerBound } from "./layerBound.js";
import { lossGradientError } from "./softmaxBounds.js";
import { layerPass, type Mask, type Weights } from "../../src/engine/reference/layerPass.js";
import type {
  ReferenceNetwork,
  TrainingPass,
} from "../../src/engine/reference/referenceNetwork.js";
import type { Tensor } from "../../src/engine/reference/tensor.js";

export interface TrainingBounds {
  logProbabilities: Tensor;
  gradients: Weights;
  moved: Weights;
}

/** For a training pass of the reference: images are exact in float32, as the pass was given them. */
export function trainingBounds(
  network: ReferenceNetwork,
  { activations, activationGradients }: TrainingPass,
  mask: Mask,
): TrainingBounds {
  const layers = forwardBounds(network, activations, mask);
  const last = layers.at(-1)!;
  const gradients = new Map<string, Tensor>();
  // The engine computes the last log-softmax and the loss together.
  const [input, logProbabilities] = activations.slice(-2) as [Tensor, Tensor];
  let error = lossGradientError(
    { input, error: layers.at(-2)?.error ?? input.map(() => 0), logProbabilities },
    activationGradients.at(-2)!,
  );
  for (let i = layers.length - 2; i >= 0; i--) {
    const { input: inputError, weights } = layers[i]!.backward(activationGradients[i + 1]!, error);
    error = inputError;
    for (const [name, bound] of weights ?? []) gradients.set(name, bound);
  }
  return {
    logProbabilities: last.error,
    gradients,
    moved: new Map(layers.flatMap(({ moved }) => [...(moved ?? [])])),
  };
}

/** For an evaluation: the log-probabilities of the reference, and how far the engine's may be. */
export function boundedPrediction(
  network: ReferenceNetwork,
  images: Tensor,
): { logProbabilities: Tensor; error: Tensor } {
  const activations = [images];
  for (const layer of network.layers) {
    activations.push(layerPass(layer, activations.at(-1)!, network).output);
  }
  const layers = forwardBounds(network, activations);
  return { logProbabilities: activations.at(-1)!, error: layers.at(-1)!.error };
}

function forwardBounds(
  { layers, weights }: ReferenceNetwork,
  activations: readonly Tensor[],
  mask?: Mask,
): LayerBound[] {
  let error = activations[0]!.map(() => 0);
  return layers.map((layer, i) => {
    const [input, output] = activations.slice(i) as [Tensor, Tensor];
    const bound = layerBound(layer, { weights, mask, input, error, output, next: layers[i + 1] });
    error = bound.error;
    return bound;
  });
}
