// The errors of the layers that have weights, of their gradients and of what moves: linearBounds.ts and
// normalizationBounds.ts on the weights of their place.
import { absolute, type GradientBounds, type LayerBound, plus } from "./floatError.js";
import * as winogradFour from "./winogradFourBounds.js";
import type { LayerOf, LayerPlace } from "./layerPlace.js";
import { linearBound } from "./linearBounds.js";
import * as normalizationBounds from "./normalizationBounds.js";
import {
  batchNormalizationGradients,
  batchStatistics,
} from "../../src/engine/reference/batchNormalization.js";
import { convolution, convolutionGradients } from "../../src/engine/reference/convolution.js";
import { dense, denseGradients } from "../../src/engine/reference/dense.js";
import { borderOf } from "../../src/engine/reference/weightedPasses.js";
import { type MapShape, Tensor } from "../../src/engine/reference/tensor.js";
import { windowCount } from "../../src/engine/reference/slidingWindows.js";
import { zeroPadding, zeroPaddingGradient } from "../../src/engine/reference/zeroPadding.js";
import { suitsWinogradFour } from "../../src/engine/plan/tileFrame.js";
import { suitsWinograd } from "../../src/engine/places/winogradShape.js";

export function convolutionBound(layer: LayerOf<"convolution">, place: LayerPlace): LayerBound {
  const { name, kernel: kernelName, rows } = layer;
  const border = borderOf(layer, place.input);
  const filters = place.weights.get(`${name}/${kernelName}`)!;
  const input = zeroPadding(place.input, border);
  const bound = linearBound([name, kernelName], {
    input,
    winograd: !isFour(layer, place) && isWinograd(input, filters, rows.stride),
    error: zeroPadding(place.error, border),
    kernel: filters,
    ...biasOf(layer, place, layer.filters),
    apply: (input, kernel, bias) =>
      convolution(input, { filters: kernel, bias, stride: rows.stride }),
    gradients: (gradient, input, kernel) => {
      const found = convolutionGradients(gradient, { input, filters: kernel, stride: rows.stride });
      return { input: found.input, kernel: found.filters, bias: found.bias };
    },
    products: (filters.values.length / filters.shape[2]!) | 0,
  });
  const four = isFour(layer, place);
  const backward: LayerBound["backward"] = (gradient, gradientError) => {
    const found = bound.backward(gradient, gradientError);
    const inside = { ...found, input: zeroPaddingGradient(found.input, border) };
    return four
      ? plusFour(inside, { layer, place, gradient, gradientError, zeros: border.top })
      : inside;
  };
  if (!four) return { ...bound, backward };
  const { bias } = biasOf(layer, place, layer.filters);
  const rounding = winogradFour.forwardRounding(place.input, filters, {
    error: place.error,
    bias,
    zeros: border.top,
  });
  return { ...bound, error: plus(bound.error, rounding), backward };
}

/** The bounds of the gradients, and what Winograd's F(4×4,3×3) rounds beside. */
function plusFour(
  found: GradientBounds,
  of: {
    layer: LayerOf<"convolution">;
    place: LayerPlace;
    gradient: Tensor;
    gradientError: Tensor;
    zeros: number;
  },
): GradientBounds {
  const { place, gradient, gradientError, zeros } = of;
  const kernel = `${of.layer.name}/kernel`;
  const filters = place.weights.get(kernel)!;
  const rounding = winogradFour.kernelRounding(
    plus(absolute(place.input), place.error),
    plus(absolute(gradient), gradientError),
    zeros,
  );
  const weights = new Map(found.weights);
  weights.set(kernel, plus(weights.get(kernel)!, rounding));
  const inputRounding = winogradFour.inputRounding(gradient, filters, {
    error: gradientError,
    zeros,
  });
  return { input: plus(found.input, inputRounding), weights };
}

/** As the engine chooses: the map stands in a frame, where a batch normalization follows. */
function isFour({ rows, columns }: LayerOf<"convolution">, place: LayerPlace): boolean {
  const [, H, W, channels] = place.input.shape as MapShape;
  const outputs = place.output.shape.at(-1)!;
  const shape = (height: number, width: number, channels: number) => {
    return { height, width, channels, pitch: channels };
  };
  return (
    place.next?.kind === "batchNormalization" &&
    rows.stride === columns.stride &&
    suitsWinogradFour({
      input: shape(H, W, channels),
      output: shape(windowCount(H, rows), windowCount(W, columns), outputs),
      filterHeight: rows.window,
      filterWidth: columns.window,
      stride: rows.stride,
    })
  );
}

/** Zeros, which add no rounding, where the layer has none. */
export function biasOf(
  { name, hasBias }: LayerOf<"convolution" | "depthwise" | "dense">,
  { weights }: LayerPlace,
  size: number,
) {
  return { hasBias, bias: hasBias ? weights.get(`${name}/bias`)! : new Tensor([size]) };
}

/** As the engine chooses. */
function isWinograd(input: Tensor, filters: Tensor, stride: number): boolean {
  const [, height, width, channels] = input.shape as MapShape;
  const [filterHeight, filterWidth, , outputs] = filters.shape as MapShape;
  const from = { height, width, channels, pitch: channels };
  return suitsWinograd({
    input: from,
    output: { ...from, channels: outputs },
    filterHeight,
    filterWidth,
    stride,
  });
}

export function denseBound(layer: LayerOf<"dense">, place: LayerPlace): LayerBound {
  const { name } = layer;
  const { weights, input, error } = place;
  const kernel = weights.get(`${name}/kernel`)!;
  return linearBound([name, "kernel"], {
    input,
    error,
    kernel,
    ...biasOf(layer, place, layer.units),
    apply: (x, w, b) => dense(x, { kernel: w, bias: b }),
    gradients: (gradient, x, w) => denseGradients(gradient, { input: x, kernel: w }),
    products: kernel.shape[1]!,
  });
}

export function normalizationBound(
  { name, epsilon, momentum }: LayerOf<"batchNormalization">,
  { weights, mask, input, error }: LayerPlace,
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
