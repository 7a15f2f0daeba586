// The engine's own exponential and logarithm, so that every browser gives the same bits.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";

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
export function exponentialOf(f: FunctionBuilder): FunctionBuilder {
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
export function logarithmOf(f: FunctionBuilder, s: Local): FunctionBuilder {
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
