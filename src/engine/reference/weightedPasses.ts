// Reference, frozen: the layers that have weights, on a batch, forward, and the way back through them.
import * as normalization from "./batchNormalization.js";
import { convolution, convolutionGradients } from "./convolution.js";
import { dense, denseGradients } from "./dense.js";
import { depthwiseConvolution, depthwiseConvolutionGradients } from "./depthwiseConvolution.js";
import type { LayerOf, LayerPass, Setting, Weights } from "./layerPass.js";
import { outsidePositions } from "./slidingWindows.js";
import { type MapShape, Tensor } from "./tensor.js";
import { type Border, zeroPadding, zeroPaddingGradient } from "./zeroPadding.js";
import { InternalError } from "../../lib/errors/internalError.js";

type LearningLayer = LayerOf<"convolution" | "depthwise" | "dense">;

/** The zeros that a convolution's `same` puts around its input. */
export function borderOf(
  { rows, columns }: LayerOf<"convolution" | "depthwise">,
  input: Tensor,
): Border {
  const [, H, W] = input.shape as MapShape;
  const { before: top, behind: bottom } = outsidePositions(H, rows);
  const { before: left, behind: right } = outsidePositions(W, columns);
  return { top, bottom, left, right };
}

export function convolutionPass(
  layer: LayerOf<"convolution">,
  input: Tensor,
  { weights }: Setting,
): LayerPass {
  const { name, kernel, filters: K } = layer;
  const stride = strideOf(layer);
  const filters = weights.get(`${name}/${kernel}`)!;
  const bias = biasOf(layer, weights, K);
  const border = borderOf(layer, input);
  const padded = zeroPadding(input, border);
  return {
    output: convolution(padded, { filters, bias, stride }),
    backward: (gradient) => {
      const found = convolutionGradients(gradient, { input: padded, filters, stride });
      return {
        input: zeroPaddingGradient(found.input, border),
        weights: ownGradients(layer, { [kernel]: found.filters, bias: found.bias }),
      };
    },
  };
}

export function depthwisePass(
  layer: LayerOf<"depthwise">,
  input: Tensor,
  { weights }: Setting,
): LayerPass {
  const kernel = "depthwise_kernel";
  const stride = strideOf(layer);
  const filters = weights.get(`${layer.name}/${kernel}`)!;
  const bias = biasOf(layer, weights, input.shape[3]!);
  const border = borderOf(layer, input);
  const padded = zeroPadding(input, border);
  return {
    output: depthwiseConvolution(padded, { filters, bias, stride }),
    backward: (gradient) => {
      const found = depthwiseConvolutionGradients(gradient, { input: padded, filters, stride });
      return {
        input: zeroPaddingGradient(found.input, border),
        weights: ownGradients(layer, { [kernel]: found.filters, bias: found.bias }),
      };
    },
  };
}

function strideOf({ name, rows, columns }: LayerOf<"convolution" | "depthwise">): number {
  if (rows.stride !== columns.stride) {
    throw new InternalError(
      `one stride expected, ${rows.stride} and ${columns.stride} found in ${name}`,
    );
  }
  return rows.stride;
}

/** Zeros where the layer has none. */
function biasOf({ name, hasBias }: LearningLayer, weights: Weights, size: number): Tensor {
  return hasBias ? weights.get(`${name}/bias`)! : new Tensor([size]);
}

function ownGradients(
  { name, hasBias }: LearningLayer,
  { bias, ...kernel }: { bias: Tensor } & Record<string, Tensor>,
): Weights {
  return named(name, hasBias ? { ...kernel, bias } : kernel);
}

export function densePass(layer: LayerOf<"dense">, input: Tensor, { weights }: Setting): LayerPass {
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

export function normalizationPass(
  { name, epsilon, momentum }: LayerOf<"batchNormalization">,
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

/** The tensors by layer and name: `conv1/kernel`. */
function named(layer: string, tensors: Record<string, Tensor>): Weights {
  return new Map(Object.entries(tensors).map(([name, tensor]) => [`${layer}/${name}`, tensor]));
}
