// Pixels to numbers: uint8 0–255 to float32 0–1, for the images of a batch.
import type { ModuleBuilder } from "../assembler.js";
import { activationSize } from "../networkPlan.js";
import type { Places } from "../places.js";

/** input(n): reads the pixels of n images, writes the input's values. */
export function defineInput(module: ModuleBuilder, { pixels, input }: Places): number {
  return module.define("input", 1, (f) => {
    const [n] = f.parameters as [(typeof f.parameters)[0]];
    const source = f.local("i32");
    const target = f.local("i32");
    const groups = f.local("i32");
    f.i32(pixels).set(source).i32(input.values).set(target);
    // Groups of four values; the last may run into the slack behind.
    f.get(n).i32(activationSize(input.shape)).op("i32.mul").i32(3).op("i32.add");
    f.i32(2).op("i32.shr_u").set(groups);
    f.loop(groups, () => {
      f.get(target).get(source).at("v128.load32_zero");
      f.op("i16x8.extend_low_i8x16_u", "i32x4.extend_low_i16x8_u", "f32x4.convert_i32x4_u");
      f.f32x4(255).op("f32x4.div").at("v128.store");
      f.increase(source, 4).increase(target, 16);
    });
  });
}
