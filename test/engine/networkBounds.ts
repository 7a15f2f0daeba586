// How far the engine's float32 may be from the reference on a whole network, number by number. See
// floatError.ts for the rules.
import { linearBound } from "./linearBounds.js";
import * as normalizationBounds from "./normalizationBounds.js";
import { averagePoolingBound, maxPoolingBound } from "./poolingBounds.js";
import * as softmaxBounds from "./softmaxBounds.js";
import { type LayerBound, UNIT } from "./floatError.js";
import {
  batchNormalizationGradients,
  batchStatistics,
} from "../../src/engine/reference/batchNormalization.js";
import { convolution, convolutionGradients } from "../../src/engine/reference/convolution.js";
import { dense, denseGradients } from "../../src/engine/reference/dense.js";
import {
  borderOf,
  layerPass,
  type Mask,
  type Weights,
} from "../../src/engine/reference/layerPass.js";
import type { ReferenceLayer } from "../../src/engine/reference/referenceLayers.js";
import type {
  ReferenceNetwork,
  TrainingPass,
} from "../../src/engine/reference/referenceNetwork.js";
import { logSoftmax } from "../../src/engine/reference/softmax.js";
import { type MapShape, Tensor } from "../../src/engine/reference/tensor.js";
import { suitsWinograd } from "../../src/engine/places/winogradShape.js";
import { zeroPadding, zeroPaddingGradient } from "../../src/engine/reference/zeroPadding.js";

export interface TrainingBounds {
  logProbabilities: Tensor;
  gradients: Weights;
  moved: Weights;
}

type Of<Kind extends ReferenceLayer["kind"]> = ReferenceLayer & { kind: Kind };

interface Place {
  weights: Weights;
  mask?: Mask | undefined;
  input: Tensor;
  /** Of the input. */
  error: Tensor;
  output: Tensor;
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
  let error = softmaxBounds.lossGradientError(
    { input, error: layers.at(-2)?.error ?? input.map(() => 0), logProbabilities },
    activationGradients.at(-2)!,
  );
  for (let i = layers.length - 2; i >= 0; i--) {
    const { input: inputError, weights } = layers[i]!.backward(activationGradients[i + 1]!, error);
    error = inputError;
    for (const [name, bound] of weights ?? []) gradients.set(name, bound);
  }
  return {
    ...{ logProbabilities: last.error, gradients },
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
    const bound = layerBound(layer, { weights, mask, input, error, output });
    error = bound.error;
    return bound;
  });
}

function layerBound(layer: ReferenceLayer, place: Place): LayerBound {
  const { input, error, output } = place;
  switch (layer.kind) {
    case "convolution":
      return convolutionBound(layer, place);
    case "dense":
      return denseBound(layer, place);
    case "batchNormalization":
      return normalizationBound(layer, place);
    case "dropout":
      return dropoutBound(layer, place);
    case "maxPooling":
      return maxPoolingBound({ pooling: layer, input, error, output });
    case "averagePooling":
      return averagePoolingBound({ pooling: layer, input, error });
    case "flatten":
      return {
        error: error.reshape(output.shape),
        backward: (_, gradientError) => ({ input: gradientError.reshape(input.shape) }),
      };
    case "relu":
      return reluBound(place);
    case "softmax":
    case "logSoftmax":
      return softmaxBound(layer, place);
  }
}

function convolutionBound(layer: Of<"convolution">, place: Place): LayerBound {
  const { name, rows } = layer;
  const border = borderOf(layer, place.input);
  const filters = place.weights.get(`${name}/kernel`)!;
  const input = zeroPadding(place.input, border);
  const bound = linearBound(name, {
    input,
    winograd: isWinograd(input, filters, rows.stride),
    error: zeroPadding(place.error, border),
    kernel: filters,
    bias: place.weights.get(`${name}/bias`)!,
    apply: (input, kernel, bias) =>
      convolution(input, { filters: kernel, bias, stride: rows.stride }),
    gradients: (gradient, input, kernel) => {
      const found = convolutionGradients(gradient, { input, filters: kernel, stride: rows.stride });
      return { input: found.input, kernel: found.filters, bias: found.bias };
    },
    products: (filters.values.length / filters.shape[2]!) | 0,
  });
  const backward: LayerBound["backward"] = (gradient, error) => {
    const found = bound.backward(gradient, error);
    return { ...found, input: zeroPaddingGradient(found.input, border) };
  };
  return { ...bound, backward };
}

