// Softmax and log-softmax in the midst of a network, over the channels of each position, in place. The
// last one of a network is computed with the loss instead.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import { exponentialOf, logarithmOf } from "./exponential.js";
import type { SoftmaxPlaces } from "../places/layerPlaces.js";
import { activationSize } from "../plan/activationShape.js";

/** softmax(first, count). */
export function defineSoftmax(module: ModuleBuilder, places: SoftmaxPlaces, prefix: string) {
  const { plan, activation } = places;
  const { channels, pitch } = plan.input;
  const { values } = activation;
  return definePositions(module, places, `${prefix}.softmax`, (f, row) => {
    const [largest, sum, shift] = [f.local("f32"), f.local("f32"), f.local("f32")];
    const value = (k: number) => f.get(row).at("f32.load", values + 4 * k);
    value(0).set(largest);
    for (let k = 1; k < channels; k++) {
      f.get(largest);
      value(k).op("f32.max").set(largest);
    }
    const exponentials = Array.from({ length: pitch / 4 }, (_, v) => {
      const local = f.local("v128");
      f.get(row).at("v128.load", values + 16 * v);
      f.get(largest).op("f32x4.splat", "f32x4.sub");
      exponentialOf(f).set(local);
      return local;
    });
    const exponential = (k: number) =>
      f.get(exponentials[k >> 2]!).lane("f32x4.extract_lane", k % 4);
    f.f32(0).set(sum);
    for (let k = 0; k < channels; k++) {
      f.get(sum);
      exponential(k).op("f32.add").set(sum);
    }
    if (plan.logarithmic) {
      f.get(largest);
      logarithmOf(f, sum).op("f32.add").set(shift);
    }
    for (let k = 0; k < channels; k++) {
      f.get(row);
      if (plan.logarithmic) value(k).get(shift).op("f32.sub");
      else exponential(k).get(sum).op("f32.div");
      f.at("f32.store", values + 4 * k);
    }
  });
}

/** softmaxGradient(first, count): g ← p (g − Σ g p), or of the logarithm g ← g − p Σ g. */
export function defineSoftmaxGradient(
  module: ModuleBuilder,
  places: SoftmaxPlaces,
  prefix: string,
): number {
  const { plan, activation } = places;
  const { values, gradients } = activation;
  const { channels } = plan.input;
  return definePositions(module, places, `${prefix}.softmaxGradient`, (f, row) => {
    const sum = f.local("f32");
    const gradient = (k: number) => f.get(row).at("f32.load", gradients + 4 * k);
    const value = (k: number) => f.get(row).at("f32.load", values + 4 * k);
    f.f32(0).set(sum);
    for (let k = 0; k < channels; k++) {
      f.get(sum);
      gradient(k);
      if (!plan.logarithmic) value(k).op("f32.mul");
      f.op("f32.add").set(sum);
    }
    for (let k = 0; k < channels; k++) {
      f.get(row);
      if (plan.logarithmic) {
        gradient(k)
          .get(row)
          .at("v128.load32_splat", values + 4 * k);
        exponentialOf(f).lane("f32x4.extract_lane", 0).get(sum).op("f32.mul", "f32.sub");
      } else {
        value(k);
        gradient(k).get(sum).op("f32.sub", "f32.mul");
      }
      f.at("f32.store", gradients + 4 * k);
    }
  });
}

/** A function (first, count) that does something at each position; `row` counts bytes. */
function definePositions(
  module: ModuleBuilder,
  { plan }: SoftmaxPlaces,
  name: string,
  body: (f: FunctionBuilder, row: Local) => void,
): number {
  const { height, width, pitch } = plan.input;
  return module.define(name, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [row, positions] = [f.local("i32"), f.local("i32")];
    f.point(row, 0, { index: first, bytes: 4 * activationSize(plan.input) });
    f.get(count)
      .i32(height * width)
      .op("i32.mul")
      .set(positions);
    f.loop(positions, () => {
      body(f, row);
      f.increase(row, 4 * pitch);
    });
  });
}
