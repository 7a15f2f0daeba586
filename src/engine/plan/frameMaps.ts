// Gives maps the frames that Winograd's F(4×4,3×3) wants: of a convolution whose output goes to a batch
// normalization, which hands its gradient back as a frame holds it.
import type {
  BatchNormalizationPlan,
  ConvolutionPlan,
  LayerPlan,
  PaddingPlan,
} from "./networkPlan.js";
import { inputFrame, outputFrame, suitsWinogradFour } from "./tileFrame.js";

/** The layers with frames; where the zeros around a map are in its own frame, no copy is made. */
export function frameMaps(layers: readonly LayerPlan[]): LayerPlan[] {
  const framed: LayerPlan[] = [];
  layers.forEach((layer, index) => {
    const found = framedAt(layers, index);
    if (!found) {
      framed.push(layer);
      return;
    }
    const { padding, convolution, normalization } = found;
    const shape = padding?.input ?? convolution.input;
    const sides = { input: shape, output: convolution.output, zeros: padding ? 1 : 0 };
    const input = { ...shape, frame: inputFrame(sides) };
    const output = { ...convolution.output, frame: outputFrame(sides) };
    const maker = framed.at(-1);
    if (maker?.kind === "batchNormalization") maker.output = input;
    else framed.push({ kind: "padding", input: shape, output: input, top: 0, left: 0 });
    convolution.input = input;
    convolution.output = output;
    normalization.input = output;
    if (!padding) framed.push(convolution);
  });
  return framed;
}

interface Framed {
  padding: PaddingPlan | undefined;
  convolution: ConvolutionPlan;
  normalization: BatchNormalizationPlan;
}

/** The layers from there on, if a convolution to be framed is the first, or comes after its padding. */
function framedAt(layers: readonly LayerPlan[], index: number): Framed | undefined {
  const first = layers[index];
  const padding = first?.kind === "padding" ? first : undefined;
  const [convolution, normalization] = layers.slice(index + (padding ? 1 : 0));
  if (convolution?.kind !== "convolution" || normalization?.kind !== "batchNormalization") return;
  if (padding && padding.output.height !== padding.input.height + 2) return;
  const isFramed = convolution.output.frame !== undefined;
  if (isFramed || convolution.relu || convolution.pooled || !suitsWinogradFour(convolution)) return;
  return { padding, convolution, normalization };
}
