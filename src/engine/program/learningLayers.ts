// The kernels of the layers that learn, with what gives the gradients of their parameters.
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import * as normalization from "../kernels/normalization/batchNormalization.js";
import { defineConvolutionEntries } from "../kernels/convolution/convolutionEntries.js";
import {
  defineInputGradient,
  defineKernelGradient,
} from "../kernels/convolution/convolutionGradients.js";
import { defineConvolutionForward } from "../kernels/convolution/convolutionForward.js";
import { defineDenseForward } from "../kernels/dense/denseForward.js";
import { defineDenseInputGradient } from "../kernels/dense/denseInputGradient.js";
import * as denseParameters from "../kernels/dense/denseParameterGradients.js";
import { defineKernelLayout } from "../kernels/convolution/kernelLayout.js";
import {
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
} from "../places/layerPlaces.js";
import { winogradShape } from "../places/winogradShape.js";

export function convolutionKernels(
  module: ModuleBuilder,
  layer: ConvolutionPlaces,
  { prefix, passesBack }: LayerContext,
): LayerKernels {
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
  const normalize = onImages(normalization.defineNormalize(module, layer, prefix), "n");
  const statistics = onChannels(defineStatistics(module, layer, prefix));
  const movingScale = onChannels(defineMovingScale(module, layer, prefix));
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
