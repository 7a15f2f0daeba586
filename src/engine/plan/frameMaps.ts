// Gives maps the frames that Winograd's F(4×4,3×3) wants: of a convolution whose output goes to a batch
// normalization, which hands its gradient back as a frame holds it.
import type { BatchNormalizationPlan, LayerPlan } from "./networkPlan.js";
import { inputFrame, outputFrame, suitsWinogradFour } from "./tileFrame.js";

/** The layers with frames; where the zeros around a map are in its own frame, no copy is made. */
export function frameMaps(layers: readonly LayerPlan[]): LayerPlan[] {
  const framed: LayerPlan[] = [];
  /** Where each of the layers stands now, or the one whose map has taken the place of its copy. */
  const places: number[] = [];
  layers.forEach((layer, index) => {
    const found = framedAt(layers, index);
    if (found) pushFramed(framed, found, places);
    else framed.push(moved(layer, places));
    places.push(framed.length - 1);
  });
  return framed;
}

function pushFramed(
  framed: LayerPlan[],
  { padding, convolution, normalization }: Framed,
  places: readonly number[],
): void {
  const shape = padding?.input ?? convolution.input;
  const sides = { input: shape, output: convolution.output, zeros: padding ? 1 : 0 };
  const input = { ...shape, frame: inputFrame(sides) };
  const output = { ...convolution.output, frame: outputFrame(sides) };
  const { from } = moved(padding ?? convolution, places);
  const maker = from === undefined ? framed.at(-1) : undefined;
  if (maker?.kind === "batchNormalization") maker.output = input;
  else {
    const reads = from !== undefined && { from };
    framed.push({ kind: "padding", input: shape, output: input, top: 0, left: 0, ...reads });
  }
  delete convolution.from; // it reads what stands before it now
  convolution.input = input;
  convolution.output = output;
  normalization.input = output;
  if (!padding) framed.push(convolution);
}

/** The layer, reading from where the others stand now. */
function moved<Layer extends LayerPlan>(layer: Layer, places: readonly number[]): Layer {
  const placeOf = (place: number) => (place < 0 ? place : places[place]!);
  if (layer.from !== undefined) layer.from = placeOf(layer.from);
  if (layer.kind === "sum") layer.terms = layer.terms.map(placeOf);
  return layer;
}

interface Framed {
  padding: Extract<LayerPlan, { kind: "padding" }> | undefined;
  convolution: Extract<LayerPlan, { kind: "convolution" }>;
  normalization: BatchNormalizationPlan;
}

/** The layers from there on, if a convolution to be framed is the first, or comes after its padding. */
function framedAt(layers: readonly LayerPlan[], index: number): Framed | undefined {
  const first = layers[index];
  const padding = first?.kind === "padding" ? first : undefined;
  const place = index + (padding ? 1 : 0);
  const convolution = layers[place];
  const normalization = readerOf(layers, place);
  if (convolution?.kind !== "convolution" || normalization?.kind !== "batchNormalization") return;
  if (padding && padding.output.height !== padding.input.height + 2) return;
  const isFramed = convolution.output.frame !== undefined;
  if (isFramed || convolution.relu || convolution.pooled || !suitsWinogradFour(convolution)) return;
  return { padding, convolution, normalization };
}

/** What reads the value of the layer at that place, and it alone: several would read branches of it. */
function readerOf(layers: readonly LayerPlan[], place: number): LayerPlan | undefined {
  const next = layers[place + 1];
  if (next && next.from === undefined && next.kind !== "sum") return next;
  return layers.find(({ from }) => from === place);
}
