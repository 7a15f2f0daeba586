// The loops of batch normalization: over the channels, and over the positions of the images.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { BatchNormalizationPlaces } from "../../places/layerPlaces.js";
import { activationSize } from "../../plan/networkPlan.js";

/** Runs the body for each vector of a slice of the channels; `at` is its place in a row, in bytes. */
export function eachVector(f: FunctionBuilder, body: (at: Local, n: Local) => void): void {
  const [first, count, n] = f.parameters as [Local, Local, Local];
  const at = f.local("i32");
  f.point(at, 0, { index: first, bytes: 16 });
  f.loop(count, () => {
    body(at, n);
    f.increase(at, 16);
  });
}

/** Pushes the sum, over n images and their positions, of what the body pushes for each vector. */
export function sumOver(
  f: FunctionBuilder,
  of: { places: BatchNormalizationPlaces; at: Local; n: Local; base: number },
  body: (value: () => FunctionBuilder, address: Local) => void,
): void {
  const { height, width, pitch } = of.places.plan.input;
  const [total, part, address] = [f.local("v128"), f.local("v128"), f.local("i32")];
  f.get(of.at).i32(of.base).op("i32.add").set(address);
  f.f32x4(0).set(total);
  f.loop(of.n, () => {
    f.f32x4(0).set(part);
    f.loop(height * width, () => {
      f.get(part);
      body(() => f.get(address).at("v128.load"), address);
      f.op("f32x4.add").set(part);
      f.increase(address, 4 * pitch);
    });
    f.get(total).get(part).op("f32x4.add").set(total);
  });
  f.get(total);
}

/** How many values a channel has in n images, in four lanes. */
export function valuesAChannel(
  f: FunctionBuilder,
  { plan }: BatchNormalizationPlaces,
  n: Local,
): Local {
  const size = f.local("v128");
  const { height, width } = plan.input;
  f.get(n).i32(height * width);
  f.op("i32.mul", "f32.convert_i32_u", "f32x4.splat").set(size);
  return size;
}

/** A function (first, count, n) that does something to each vector of the images' positions. */
export function defineRows(
  module: ModuleBuilder,
  { places, name }: { places: BatchNormalizationPlaces; name: string },
  body: (f: FunctionBuilder, at: { offset: Local; v: number; size: Local }) => void,
): number {
  const { plan } = places;
  const { height, width, pitch } = plan.input;
  return module.define(name, 3, (f) => {
    const [first, count, n] = f.parameters as [Local, Local, Local];
    const size = valuesAChannel(f, places, n);
    const [offset, positions] = [f.local("i32"), f.local("i32")];
    f.point(offset, 0, { index: first, bytes: 4 * activationSize(plan.input) });
    f.get(count)
      .i32(height * width)
      .op("i32.mul")
      .set(positions);
    f.loop(positions, () => {
      for (let v = 0; v < pitch / 4; v++) body(f, { offset, v, size });
      f.increase(offset, 4 * pitch);
    });
  });
}