/** As the engine chooses. */
function isWinograd(input: Tensor, filters: Tensor, stride: number): boolean {
  const [, height, width, channels] = input.shape as MapShape;
  const [filterHeight, filterWidth, , outputs] = filters.shape as MapShape;
  const from = { height, width, channels, pitch: channels };
  return suitsWinograd({
    ...{ input: from, output: { ...from, channels: outputs } },
    ...{ filterHeight, filterWidth, stride },
  });
}

function denseBound({ name }: Of<"dense">, { weights, input, error }: Place): LayerBound {
  const kernel = weights.get(`${name}/kernel`)!;
  return linearBound(name, {
    ...{ input, error, kernel, bias: weights.get(`${name}/bias`)! },
    apply: (x, w, b) => dense(x, { kernel: w, bias: b }),
    gradients: (gradient, x, w) => denseGradients(gradient, { input: x, kernel: w }),
    products: kernel.shape[1]!,
  });
}

function normalizationBound(
  { name, epsilon, momentum }: Of<"batchNormalization">,
  { weights, mask, input, error }: Place,
): LayerBound {
  const weight = (of: string) => weights.get(`${name}/${of}`)!;
  const [gamma, beta] = [weight("gamma"), weight("beta")];
  const moving = { mean: weight("moving_mean"), variance: weight("moving_variance") };
  const zero = gamma.map(() => 0);
  const statistics = mask ? batchStatistics(input) : moving;
  const statisticsError = mask
    ? normalizationBounds.statisticsError(input, error, statistics)
    : { mean: zero, variance: zero };
  const normalized = { input, error, ...statistics, statisticsError, gamma, beta, epsilon };
  const moved = (of: "mean" | "variance") =>
    normalizationBounds.movedError(
      { moving: moving[of], batch: statistics[of], batchError: statisticsError[of] },
      momentum,
    );
  return {
    error: normalizationBounds.normalizationError(normalized),
    moved: new Map([
      [`${name}/moving_mean`, moved("mean")],
      [`${name}/moving_variance`, moved("variance")],
    ]),
    backward: (gradient, gradientError) => {
      const own = batchNormalizationGradients(gradient, normalized);
      const back = normalizationBounds.normalizationBackward(normalized, own);
      const found = back(gradient, gradientError);
      const named = new Map([
        [`${name}/gamma`, found.gamma],
        [`${name}/beta`, found.beta],
      ]);
      return { input: found.input, weights: named };
    },
  };
}

/** A product with the mask, which is exact where the mask is zero or a power of two. */
function dropoutBound(layer: Of<"dropout">, { mask, input, error }: Place): LayerBound {
  if (!mask) return { error, backward: (_, gradientError) => ({ input: gradientError }) };
  const drawn = mask(input.values.length, layer);
  const errorOf = (values: Tensor, inherited: Tensor) =>
    values.map((value, i) => {
      const factor = drawn[i]!;
      const isExact = factor === 0 || Number.isInteger(Math.log2(factor));
      return factor * (inherited.values[i]! + (isExact ? 0 : UNIT * Math.abs(value)));
    });
  return {
    error: errorOf(input, error),
    backward: (gradient, gradientError) => ({ input: errorOf(gradient, gradientError) }),
  };
}

/**
 * What passes keeps its error, since ReLU brings no two numbers farther apart. What is nearer to zero than
 * its error may pass or not: the whole gradient is in doubt.
 */
function reluBound({ input, error }: Place): LayerBound {
  const passes = (i: number) => input.values[i]! > -error.values[i]!;
  const isSure = (i: number) => error.values[i] === 0 || input.values[i]! > error.values[i]!;
  return {
    error: error.map((e, i) => (passes(i) ? e : 0)),
    backward: (gradient, gradientError) => ({
      input: gradientError.map((e, i) => {
        if (!passes(i)) return 0;
        return isSure(i) ? e : e + Math.abs(gradient.values[i]!);
      }),
    }),
  };
}

function softmaxBound({ kind }: ReferenceLayer, place: Place): LayerBound {
  const { input, error, output } = place;
  const softmax = { input, error, logProbabilities: logSoftmax(input) };
  const isLogarithm = kind === "logSoftmax";
  const outputError = isLogarithm
    ? softmaxBounds.logSoftmaxError(softmax)
    : softmaxBounds.softmaxError(softmax);
  const back = isLogarithm
    ? softmaxBounds.logSoftmaxBackwardError
    : softmaxBounds.softmaxBackwardError;
  return {
    error: outputError,
    backward: (gradient, gradientError) => ({
      input: back({ gradient, error: gradientError }, { output, outputError }),
    }),
  };
}
