// Log-softmax and negative log-likelihood, with their gradient: (softmax − one-hot) / n. The
// exponential and the logarithm are the engine's own, so that every browser gives the same bits.
import type { FunctionBuilder, Local, ModuleBuilder } from "../assembler.js";
import type { Places } from "../places.js";

/**
 * loss(n): turns the output's values into log-probabilities, stores each image's loss and the
 * gradient of the mean over n images.
 */
export function defineSoftmaxLoss(module: ModuleBuilder, places: Places): number {
  const { output, classes, labels, losses } = places;
  const { stride } = output.shape;
  return module.define("softmaxLoss", 1, (f) => {
    const [n] = f.parameters as [Local];
    const row = f.local("i32"); // bytes into values and gradients
    const image = f.local("i32"); // bytes into labels and losses
    const largest = f.local("f32");
    const sum = f.local("f32");
    const shift = f.local("f32"); // largest + log(sum)
    const scale = f.local("f32"); // 1 / n
    f.f32(1).get(n).op("f32.convert_i32_u", "f32.div").set(scale);
    f.i32(0).set(row).i32(0).set(image);
    f.loop(n, () => {
      const value = (k: number) => f.get(row).at("f32.load", output.values + 4 * k);
      const exponential = (k: number) => f.get(row).at("f32.load", output.gradients + 4 * k);
      value(0).set(largest);
      for (let k = 1; k < classes; k++) {
        f.get(largest);
        value(k).op("f32.max").set(largest);
      }
      for (let v = 0; v < stride / 4; v++) {
        f.get(row)
          .get(row)
          .at("v128.load", output.values + 16 * v);
        f.get(largest).op("f32x4.splat", "f32x4.sub");
        exponentialOf(f).at("v128.store", output.gradients + 16 * v);
      }
      f.f32(0).set(sum);
      for (let k = 0; k < classes; k++) {
        f.get(sum);
        exponential(k).op("f32.add").set(sum);
      }
      f.get(largest);
      logarithmOf(f, sum).op("f32.add").set(shift);
      for (let k = 0; k < classes; k++) {
        f.get(row);
        value(k)
          .get(shift)
          .op("f32.sub")
          .at("f32.store", output.values + 4 * k);
        f.get(row);
        exponential(k).get(sum).op("f32.div");
        f.f32(1).f32(0).get(image).at("i32.load", labels).i32(k).op("i32.eq", "select");
        f.op("f32.sub")
          .get(scale)
          .op("f32.mul")
          .at("f32.store", output.gradients + 4 * k);
      }
      for (let k = classes; k < stride; k++) {
        f.get(row)
          .f32(0)
          .at("f32.store", output.gradients + 4 * k);
      }
      f.get(image);
      f.get(row).get(image).at("i32.load", labels).i32(2).op("i32.shl", "i32.add");
      f.at("f32.load", output.values).op("f32.neg").at("f32.store", losses);
      f.increase(row, 4 * stride).increase(image, 4);
    });
  });
}

/** ln 2 in two parts, the first exact in a product with a small integer (Cephes, expf). */
const LN2_HIGH = 0.693359375;
const LN2_LOW = -2.1219444e-4;
/** Cephes expf: a polynomial of least error for (eʳ − 1 − r) / r² on |r| ≤ ln 2 / 2. */
const EXPONENTIAL = [
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1,
  5.0000001201e-1,
];
/** Below this eˣ is no normal float32. */
const LEAST_EXPONENT = -87;

/** Replaces the vector x ≤ 0 on the stack by eˣ; relative error below 2e-7. */
function exponentialOf(f: FunctionBuilder): FunctionBuilder {
  const x = f.local("v128");
  const power = f.local("v128");
  const result = f.local("v128");
  f.f32x4(LEAST_EXPONENT).op("f32x4.max").set(x);
  f.get(x).f32x4(Math.LOG2E).op("f32x4.mul", "f32x4.nearest").set(power);
  f.get(x).get(power).f32x4(LN2_HIGH).op("f32x4.mul", "f32x4.sub");
  f.get(power).f32x4(LN2_LOW).op("f32x4.mul", "f32x4.sub").set(x);
  f.f32x4(EXPONENTIAL[0]!).set(result);
  for (const coefficient of EXPONENTIAL.slice(1)) {
    f.get(result).get(x).op("f32x4.mul").f32x4(coefficient).op("f32x4.add").set(result);
  }
  f.get(result).get(x).op("f32x4.mul").get(x).op("f32x4.mul").get(x).op("f32x4.add");
  f.f32x4(1).op("f32x4.add");
  f.get(power).op("i32x4.trunc_sat_f32x4_s").i32x4(127).op("i32x4.add").i32(23).op("i32x4.shl");
  return f.op("f32x4.mul");
}

const MANTISSA_BITS = 52n;
const EXPONENT_BIAS = 1023n;
/** 2 atanh(t) = 2 (t + t³/3 + …) up to this power; for 1 ≤ m < 2 the rest is below 1e-9. */
const LOGARITHM_TERMS = 9;

/** Pushes ln(s) of a float32 local s ≥ 1, computed in float64: relative error that of one rounding. */
function logarithmOf(f: FunctionBuilder, s: Local): FunctionBuilder {
  const bits = f.local("i64");
  const m = f.local("f64"); // s = m · 2^e, 1 ≤ m < 2
  const t = f.local("f64"); // (m − 1) / (m + 1)
  const square = f.local("f64");
  const series = f.local("f64");
  f.get(s).op("f64.promote_f32", "i64.reinterpret_f64").set(bits);
  f.get(bits)
    .i64((1n << MANTISSA_BITS) - 1n)
    .op("i64.and");
  f.i64(EXPONENT_BIAS << MANTISSA_BITS)
    .op("i64.or", "f64.reinterpret_i64")
    .set(m);
  f.get(m).f64(1).op("f64.sub").get(m).f64(1).op("f64.add", "f64.div").set(t);
  f.get(t).get(t).op("f64.mul").set(square);
  f.f64(1 / (2 * LOGARITHM_TERMS - 1)).set(series);
  for (let term = LOGARITHM_TERMS - 1; term >= 1; term--) {
    f.get(series)
      .get(square)
      .op("f64.mul")
      .f64(1 / (2 * term - 1))
      .op("f64.add")
      .set(series);
  }
  f.get(series).get(t).op("f64.mul").f64(2).op("f64.mul");
  f.get(bits)
    .i64(MANTISSA_BITS)
    .op("i64.shr_u")
    .i64(EXPONENT_BIAS)
    .op("i64.sub", "f64.convert_i64_s");
  return f.f64(Math.LN2).op("f64.mul", "f64.add", "f32.demote_f64");
}
