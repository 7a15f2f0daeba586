// Reference, frozen: one layer on a batch, forward, and the way back through it.
import { averagePooling, averagePoolingGradient } from "./averagePooling.js";
import { dropout } from "./dropout.js";
import { globalAveragePooling, globalAveragePoolingGradient } from "./globalAveragePooling.js";
import { leakyRelu, leakyReluGradient } from "./leakyRelu.js";
import { maxPooling, maxPoolingGradient } from "./maxPooling.js";
import type { ReferenceLayer } from "./referenceLayers.js";
import { relu, reluGradient } from "./relu.js";
import { logSoftmax, logSoftmaxGradient, softmax, softmaxGradient } from "./softmax.js";
import type { MapShape, Tensor } from "./tensor.js";
import { convolutionPass, densePass, depthwisePass, normalizationPass } from "./weightedPasses.js";

/** By name, such as `conv1/kernel`. */
export type Weights = ReadonlyMap<string, Tensor>;

/** The mask of a dropout layer, as many numbers as there are values. */
export type Mask = (size: number, layer: { rate: number; layer: number }) => ArrayLike<number>;

export interface Setting {
  weights: Weights;
  /** In training only. */
  mask?: Mask | undefined;
}

export interface LayerPass {
  output: Tensor;
  /** What the layer's own statistics become in training, by name. */
  moved?: Weights;
  backward: (gradient: Tensor) => LayerGradients;
}

export interface LayerGradients {
  input: Tensor;
  /** The gradients of the layer's own weights, by name. */
  weights?: Weights;
}

export type LayerOf<Kind extends ReferenceLayer["kind"]> = ReferenceLayer & { kind: Kind };

/** Of a layer that reads one value. */
export function layerPass(
  layer: Exclude<ReferenceLayer, { kind: "sum" }>,
  input: Tensor,
  setting: Setting,
): LayerPass {
  switch (layer.kind) {
    case "convolution":
      return convolutionPass(layer, input, setting);
    case "depthwise":
      return depthwisePass(layer, input, setting);
    case "dense":
      return densePass(layer, input, setting);
    case "batchNormalization":
      return normalizationPass(layer, input, setting);
    case "dropout":
      return dropoutPass(layer, input, setting);
    case "maxPooling": {
      const backward = (gradient: Tensor) => maxPoolingGradient(gradient, { ...layer, input });
      return simplePass(maxPooling(input, layer), backward);
    }
    case "averagePooling": {
      const backward = (gradient: Tensor) => averagePoolingGradient(gradient, { ...layer, input });
      return simplePass(averagePooling(input, layer), backward);
    }
    case "globalAveragePooling": {
      const backward = (gradient: Tensor) => globalAveragePoolingGradient(gradient, input);
      return simplePass(globalAveragePooling(input), backward);
    }
    case "flatten": {
      const [images] = input.shape as MapShape;
      const output = input.reshape([images, input.values.length / images]);
      return simplePass(output, (gradient) => gradient.reshape(input.shape));
    }
    default:
      return activationPass(layer, input);
  }
}

/** Of what changes each number, or each row of channels, by a formula without weights. */
function activationPass(
  layer: LayerOf<"relu" | "leakyRelu" | "softmax" | "logSoftmax">,
  input: Tensor,
): LayerPass {
  switch (layer.kind) {
    case "relu":
      return simplePass(relu(input), (gradient) => reluGradient(gradient, input));
    case "leakyRelu": {
      const { alpha } = layer;
      const backward = (gradient: Tensor) => leakyReluGradient(gradient, input, alpha);
      return simplePass(leakyRelu(input, alpha), backward);
    }
    case "softmax": {
      const output = softmax(input);
      return simplePass(output, (gradient) => softmaxGradient(gradient, output));
    }
    case "logSoftmax": {
      const output = logSoftmax(input);
      return simplePass(output, (gradient) => logSoftmaxGradient(gradient, output));
    }
  }
}

function simplePass(output: Tensor, inputGradient: (gradient: Tensor) => Tensor): LayerPass {
  return { output, backward: (gradient) => ({ input: inputGradient(gradient) }) };
}

function dropoutPass(layer: LayerOf<"dropout">, input: Tensor, { mask }: Setting): LayerPass {
  if (!mask || layer.rate === 0) return simplePass(input, (gradient) => gradient);
  const drawn = mask(input.values.length, layer);
  return simplePass(dropout(input, drawn), (gradient) => dropout(gradient, drawn));
}
