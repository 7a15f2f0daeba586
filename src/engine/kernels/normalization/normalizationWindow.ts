// What batch normalization makes of the positions of one output: of one, or of the four of a pooling
// window, of which the first largest counts.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { BatchNormalizationPlaces } from "../../places/layerPlaces.js";
import { rowFloats } from "../../plan/activationShape.js";

/** A vector of channels at the positions that make one output. */
export interface Window {
  /** What came in, at each position. */
  inputs: Local[];
  /** Scaled and shifted, before ReLU: the largest. */
  best: Local;
  /** Of a pooling: whether the right one of the first row is larger, and of the second, and the second row. */
  choices: readonly [top: Local, low: Local, lower: Local] | undefined;
}

/** From an input position to those of its window, in bytes. */
export function windowOffsets({ plan: { input, pooled } }: BatchNormalizationPlaces): number[] {
  const [across, down] = [4 * input.pitch, 4 * rowFloats(input)];
  return pooled ? [0, across, down, down + across] : [0];
}

/** Loads a vector of channels of a window, and finds the largest of what it becomes. */
export function loadWindow(
  f: FunctionBuilder,
  places: BatchNormalizationPlaces,
  { input, v }: { input: Local; v: number },
): Window {
  const { scale, shift } = places;
  const inputs = windowOffsets(places).map((offset) => {
    const local = f.local("v128");
    f.get(input)
      .at("v128.load", places.input.values + offset + 16 * v)
      .set(local);
    return local;
  });
  const scaled = inputs.map((value) => {
    const local = f.local("v128");
    f.get(value)
      .i32(scale)
      .at("v128.load", 16 * v)
      .op("f32x4.mul");
    f.i32(shift)
      .at("v128.load", 16 * v)
      .op("f32x4.add")
      .set(local);
    return local;
  });
  if (scaled.length === 1) return { inputs, best: scaled[0]!, choices: undefined };
  const [top, topBest] = larger(f, scaled[0]!, scaled[1]!);
  const [low, lowBest] = larger(f, scaled[2]!, scaled[3]!);
  const [lower, best] = larger(f, topBest, lowBest);
  return { inputs, best, choices: [top, low, lower] };
}

/** Whether the second is larger, and the larger one. */
function larger(f: FunctionBuilder, first: Local, second: Local): [Local, Local] {
  const [isLarger, best] = [f.local("v128"), f.local("v128")];
  f.get(second).get(first).op("f32x4.gt").set(isLarger);
  f.get(first).get(second).op("f32x4.pmax").set(best);
  return [isLarger, best];
}

/** Pushes the input where the largest came from. */
export function pushChosen(f: FunctionBuilder, { inputs, choices }: Window): FunctionBuilder {
  if (!choices) return f.get(inputs[0]!);
  const [top, low, lower] = choices;
  f.get(inputs[3]!).get(inputs[2]!).get(low).op("v128.bitselect");
  f.get(inputs[1]!).get(inputs[0]!).get(top).op("v128.bitselect");
  return f.get(lower).op("v128.bitselect");
}

/** Loads a vector of the output's gradient, silenced where ReLU let nothing through. */
export function loadGradient(
  f: FunctionBuilder,
  { plan, output: { gradients } }: BatchNormalizationPlaces,
  { output, v, window }: { output: Local; v: number; window: Window },
): Local {
  const gradient = f.local("v128");
  f.get(output).at("v128.load", gradients + 16 * v);
  if (plan.relu) f.get(window.best).f32x4(0).op("f32x4.gt", "v128.and");
  f.set(gradient);
  return gradient;
}

/** The gradient as it falls to each position of the window. */
export function spreadGradient(f: FunctionBuilder, { choices }: Window, gradient: Local): Local[] {
  if (!choices) return [gradient];
  const [top, low, lower] = choices;
  const [upperHalf, lowerHalf] = split(f, gradient, lower);
  return [...split(f, upperHalf, top), ...split(f, lowerHalf, low)];
}

/** What of it goes to the first, and to the second where that was larger. */
function split(f: FunctionBuilder, gradient: Local, isSecond: Local): [Local, Local] {
  const [first, second] = [f.local("v128"), f.local("v128")];
  f.get(gradient).get(isSecond).op("v128.andnot").set(first);
  f.get(gradient).get(isSecond).op("v128.and").set(second);
  return [first, second];
}
