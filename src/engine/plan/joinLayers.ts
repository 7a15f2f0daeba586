// Which layers can be computed together, and where one needs a copy of what came before.
import type { ActivationShape } from "./activationShape.js";
import type { ConvolutionPlan, LayerPlan, PaddingPlan } from "./networkPlan.js";

/** A copy of a map: for what changes it in place while the gradient of what made it needs it. */
export function copyOf(shape: ActivationShape): PaddingPlan {
  return { kind: "padding", input: shape, output: shape, top: 0, left: 0 };
}

/** Whether the numbers came out of a ReLU, leaky or not, which asks them on the way back what it let through. */
export function endsInRelu(layers: readonly LayerPlan[]): boolean {
  const maker = layers.findLast(({ kind }) => kind !== "dropout" && kind !== "flatten");
  if (maker === undefined) return false;
  return /^(relu|leakyRelu)$/.test(maker.kind) || ("relu" in maker && maker.relu);
}

/** Whether no number of the convolution's output is skipped on the way back, as ReLU and pooling let it. */
export function isFull({ relu, pooled }: ConvolutionPlan): boolean {
  return !relu && !pooled;
}

/** The layer, if it can compute a max pooling 2×2 behind it by itself. */
export function takesPooling(layer: LayerPlan | undefined) {
  switch (layer?.kind) {
    case "convolution":
    case "batchNormalization":
      return layer.pooled ? undefined : layer;
    default:
      return undefined;
  }
}

/** The layer, if it can compute a ReLU behind it by itself. */
export function takesRelu(layer: LayerPlan | undefined) {
  switch (layer?.kind) {
    case "convolution":
    case "depthwise":
    case "dense":
    case "batchNormalization":
    case "sum":
      return layer;
    default:
      return undefined;
  }
}
