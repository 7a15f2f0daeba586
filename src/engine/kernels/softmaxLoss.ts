// Log-softmax and negative log-likelihood, with their gradient: (softmax − one-hot) / n.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import type { Places } from "../places/places.js";
import { exponentialOf, logarithmOf } from "./exponential.js";

interface Locals {
  /** Bytes into values and gradients. */
  row: Local;
  /** Bytes into labels and losses. */
  image: Local;
  largest: Local;
  sum: Local;
  /** largest + log(sum) */
  shift: Local;
  /** 1 / n */
  scale: Local;
}

/**
 * loss(first, count, n): turns the output's values into log-probabilities, stores each image's loss
 * and the gradient of the mean over the n images of the batch.
 */
export function defineSoftmaxLoss(module: ModuleBuilder, places: Places): number {
  const { output, labels, losses } = places;
  const { pitch, channels: classes } = output.shape;
  return module.define("softmaxLoss", 3, (f) => {
    const [first, count, n] = f.parameters as [Local, Local, Local];
    const [row, image] = [f.local("i32"), f.local("i32")];
    const [largest, sum] = [f.local("f32"), f.local("f32")];
    const locals = { row, image, largest, sum, shift: f.local("f32"), scale: f.local("f32") };
    f.f32(1).get(n).op("f32.convert_i32_u", "f32.div").set(locals.scale);
    f.point(row, 0, { index: first, bytes: 4 * pitch });
    f.point(image, 0, { index: first, bytes: 4 });
    f.loop(count, () => {
      sumExponentials(f, places, locals);
      f.get(largest);
      logarithmOf(f, sum).op("f32.add").set(locals.shift);
      for (let k = 0; k < classes; k++) finishClass(f, places, { ...locals, k });
      for (let k = classes; k < pitch; k++) {
        f.get(row)
          .f32(0)
          .at("f32.store", output.gradients + 4 * k);
      }
      f.get(image);
      f.get(row).get(image).at("i32.load", labels).i32(2).op("i32.shl", "i32.add");
      f.at("f32.load", output.values).op("f32.neg").at("f32.store", losses);
      f.increase(row, 4 * pitch).increase(image, 4);
    });
  });
}

/** Sets the largest value and the sum of exp(value − largest), which it leaves in the gradients' place. */
function sumExponentials(
  f: FunctionBuilder,
  { output }: Places,
  { row, largest, sum }: Locals,
): void {
  const { pitch, channels: classes } = output.shape;
  f.get(row).at("f32.load", output.values).set(largest);
  for (let k = 1; k < classes; k++) {
    f.get(largest).get(row);
    f.at("f32.load", output.values + 4 * k)
      .op("f32.max")
      .set(largest);
  }
  for (let v = 0; v < pitch / 4; v++) {
    f.get(row)
      .get(row)
      .at("v128.load", output.values + 16 * v);
    f.get(largest).op("f32x4.splat", "f32x4.sub");
    exponentialOf(f).at("v128.store", output.gradients + 16 * v);
  }
  f.f32(0).set(sum);
  for (let k = 0; k < classes; k++) {
    f.get(sum).get(row);
    f.at("f32.load", output.gradients + 4 * k)
      .op("f32.add")
      .set(sum);
  }
}

/** Stores the log-probability of a class and its gradient. */
function finishClass(
  f: FunctionBuilder,
  { output, labels }: Places,
  { row, image, sum, shift, scale, k }: Locals & { k: number },
): void {
  const [value, gradient] = [output.values + 4 * k, output.gradients + 4 * k];
  f.get(row).get(row).at("f32.load", value);
  f.get(shift).op("f32.sub").at("f32.store", value);
  f.get(row).get(row).at("f32.load", gradient);
  f.get(sum).op("f32.div");
  f.f32(1).f32(0).get(image).at("i32.load", labels).i32(k).op("i32.eq", "select");
  f.op("f32.sub").get(scale).op("f32.mul").at("f32.store", gradient);
}
