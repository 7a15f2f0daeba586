// Pixels to numbers: uint8 0–255 to float32 0–1, for the images of a batch.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import { activationSize } from "../plan/activationShape.js";
import type { Places } from "../places/places.js";

/** input(first, count): reads the pixels of the images, writes the input's values. */
export function defineInput(module: ModuleBuilder, { pixels, input }: Places): number {
  const { height, width, channels, pitch } = input.shape;
  const imageBytes = height * width * channels;
  return module.define("input", 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [source, target] = [f.local("i32"), f.local("i32")];
    f.point(source, pixels, { index: first, bytes: imageBytes });
    f.point(target, input.values, { index: first, bytes: 4 * activationSize(input.shape) });
    f.loop(count, () => {
      if (pitch === channels) packed(f, { source, target, floats: imageBytes });
      else spaced(f, { source, target, positions: height * width, channels, pitch });
    });
  });
}

interface Pointers {
  source: Local;
  target: Local;
}

/** Four pixels at once, and the rest one by one. */
function packed(f: FunctionBuilder, { source, target, floats }: Pointers & { floats: number }) {
  const rest = floats % 4;
  if (floats > rest) {
    f.loop((floats - rest) / 4, () => {
      f.get(target).get(source).at("v128.load32_zero");
      f.op("i16x8.extend_low_i8x16_u", "i32x4.extend_low_i16x8_u", "f32x4.convert_i32x4_u");
      f.f32x4(255).op("f32x4.div").at("v128.store");
      f.increase(source, 4).increase(target, 16);
    });
  }
  for (let i = 0; i < rest; i++) pixel(f, { source, target, at: i });
  if (rest > 0) f.increase(source, rest).increase(target, 16);
}

function spaced(
  f: FunctionBuilder,
  {
    source,
    target,
    positions,
    channels,
    pitch,
  }: Pointers & { positions: number; channels: number; pitch: number },
) {
  f.loop(positions, () => {
    for (let c = 0; c < channels; c++) pixel(f, { source, target, at: c });
    f.increase(source, channels).increase(target, 4 * pitch);
  });
}

function pixel(f: FunctionBuilder, { source, target, at }: Pointers & { at: number }) {
  f.get(target).get(source).at("i32.load8_u", at).op("f32.convert_i32_u");
  f.f32(255)
    .op("f32.div")
    .at("f32.store", 4 * at);
}
