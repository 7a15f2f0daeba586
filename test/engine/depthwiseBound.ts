// The error of a convolution that looks at each channel alone, and of its gradients.
import type { LayerBound } from "./floatError.js";
import type { LayerOf, LayerPlace } from "./layerPlace.js";
import { linearBound } from "./linearBounds.js";
import { biasOf } from "./weightedLayerBounds.js";
import {
  depthwiseConvolution,
  depthwiseConvolutionGradients,
} from "../../src/engine/reference/depthwiseConvolution.js";
import { borderOf } from "../../src/engine/reference/weightedPasses.js";
import { zeroPadding, zeroPaddingGradient } from "../../src/engine/reference/zeroPadding.js";

export function depthwiseBound(layer: LayerOf<"depthwise">, place: LayerPlace): LayerBound {
  const { name, rows } = layer;
  const { stride } = rows;
  const border = borderOf(layer, place.input);
  const kernel = place.weights.get(`${name}/depthwise_kernel`)!;
  const bound = linearBound([name, "depthwise_kernel"], {
    input: zeroPadding(place.input, border),
    error: zeroPadding(place.error, border),
    kernel,
    ...biasOf(layer, place, kernel.shape[2]!),
    apply: (input, filters, bias) => depthwiseConvolution(input, { filters, bias, stride }),
    gradients(gradient, input, filters) {
      const found = depthwiseConvolutionGradients(gradient, { input, filters, stride });
      return { input: found.input, kernel: found.filters, bias: found.bias };
    },
    products: kernel.shape[0]! * kernel.shape[1]!,
  });
  return {
    ...bound,
    backward(gradient, error) {
      const found = bound.backward(gradient, error);
      return { ...found, input: zeroPaddingGradient(found.input, border) };
    },
  };
}
