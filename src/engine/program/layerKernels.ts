// The kernels of one layer, defined in the module, and their calls in the phases of a step.
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import {
  defineBranch,
  defineBranchGradient,
  defineSum,
  defineSumGradient,
} from "../kernels/branches.js";
import { defineDropoutApply, defineDropoutMask } from "../kernels/dropout.js";
import { defineLeakyRelu, defineLeakyReluGradient } from "../kernels/leakyRelu.js";
import * as padding from "../kernels/padding.js";
import { definePooling, definePoolingGradient } from "../kernels/pooling.js";
import { defineRelu, defineReluGradient } from "../kernels/relu.js";
import { defineSoftmax, defineSoftmaxGradient } from "../kernels/softmax.js";
import {
  type LayerContext,
  type LayerKernels,
  none,
  onImages,
  withoutParameters,
} from "./layerCalls.js";
import type { BranchPlaces, DropoutPlaces, LayerPlaces } from "../places/layerPlaces.js";
import {
  convolutionKernels,
  denseKernels,
  depthwiseKernels,
  normalizationKernels,
} from "./learningLayers.js";

/** Defines a kernel on those places; returns its index. */
type Define<Places> = (module: ModuleBuilder, places: Places, prefix: string) => number;

/** The calls of the layer's kernels, which it defines in the module as `<prefix>.forward` and the like. */
export function layerKernels(
  module: ModuleBuilder,
  layer: LayerPlaces,
  context: LayerContext,
): LayerKernels {
  const both = <P>(places: P, forward: Define<P>, backward: Define<P>) => {
    const kernels = [forward, backward].map((define) => define(module, places, context.prefix));
    return withoutParameters(kernels[0]!, kernels[1]!, context);
  };
  switch (layer.kind) {
    case "convolution":
      return convolutionKernels(module, layer, context);
    case "depthwise":
      return depthwiseKernels(module, layer, context);
    case "dense":
      return denseKernels(module, layer, context);
    case "batchNormalization":
      return normalizationKernels(module, layer, context);
    case "dropout":
      return dropoutKernels(module, layer, context);
    case "pooling":
      return both(layer, definePooling, definePoolingGradient);
    case "padding":
      return both(layer, padding.definePadding, padding.definePaddingGradient);
    case "flatten":
      if (layer.input.values === layer.output.values) return none();
      return both(layer, padding.defineFlatten, padding.defineFlattenGradient);
    case "branch":
      return branchKernels(module, layer, context);
    case "sum":
      return both(layer, defineSum, defineSumGradient);
    case "relu":
      return both(layer.activation, defineRelu, defineReluGradient);
    case "leakyRelu":
      return both(layer, defineLeakyRelu, defineLeakyReluGradient);
    case "softmax":
      return both(layer, defineSoftmax, defineSoftmaxGradient);
  }
}

/** A copy, if the branch has numbers of its own; on the way back its gradients, if it has its own. */
function branchKernels(
  module: ModuleBuilder,
  layer: BranchPlaces,
  { prefix, passesBack }: LayerContext,
): LayerKernels {
  const { copies, backward } = layer.plan;
  const forward = copies ? [onImages(defineBranch(module, layer, prefix))] : [];
  const hasGradients = passesBack && backward !== "shared";
  const gradient = () => [onImages(defineBranchGradient(module, layer, prefix))];
  return { ...none(), forward, training: forward, backward: hasGradients ? gradient() : [] };
}

/** Masks in training, the same on the way back; nothing in evaluation. */
function dropoutKernels(
  module: ModuleBuilder,
  layer: DropoutPlaces,
  { prefix, passesBack }: LayerContext,
): LayerKernels {
  const apply = (to: "values" | "gradients") =>
    onImages(defineDropoutApply(module, layer, { prefix, to }));
  const mask = onImages(defineDropoutMask(module, layer, prefix), "seed", "batch");
  return {
    ...none(),
    training: [mask, apply("values")],
    backward: passesBack ? [apply("gradients")] : [],
  };
}
