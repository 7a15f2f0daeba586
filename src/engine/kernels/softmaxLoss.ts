// Log-softmax and negative log-likelihood, with their gradient: (softmax − one-hot) / n. With label smoothing ε
// the one-hot is (1 − ε) at the label and ε / K everywhere, in training only.
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

/** How a loss is told apart from another one of the same program, and its label smoothing. */
interface Loss {
  name: string;
  smoothing: number;
}

/**
 * loss(first, count, n): turns the output's values into log-probabilities, stores each image's loss
 * and the gradient of the mean over the n images of the batch.
 */
export function defineSoftmaxLoss(
  module: ModuleBuilder,
  places: Places,
  { name, smoothing }: Loss = { name: "softmaxLoss", smoothing: 0 },
): number {
  const { output } = places;
  const { pitch, channels: classes } = output.shape;
  return module.define(name, 3, (f) => {
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
      for (let k = 0; k < classes; k++) {
        finishClass(f, places, { ...locals, k, smoothing });
      }
      for (let k = classes; k < pitch; k++) {
        f.get(row)
          .f32(0)
          .at("f32.store", output.gradients + 4 * k);
      }
      storeLoss(f, places, { ...locals, smoothing });
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

/** Stores the image's loss, from its log-probabilities. */
function storeLoss(
  f: FunctionBuilder,
  { output, labels, losses }: Places,
  { row, image, smoothing }: Locals & { smoothing: number },
): void {
  const classes = output.shape.channels;
  f.get(image);
  f.get(row).get(image).at("i32.load", labels).i32(2).op("i32.shl", "i32.add");
  f.at("f32.load", output.values);
  if (smoothing > 0) {
    f.f32(1 - smoothing).op("f32.mul");
    for (let k = 0; k < classes; k++) {
      f.get(row).at("f32.load", output.values + 4 * k);
      if (k > 0) f.op("f32.add");
    }
    f.f32(smoothing / classes).op("f32.mul", "f32.add");
  }
  f.op("f32.neg").at("f32.store", losses);
}

/** Stores the log-probability of a class and its gradient. */
function finishClass(
  f: FunctionBuilder,
  { output, labels }: Places,
  { row, image, sum, shift, scale, k, smoothing }: Locals & { k: number; smoothing: number },
): void {
  const [value, gradient] = [output.values + 4 * k, output.gradients + 4 * k];
  f.get(row).get(row).at("f32.load", value);
  f.get(shift).op("f32.sub").at("f32.store", value);
  f.get(row).get(row).at("f32.load", gradient);
  f.get(sum).op("f32.div");
  const cold = smoothing / output.shape.channels;
  f.f32(1 - smoothing + cold)
    .f32(cold)
    .get(image)
    .at("i32.load", labels)
    .i32(k)
    .op("i32.eq", "select");
  f.op("f32.sub").get(scale).op("f32.mul").at("f32.store", gradient);
}
