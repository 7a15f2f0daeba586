// How far the engine's float32 may be from the reference on a whole network, number by number. See
// floatError.ts for the rules.
import type { LayerBound } from "./floatError.js";
import { layerBound } from "./layerBound.js";
import { lossGradientError } from "./softmaxBounds.js";
import { sumError } from "./sumBound.js";
import type { Mask, Weights } from "../../src/engine/reference/layerPass.js";
import type { PlacedLayer } from "../../src/engine/reference/referenceLayers.js";
import type {
  ReferenceNetwork,
  TrainingPass,
} from "../../src/engine/reference/referenceNetwork.js";
import { forwardPass } from "../../src/engine/reference/referencePass.js";
import type { Tensor } from "../../src/engine/reference/tensor.js";

export interface TrainingBounds {
  logProbabilities: Tensor;
  gradients: Weights;
  moved: Weights;
}

/** For a training pass of the reference: images are exact in float32, as the pass was given them. */
export function trainingBounds(
  network: ReferenceNetwork,
  pass: TrainingPass,
  mask: Mask,
): TrainingBounds {
  const { activations, activationGradients } = pass;
  const bounds = forwardBounds(network, activations, mask);
  // The engine computes the last log-softmax and the loss together.
  const scores = network.layers.at(-1)!.reads[0]!;
  const lossError = lossGradientError(
    {
      input: activations[scores]!,
      error: errorsOf(bounds, activations)[scores]!,
      logProbabilities: activations.at(-1)!,
    },
    activationGradients[scores]!,
  );
  return {
    logProbabilities: bounds.at(-1)!.error,
    gradients: gradientBounds(network.layers, { pass, bounds, lossError }),
    moved: new Map(bounds.flatMap(({ moved }) => [...(moved ?? [])])),
  };
}

/** Layer by layer from the scores back; what several layers read adds up the gradients that they give it. */
function gradientBounds(
  layers: readonly PlacedLayer[],
  { pass, bounds, lossError }: { pass: TrainingPass; bounds: LayerBound[]; lossError: Tensor },
): Weights {
  const gradients = new Map<string, Tensor>();
  const given = pass.activations.map((): { gradient: Tensor; error: Tensor }[] => []);
  for (let i = layers.length - 2; i >= 0; i--) {
    const gradient = pass.activationGradients[i + 1]!;
    const found = given[i + 1]!;
    const error =
      found.length === 0
        ? lossError
        : sumError(listOf(found.map((one) => one.gradient)), listOf(found.map((one) => one.error)));
    const { input: inputError, weights } = bounds[i]!.backward(gradient, error);
    const { input } = pass.passes[i]!.backward(gradient);
    for (const place of layers[i]!.reads)
      given[place]!.push({ gradient: input, error: inputError });
    for (const [name, bound] of weights ?? []) gradients.set(name, bound);
  }
  return gradients;
}

function listOf(tensors: readonly Tensor[]): [Tensor, ...Tensor[]] {
  return tensors as [Tensor, ...Tensor[]];
}

/** For an evaluation: the log-probabilities of the reference, and how far the engine's may be. */
export function boundedPrediction(
  network: ReferenceNetwork,
  images: Tensor,
): { logProbabilities: Tensor; error: Tensor } {
  const { activations } = forwardPass(network.layers, images, network);
  const bounds = forwardBounds(network, activations);
  return { logProbabilities: activations.at(-1)!, error: bounds.at(-1)!.error };
}

function forwardBounds(
  { layers, weights }: ReferenceNetwork,
  activations: readonly Tensor[],
  mask?: Mask,
): LayerBound[] {
  const bounds: LayerBound[] = [];
  layers.forEach((layer, i) => {
    const errors = errorsOf(bounds, activations);
    const inputs = listOf(layer.reads.map((place) => activations[place]!));
    const inherited = listOf(layer.reads.map((place) => errors[place]!));
    if (layer.kind === "sum") {
      const error = sumError(inputs, inherited);
      bounds.push({ error, backward: (_, gradientError) => ({ input: gradientError }) });
      return;
    }
    const place = {
      next: soleReader(layers, i),
      input: inputs[0],
      error: inherited[0],
      output: activations[i + 1]!,
    };
    bounds.push(layerBound(layer, { weights, mask, ...place }));
  });
  return bounds;
}

/** Of the input, which has none, and of what each layer so far gives. */
function errorsOf(bounds: readonly LayerBound[], [input]: readonly Tensor[]): Tensor[] {
  return [input!.map(() => 0), ...bounds.map(({ error }) => error)];
}

/** The layer behind one, if it alone reads what that gives. */
function soleReader(layers: readonly PlacedLayer[], index: number): PlacedLayer | undefined {
  const readers = layers.filter(({ reads }) => reads.includes(index + 1));
  return readers.length === 1 && readers[0] === layers[index + 1] ? readers[0] : undefined;
}
