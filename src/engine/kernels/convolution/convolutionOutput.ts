// What a convolution does with its sums: bias, ReLU and, if it follows, max pooling 2×2.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";

/** The four positions of a pooling window, in bytes from the first. */
export function windowOf({ plan: { stride, input } }: ConvolutionPlaces): number[] {
  const [across, down] = [4 * stride * input.pitch, 4 * stride * input.width * input.pitch];
  return [0, across, down, down + across];
}

/** Adds the bias, if there is one, to the vector on the stack, and lets ReLU pass. */
export function finish(
  f: FunctionBuilder,
  { plan, bias }: ConvolutionPlaces,
  vector: number,
): void {
  if (bias) {
    f.i32(bias.values)
      .at("v128.load", 16 * vector)
      .op("f32x4.add");
  }
  if (plan.relu) f.f32x4(0).op("f32x4.pmax");
}

/** Stores the largest of the candidates, with bias and ReLU, and its place. */
export function keepLargest(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  choice: {
    target: Local;
    candidates: readonly Local[];
    windowOffsets: readonly Local[];
    vector: number;
  },
): void {
  const { candidates, windowOffsets, vector, target } = choice;
  const [best, place, larger] = [f.local("v128"), f.local("v128"), f.local("v128")];
  f.get(candidates[0]!).set(best).get(windowOffsets[0]!).set(place);
  for (let p = 1; p < candidates.length; p++) {
    f.get(candidates[p]!).get(best).op("f32x4.gt").set(larger);
    f.get(best).get(candidates[p]!).op("f32x4.pmax").set(best);
    f.get(windowOffsets[p]!).get(place).get(larger).op("v128.bitselect").set(place);
  }
  f.get(target).get(best);
  finish(f, places, vector);
  f.at("v128.store", places.output.values + 16 * vector);
  f.get(target)
    .get(place)
    .at("v128.store", places.maxima + 16 * vector);
}
