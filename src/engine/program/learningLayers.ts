// The kernels of the layers that learn, with what gives the gradients of their parameters.
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import { defineNormalize } from "../kernels/normalization/batchNormalization.js";
import * as gradients from "../kernels/normalization/normalizationGradients.js";
import { defineConvolutionEntries } from "../kernels/convolution/convolutionEntries.js";
import {
  defineInputGradient,
  defineKernelGradient,
} from "../kernels/convolution/convolutionGradients.js";
import { defineConvolutionForward } from "../kernels/convolution/convolutionForward.js";
import { defineDenseForward } from "../kernels/dense/denseForward.js";
import { defineDenseInputGradient } from "../kernels/dense/denseInputGradient.js";
import * as denseParameters from "../kernels/dense/denseParameterGradients.js";
import * as depthwise from "../kernels/depthwise.js";
import { defineFullInputGradient } from "../kernels/convolution/fullInputGradient.js";
import {
  defineFullKernelGradient,
  filtersAtOnce,
} from "../kernels/convolution/fullKernelGradient.js";
import { isFull } from "../plan/joinLayers.js";
import { defineKernelLayout } from "../kernels/convolution/kernelLayout.js";
import {
  defineImageStatistics,
  defineMovingScale,
  defineStatistics,
} from "../kernels/normalization/normalizationStatistics.js";
import { defineReluGradient } from "../kernels/relu.js";
import { defineWinogradForward } from "../kernels/convolution/winogradForward.js";
import { defineWinogradLayout } from "../kernels/convolution/winogradLayout.js";
import { type Call, type LayerContext, type LayerKernels, none, onImages } from "./layerCalls.js";
import type {
  BatchNormalizationPlaces,
  ConvolutionPlaces,
  DensePlaces,
  DepthwisePlaces,
} from "../places/layerPlaces.js";
import * as winogradFour from "../kernels/winogradFour/correlate.js";
import { definePartGradients } from "../kernels/winogradFour/partGradients.js";
import * as fourGradient from "../kernels/winogradFour/kernelGradient.js";
import { defineLayout as defineFourLayout } from "../kernels/winogradFour/kernelLayout.js";
import { GRADIENT_PARTS } from "../places/winogradFourShape.js";
import { winogradShape } from "../places/winogradShape.js";

export function convolutionKernels(
  module: ModuleBuilder,
  layer: ConvolutionPlaces,
  { prefix, passesBack }: LayerContext,
): LayerKernels {
  if (layer.four) return winogradFourKernels(module, layer, { prefix, passesBack });
  const winograd = winogradShape(layer.plan);
  const forward = [
    onImages(
      winograd
        ? defineWinogradForward(module, layer, { prefix, shape: winograd })
        : defineConvolutionForward(module, layer, prefix),
    ),
  ];
  const defineLayout = winograd ? defineWinogradLayout : defineKernelLayout;
  const gradients = isFull(layer.plan) ? fullGradients : livingGradients;
  return {
    ...none(),
    forward,
    training: forward,
    ...gradients(module, layer, { prefix, passesBack }),
    layout: [defineLayout(module, layer, prefix)],
  };
}

type Gradients = Pick<LayerKernels, "backward" | "gradients">;

/** Where ReLU or a pooling let few gradients through. */
function livingGradients(
  module: ModuleBuilder,
  layer: ConvolutionPlaces,
  { prefix, passesBack }: LayerContext,
): Gradients {
  const backward = [onImages(defineConvolutionEntries(module, layer, prefix))];
  if (passesBack) backward.push(onImages(defineInputGradient(module, layer, prefix)));
  const kernel = defineKernelGradient(module, layer, prefix);
  return { backward, gradients: [{ kernel, over: layer.plan.output.channels, takes: ["n"] }] };
}

function fullGradients(
  module: ModuleBuilder,
  layer: ConvolutionPlaces,
  { prefix, passesBack }: LayerContext,
): Gradients {
  const kernel = defineFullKernelGradient(module, layer, prefix);
  const groups = Math.ceil(layer.plan.output.channels / filtersAtOnce(layer));
  return {
    backward: passesBack ? [onImages(defineFullInputGradient(module, layer, prefix))] : [],
    gradients: [{ kernel, over: groups, takes: ["n"] }],
  };
}

