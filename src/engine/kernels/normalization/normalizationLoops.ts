// The loops of batch normalization: over the channels, and over the positions of the images, or over the
// windows of a max pooling 2×2 that is computed with it.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import { type VectorTile, vectorTiles } from "../../assembler/vectorTiles.js";
import type { BatchNormalizationPlaces } from "../../places/layerPlaces.js";
import {
  type ActivationShape,
  activationSize,
  rowFloats,
  startFloats,
} from "../../plan/activationShape.js";

/** Vectors of channels whose sums are taken at once: a line of a cache. */
const WIDEST_TILE = 4;

/** The vectors of channels that are summed at once. */
export function sumTiles({ plan }: BatchNormalizationPlaces): VectorTile[] {
  return vectorTiles(plan.output.pitch / 4, WIDEST_TILE);
}

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

/** Pushes the sum over n images of what the body pushes for the address of each one's row of numbers. */
export function sumOverImages(
  f: FunctionBuilder,
  of: { at: Local; n: Local; base: number; pitch: number },
  body: (address: Local) => void,
): void {
  const [total, address] = [f.local("v128"), f.local("i32")];
  f.get(of.at).i32(of.base).op("i32.add").set(address);
  f.f32x4(0).set(total);
  f.loop(of.n, () => {
    f.get(total);
    body(address);
    f.op("f32x4.add").set(total);
    f.increase(address, 4 * of.pitch);
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

/** Where a walk stands: bytes from the start of all the images' activations. */
export interface Position {
  input: Local;
  output: Local;
}

/** Runs the body for each image of a slice, which is its index. */
export function eachImage(f: FunctionBuilder, body: (image: Local) => void): void {
  const [first, count] = f.parameters as [Local, Local];
  const image = f.local("i32");
  f.get(first).set(image);
  f.loop(count, () => {
    body(image);
    f.increase(image, 1);
  });
}

/**
 * Runs the body at each position of an image's output, with the first of the input positions that it is
 * made of; `rest`, if given, at the input positions that no window of the pooling holds.
 */
export function eachPlace(
  f: FunctionBuilder,
  { plan: { input, output, pooled } }: BatchNormalizationPlaces,
  {
    image,
    body,
    rest,
  }: {
    image: Local;
    body: (at: Position) => void;
    rest?: (input: Local) => void;
  },
): void {
  const step = pooled ? 2 : 1;
  const at = { input: f.local("i32"), output: f.local("i32") };
  const row = { input: startOf(f, input, image), output: startOf(f, output, image) };
  f.loop(output.height, () => {
    f.get(row.input).set(at.input).get(row.output).set(at.output);
    f.loop(output.width, () => {
      body(at);
      f.increase(at.input, 4 * step * input.pitch).increase(at.output, 4 * output.pitch);
    });
    if (rest && input.width > step * output.width) {
      rest(at.input);
      f.increase(at.input, 4 * rowFloats(input));
      if (pooled) rest(at.input);
    }
    f.increase(row.input, 4 * step * rowFloats(input)).increase(row.output, 4 * rowFloats(output));
  });
  if (rest && input.height > step * output.height) {
    f.loop(input.width, () => {
      rest(row.input);
      f.increase(row.input, 4 * input.pitch);
    });
  }
}

/** The first position of an image. */
function startOf(f: FunctionBuilder, shape: ActivationShape, image: Local): Local {
  const start = f.local("i32");
  f.point(start, 4 * startFloats(shape), { index: image, bytes: 4 * activationSize(shape) });
  return start;
}

/** Runs the body at each position of an image's input. */
export function eachInput(
  f: FunctionBuilder,
  { plan: { input } }: BatchNormalizationPlaces,
  { image, body }: { image: Local; body: (input: Local) => void },
): void {
  const [row, at] = [startOf(f, input, image), f.local("i32")];
  f.loop(input.height, () => {
    f.get(row).set(at);
    f.loop(input.width, () => {
      body(at);
      f.increase(at, 4 * input.pitch);
    });
    f.increase(row, 4 * rowFloats(input));
  });
}
