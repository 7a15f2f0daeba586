// Gives maps the frames that Winograd's F(4×4,3×3) wants: a convolution with `same` padding whose output goes
// to a batch normalization, which hands its gradient back as a frame holds it.
import type {
  BatchNormalizationPlan,
  ConvolutionPlan,
  LayerPlan,
  PaddingPlan,
} from "./networkPlan.js";
import { suitsWinogradFour, tileFrame } from "./tileFrame.js";

/** The layers with frames; where the zeros around a map are in its own frame, no copy is made. */
export function frameMaps(layers: readonly LayerPlan[]): LayerPlan[] {
  const framed: LayerPlan[] = [];
  for (const [index, layer] of layers.entries()) {
    const [next, convolution, normalization] = layers.slice(index) as (LayerPlan | undefined)[];
    if (next?.kind === "padding" && isFramed(next, convolution, normalization)) {
      const input = { ...next.input, frame: tileFrame(next.input) };
      const maker = framed.at(-1);
      (convolution as ConvolutionPlan).input = input;
      if (maker?.kind === "batchNormalization") maker.output = input;
      else framed.push({ ...next, output: input, top: 0, left: 0 });
      const output = { ...(convolution as ConvolutionPlan).output, frame: input.frame };
      (convolution as ConvolutionPlan).output = output;
      (normalization as BatchNormalizationPlan).input = output;
      continue;
    }
    framed.push(layer);
  }
  return framed;
}

function isFramed(
  padding: PaddingPlan,
  convolution: LayerPlan | undefined,
  normalization: LayerPlan | undefined,
): boolean {
  return (
    normalization?.kind === "batchNormalization" &&
    convolution?.kind === "convolution" &&
    !convolution.relu &&
    !convolution.pooled &&
    suitsWinogradFour(convolution) &&
    padding.output.height === padding.input.height + 2
  );
}