function winogradFourKernels(
  module: ModuleBuilder,
  layer: ConvolutionPlaces,
  { prefix, passesBack }: LayerContext,
): LayerKernels {
  const forward = [onImages(winogradFour.defineForward(module, layer, prefix), "thread")];
  const backward = passesBack
    ? [onImages(winogradFour.defineInputGradient(module, layer, prefix), "thread")]
    : [];
  const parts = definePartGradients(module, layer, prefix);
  const kernelGradient = fourGradient.defineKernelGradient(module, layer, prefix);
  const { channels, pitch } = layer.plan.output;
  const sums: Call[] = [{ kernel: kernelGradient, over: channels, takes: [] }];
  if (layer.bias) {
    const kernel = fourGradient.defineBiasGradient(module, layer, prefix);
    sums.push({ kernel, over: pitch / 4, takes: [] });
  }
  return {
    forward,
    training: forward,
    backward,
    gradients: [{ kernel: parts, over: GRADIENT_PARTS, takes: ["n", "thread"] }],
    sums,
    layout: [defineFourLayout(module, layer, prefix)],
  };
}

export function depthwiseKernels(
  module: ModuleBuilder,
  layer: DepthwisePlaces,
  { prefix, passesBack }: LayerContext,
): LayerKernels {
  const forward = [onImages(depthwise.defineDepthwiseForward(module, layer, prefix))];
  const backward: Call[] = [];
  if (layer.plan.relu) backward.push(onImages(defineReluGradient(module, layer.output, prefix)));
  if (passesBack) {
    backward.push(onImages(depthwise.defineDepthwiseInputGradient(module, layer, prefix)));
  }
  const kernel = depthwise.defineDepthwiseKernelGradient(module, layer, prefix);
  const over = layer.plan.output.pitch / 4;
  const gradients: Call[] = [{ kernel, over, takes: ["n"] }];
  return { ...none(), forward, training: forward, backward, gradients };
}

export function denseKernels(
  module: ModuleBuilder,
  layer: DensePlaces,
  { prefix, passesBack }: LayerContext,
): LayerKernels {
  const { plan, output } = layer;
  const forward = [onImages(defineDenseForward(module, layer, prefix))];
  const backward: Call[] = [];
  if (plan.relu) backward.push(onImages(defineReluGradient(module, output, prefix)));
  if (passesBack) backward.push(onImages(defineDenseInputGradient(module, layer, prefix)));
  const inputSlices = plan.input.channels / denseParameters.inputsAtOnce(layer);
  const kernelGradient = denseParameters.defineDenseKernelGradient(module, layer, prefix);
  const gradients: Call[] = [{ kernel: kernelGradient, over: inputSlices, takes: ["n"] }];
  if (layer.bias) {
    const kernel = denseParameters.defineDenseBiasGradient(module, layer, {
      prefix,
      bias: layer.bias,
    });
    gradients.push({ kernel, over: output.shape.pitch / 4, takes: ["n"] });
  }
  return {
    ...none(),
    forward,
    training: forward,
    backward,
    gradients,
  };
}

export function normalizationKernels(
  module: ModuleBuilder,
  layer: BatchNormalizationPlaces,
  { prefix, passesBack }: LayerContext,
): LayerKernels {
  const vectors = layer.plan.output.pitch / 4;
  const onChannels = (kernel: number): Call => ({ kernel, over: vectors, takes: ["n"] });
  const normalize = onImages(defineNormalize(module, layer, prefix));
  const imageStatistics = onImages(defineImageStatistics(module, layer, prefix));
  const statistics = onChannels(defineStatistics(module, layer, prefix));
  const movingScale = onChannels(defineMovingScale(module, layer, prefix));
  const imageGradients = onImages(gradients.defineImageGradients(module, layer, prefix));
  const parameterGradient = onChannels(gradients.defineParameterGradient(module, layer, prefix));
  const backward = [imageGradients, parameterGradient];
  if (passesBack) {
    backward.push(onImages(gradients.defineNormalizationInputGradient(module, layer, prefix)));
  }
  return {
    ...none(),
    forward: [movingScale, normalize],
    training: [imageStatistics, statistics, normalize],
    backward,
  };
}
