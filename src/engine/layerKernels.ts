// The kernels of one layer, in the phases of a step. Kernels of one phase may run on slices side by
// side; between phases all the threads wait for each other.
import type { ModuleBuilder } from "./assembler/moduleBuilder.js";
import * as normalization from "./kernels/batchNormalization.js";
import * as convolutionBackward from "./kernels/convolutionBackward.js";
import { defineConvolutionForward } from "./kernels/convolutionForward.js";
import * as dense from "./kernels/dense.js";
import { defineDropoutApply, defineDropoutMask } from "./kernels/dropout.js";
import { defineKernelLayout } from "./kernels/kernelLayout.js";
import * as padding from "./kernels/padding.js";
import { definePooling, definePoolingGradient } from "./kernels/pooling.js";
import { defineRelu, defineReluGradient } from "./kernels/relu.js";
import { defineSoftmax, defineSoftmaxGradient } from "./kernels/softmax.js";
import { defineWinogradForward } from "./kernels/winogradForward.js";
import { defineWinogradLayout } from "./kernels/winogradLayout.js";
import type {
  BatchNormalizationPlaces,
  ConvolutionPlaces,
  DensePlaces,
  LayerPlaces,
} from "./layerPlaces.js";
import { winogradShape } from "./winogradShape.js";

export type Argument = "n" | "seed" | "batch";

/** A call of a kernel on a slice: of the images, or of so many parts of something else. */
export interface Call {
  kernel: number;
  over: "images" | number;
  /** After the slice's first and count. */
  takes: readonly Argument[];
}

export interface LayerKernels {
  /** In evaluation. */
  forward: Call[];
  training: Call[];
  backward: Call[];
  /** The gradients of the parameters, once all is known. */
  gradients: Call[];
  /** After the parameters have moved; whole, by one thread. */
  layout: number[];
}

export interface LayerContext {
  prefix: string;
  /** Whether anything before the layer learns. */
  passesBack: boolean;
}

export function layerKernels(
  module: ModuleBuilder,
  layer: LayerPlaces,
  context: LayerContext,
): LayerKernels {
  const { prefix } = context;
  switch (layer.kind) {
    case "convolution":
      return convolutionKernels(module, layer, context);
    case "dense":
      return denseKernels(module, layer, context);
    case "batchNormalization":
      return normalizationKernels(module, layer, context);
    case "pooling":
      return simple(
        definePooling(module, layer, prefix),
        definePoolingGradient(module, layer, prefix),
        context,
      );
    case "padding":
      return simple(
        padding.definePadding(module, layer, prefix),
        padding.definePaddingGradient(module, layer, prefix),
        context,
      );
    case "flatten":
      if (layer.input.values === layer.output.values) return none();
      return simple(
        padding.defineFlatten(module, layer, prefix),
        padding.defineFlattenGradient(module, layer, prefix),
        context,
      );
    case "relu":
      return simple(
        defineRelu(module, layer.activation, prefix),
        defineReluGradient(module, layer.activation, prefix),
        context,
      );
    case "softmax":
      return simple(
        defineSoftmax(module, layer, prefix),
        defineSoftmaxGradient(module, layer, prefix),
        context,
      );
    case "dropout": {
      const apply = (to: "values" | "gradients") =>
        onImages(defineDropoutApply(module, layer, { prefix, to }));
      const mask = onImages(defineDropoutMask(module, layer, prefix), "seed", "batch");
      return {
        ...none(),
        training: [mask, apply("values")],
        backward: context.passesBack ? [apply("gradients")] : [],
      };
    }
  }
}

function none(): LayerKernels {
  return { forward: [], training: [], backward: [], gradients: [], layout: [] };
}

function onImages(kernel: number, ...takes: Argument[]): Call {
  return { kernel, over: "images", takes };
}

/** A layer without parameters that does the same in training and in evaluation. */
function simple(forward: number, backward: number, { passesBack }: LayerContext): LayerKernels {
  const calls = [onImages(forward)];
  return {
    ...none(),
    forward: calls,
    training: calls,
    backward: passesBack ? [onImages(backward)] : [],
  };
}

function convolutionKernels(
  module: ModuleBuilder,
  layer: ConvolutionPlaces,
  { prefix, passesBack }: LayerContext,
): LayerKernels {
  const { defineConvolutionEntries, defineInputGradient, defineKernelGradient } =
    convolutionBackward;
  const winograd = winogradShape(layer.plan);
  const forward = [
    onImages(
      winograd
        ? defineWinogradForward(module, layer, { prefix, shape: winograd })
        : defineConvolutionForward(module, layer, prefix),
    ),
  ];
  const defineLayout = winograd ? defineWinogradLayout : defineKernelLayout;
  const backward = [onImages(defineConvolutionEntries(module, layer, prefix))];
  if (passesBack) backward.push(onImages(defineInputGradient(module, layer, prefix)));
  const kernelGradient = defineKernelGradient(module, layer, prefix);
  return {
    forward,
    training: forward,
    backward,
    gradients: [{ kernel: kernelGradient, over: layer.plan.output.channels, takes: ["n"] }],
    layout: [defineLayout(module, layer, prefix)],
  };
}

function denseKernels(
  module: ModuleBuilder,
  layer: DensePlaces,
  { prefix, passesBack }: LayerContext,
): LayerKernels {
  const { plan, output } = layer;
  const forward = [onImages(dense.defineDenseForward(module, layer, prefix))];
  const backward: Call[] = [];
  if (plan.relu) backward.push(onImages(defineReluGradient(module, output, prefix)));
  if (passesBack) backward.push(onImages(dense.defineDenseInputGradient(module, layer, prefix)));
  const inputSlices = plan.input.channels / dense.inputsAtOnce(layer);
  const kernelGradient = dense.defineDenseKernelGradient(module, layer, prefix);
  const biasGradient = dense.defineDenseBiasGradient(module, layer, prefix);
  return {
    ...none(),
    forward,
    training: forward,
    backward,
    gradients: [
      { kernel: kernelGradient, over: inputSlices, takes: ["n"] },
      { kernel: biasGradient, over: output.shape.pitch / 4, takes: ["n"] },
    ],
  };
}

function normalizationKernels(
  module: ModuleBuilder,
  layer: BatchNormalizationPlaces,
  { prefix, passesBack }: LayerContext,
): LayerKernels {
  const vectors = layer.plan.output.pitch / 4;
  const onChannels = (kernel: number): Call => ({ kernel, over: vectors, takes: ["n"] });
  const normalize = onImages(normalization.defineNormalize(module, layer, prefix), "n");
  const statistics = onChannels(normalization.defineStatistics(module, layer, prefix));
  const movingScale = onChannels(normalization.defineMovingScale(module, layer, prefix));
  const backward: Call[] = [];
  if (layer.plan.relu) backward.push(onImages(defineReluGradient(module, layer.output, prefix)));
  backward.push(onChannels(normalization.defineNormalizationGradient(module, layer, prefix)));
  if (passesBack) {
    const kernel = normalization.defineNormalizationInputGradient(module, layer, prefix);
    backward.push(onImages(kernel, "n"));
  }
  return {
    ...none(),
    forward: [movingScale, normalize],
    training: [statistics, normalize],
    backward,
  };
}
