// The error of each kind of layer where it stands; those without weights are here.
import { depthwiseBound } from "./depthwiseBound.js";
import { type LayerBound, UNIT } from "./floatError.js";
import type { LayerOf, LayerPlace } from "./layerPlace.js";
import { averagePoolingBound, globalPoolingBound, maxPoolingBound } from "./poolingBounds.js";
import * as softmaxBounds from "./softmaxBounds.js";
import { convolutionBound, denseBound, normalizationBound } from "./weightedLayerBounds.js";
import type { ReferenceLayer } from "../../src/engine/reference/referenceLayers.js";
import { logSoftmax } from "../../src/engine/reference/softmax.js";
import type { Tensor } from "../../src/engine/reference/tensor.js";

export function layerBound(
  layer: Exclude<ReferenceLayer, { kind: "sum" }>,
  place: LayerPlace,
): LayerBound {
  const { input, error, output } = place;
  switch (layer.kind) {
    case "convolution":
      return convolutionBound(layer, place);
    case "depthwise":
      return depthwiseBound(layer, place);
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
    case "globalAveragePooling":
      return globalPoolingBound(place);
    case "flatten":
      return {
        error: error.reshape(output.shape),
        backward: (_, gradientError) => ({ input: gradientError.reshape(input.shape) }),
      };
    case "relu":
      return reluBound(place);
    case "leakyRelu":
      return leakyReluBound(layer, place);
    case "softmax":
    case "logSoftmax":
      return softmaxBound(layer, place);
  }
}

/** A product with the mask, which is exact where the mask is zero or a power of two. */
function dropoutBound(layer: LayerOf<"dropout">, { mask, input, error }: LayerPlace): LayerBound {
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
function reluBound({ input, error }: LayerPlace): LayerBound {
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

/**
 * Below zero a product with alpha, which is exact for a power of two and else rounded, as alpha itself is.
 * Where the sign is in doubt, the gradient may be multiplied by one or by alpha.
 */
function leakyReluBound({ alpha }: LayerOf<"leakyRelu">, { input, error }: LayerPlace): LayerBound {
  const [least, most] = [Math.min(alpha, 1), Math.max(alpha, 1)];
  const rounding = Number.isInteger(Math.log2(alpha)) ? 0 : 2 * UNIT * alpha;
  const isPositive = (i: number) => input.values[i]! > error.values[i]!;
  return {
    error: input.map((value, i) => {
      const e = error.values[i]!;
      return isPositive(i) ? e : most * e + rounding * (Math.abs(value) + e);
    }),
    backward: (gradient, gradientError) => ({
      input: gradientError.map((e, i) => {
        if (isPositive(i)) return e;
        const size = Math.abs(gradient.values[i]!) + e;
        const isSure = error.values[i] === 0 || input.values[i]! < -error.values[i]!;
        return (isSure ? alpha : most) * e + rounding * size + (isSure ? 0 : (most - least) * size);
      }),
    }),
  };
}

function softmaxBound({ kind }: ReferenceLayer, place: LayerPlace): LayerBound {
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
