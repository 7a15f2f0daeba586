// Reference, frozen: one layer on a batch, forward, and the way back through it.
import { averagePooling, averagePoolingGradient } from "./averagePooling.js";
import * as normalization from "./batchNormalization.js";
import { convolution, convolutionGradients } from "./convolution.js";
import { dense, denseGradients } from "./dense.js";
import { dropout } from "./dropout.js";
import { globalAveragePooling, globalAveragePoolingGradient } from "./globalAveragePooling.js";
import { maxPooling, maxPoolingGradient } from "./maxPooling.js";
import type { ReferenceLayer } from "./referenceLayers.js";
import { relu, reluGradient } from "./relu.js";
import { outsidePositions } from "./slidingWindows.js";
import { logSoftmax, logSoftmaxGradient, softmax, softmaxGradient } from "./softmax.js";
import { type MapShape, Tensor } from "./tensor.js";
import { type Border, zeroPadding, zeroPaddingGradient } from "./zeroPadding.js";
import { InternalError } from "../../lib/errors/internalError.js";

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

type Of<Kind extends ReferenceLayer["kind"]> = ReferenceLayer & { kind: Kind };

export function layerPass(layer: ReferenceLayer, input: Tensor, setting: Setting): LayerPass {
  switch (layer.kind) {
    case "convolution":
      return convolutionPass(layer, input, setting);
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
    case "relu":
      return simplePass(relu(input), (gradient) => reluGradient(gradient, input));
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

/** The zeros that a convolution's `same` puts around its input. */
export function borderOf({ rows, columns }: Of<"convolution">, input: Tensor): Border {
  const [, H, W] = input.shape as MapShape;
  const { before: top, behind: bottom } = outsidePositions(H, rows);
  const { before: left, behind: right } = outsidePositions(W, columns);
  return { top, bottom, left, right };
}

function convolutionPass(layer: Of<"convolution">, input: Tensor, { weights }: Setting): LayerPass {
  const { name, rows, columns, filters: K } = layer;
  if (rows.stride !== columns.stride) {
    throw new InternalError(
      `one stride expected, ${rows.stride} and ${columns.stride} found in ${name}`,
    );
  }
  const filters = weights.get(`${name}/kernel`)!;
  const bias = biasOf(layer, weights, K);
  const border = borderOf(layer, input);
  const padded = zeroPadding(input, border);
  return {
    output: convolution(padded, { filters, bias, stride: rows.stride }),
    backward: (gradient) => {
      const found = convolutionGradients(gradient, { input: padded, filters, stride: rows.stride });
      return {
        input: zeroPaddingGradient(found.input, border),
        weights: ownGradients(layer, { kernel: found.filters, bias: found.bias }),
      };
    },
  };
}

/** Zeros where the layer has none. */
function biasOf(
  { name, hasBias }: Of<"convolution" | "dense">,
  weights: Weights,
  size: number,
): Tensor {
  return hasBias ? weights.get(`${name}/bias`)! : new Tensor([size]);
}

function ownGradients(
  { name, hasBias }: Of<"convolution" | "dense">,
  { kernel, bias }: { kernel: Tensor; bias: Tensor },
): Weights {
  return named(name, hasBias ? { kernel, bias } : { kernel });
}

function densePass(layer: Of<"dense">, input: Tensor, { weights }: Setting): LayerPass {
  const kernel = weights.get(`${layer.name}/kernel`)!;
  const bias = biasOf(layer, weights, layer.units);
  return {
    output: dense(input, { kernel, bias }),
    backward: (gradient) => {
      const { input: inputGradient, ...own } = denseGradients(gradient, { input, kernel });
      return { input: inputGradient, weights: ownGradients(layer, own) };
    },
  };
}

function normalizationPass(
  { name, epsilon, momentum }: Of<"batchNormalization">,
  input: Tensor,
  { weights, mask }: Setting,
): LayerPass {
  const weight = (of: string) => weights.get(`${name}/${of}`)!;
  const [gamma, beta] = [weight("gamma"), weight("beta")];
  const moving = { mean: weight("moving_mean"), variance: weight("moving_variance") };
  const training = mask !== undefined;
  const statistics = training ? normalization.batchStatistics(input) : moving;
  const moved = (of: keyof typeof moving) =>
    normalization.movedStatistics(moving[of], statistics[of], momentum);
  return {
    output: normalization.batchNormalization(input, { ...statistics, gamma, beta, epsilon }),
    moved: training
      ? named(name, { moving_mean: moved("mean"), moving_variance: moved("variance") })
      : new Map(),
    backward: (gradient) => {
      if (!training) {
        const fixed = { variance: moving.variance, gamma, epsilon };
        return { input: normalization.evaluationGradient(gradient, fixed) };
      }
      const { input: inputGradient, ...own } = normalization.batchNormalizationGradients(gradient, {
        input,
        ...statistics,
        gamma,
        epsilon,
      });
      return { input: inputGradient, weights: named(name, own) };
    },
  };
}

function dropoutPass(layer: Of<"dropout">, input: Tensor, { mask }: Setting): LayerPass {
  if (!mask || layer.rate === 0) return simplePass(input, (gradient) => gradient);
  const drawn = mask(input.values.length, layer);
  return simplePass(dropout(input, drawn), (gradient) => dropout(gradient, drawn));
}

/** The tensors by layer and name: `conv1/kernel`. */
function named(layer: string, tensors: Record<string, Tensor>): Weights {
  return new Map(Object.entries(tensors).map(([name, tensor]) => [`${layer}/${name}`, tensor]));
}
