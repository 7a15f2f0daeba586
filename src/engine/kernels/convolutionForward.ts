// Convolution, bias, ReLU and, if it follows, max pooling 2×2, in one pass over the image: of four
// neighbouring positions only the largest is kept, with where it was. Without pooling, four positions
// of a row go together.
//
// Vectors run over the filters K. For each tap (fy, fx, c) of the filter one input value of each of
// the four positions is spread over a vector and multiplied by the weights of up to TILE vectors.
import type { FunctionBuilder, Local, ModuleBuilder } from "../assembler.js";
import type { ConvolutionPlaces } from "../layerPlaces.js";
import { activationSize } from "../networkPlan.js";

/** Vectors of filters at once: with four positions, eight sums, as many as fit the registers. */
export const TILE = 2;
/** Positions at once where nothing is pooled. */
const POSITIONS = 4;
/** Taps of one row of the filter that are written out; longer rows become loops. */
const UNROLLED_TAPS = 48;

interface Pointers {
  position: Local;
  target: Local;
  maximum: Local;
}

/** forward(first, count): computes the output of the images from their input. */
export function defineConvolutionForward(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, input, output, maxima } = places;
  const rowBytes = 4 * plan.input.width * plan.input.stride;
  const rowSpread = (plan.pooled ? 2 : 1) * plan.step;
  const inputBytes = 4 * activationSize(plan.input);
  const outputBytes = 4 * activationSize(plan.output);
  return module.define(`${prefix}.forward`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [image, row] = [f.local("i32"), f.local("i32")];
    const at = { position: f.local("i32"), target: f.local("i32"), maximum: f.local("i32") };
    f.point(image, input.values, { index: first, bytes: inputBytes });
    f.point(at.target, output.values, { index: first, bytes: outputBytes });
    f.point(at.maximum, maxima, { index: first, bytes: outputBytes });
    f.loop(count, () => {
      f.get(image).set(row);
      f.loop(plan.output.height, () => {
        f.get(row).set(at.position);
        if (plan.pooled) pooledRow(f, places, at);
        else plainRow(f, places, at);
        f.increase(row, rowSpread * rowBytes);
      });
      f.increase(image, inputBytes);
    });
  });
}

function pooledRow(f: FunctionBuilder, places: ConvolutionPlaces, at: Pointers): void {
  const { step, input, output } = places.plan;
  const columnBytes = 4 * step * input.stride;
  const down = 4 * step * input.width * input.stride;
  const offsets = [0, columnBytes, down, down + columnBytes];
  f.loop(output.width, () => {
    eachTile(output.stride, (tile, width) => {
      const sums = sumTaps(f, places, { position: at.position, offsets, tile, width });
      for (let v = 0; v < width; v++) {
        const candidates = sums.map((positionSums) => positionSums[v]!);
        keepLargest(f, places, { ...at, candidates, offsets, vector: tile + v });
      }
    });
    f.increase(at.position, 2 * columnBytes);
    f.increase(at.target, 4 * output.stride).increase(at.maximum, 4 * output.stride);
  });
}

function plainRow(f: FunctionBuilder, places: ConvolutionPlaces, at: Pointers): void {
  const { output } = places.plan;
  const rest = output.width % POSITIONS;
  const groups = (output.width - rest) / POSITIONS;
  if (groups > 0) {
    f.loop(groups, () => {
      plainPositions(f, places, { ...at, positions: POSITIONS });
    });
  }
  if (rest > 0) plainPositions(f, places, { ...at, positions: rest });
}

function plainPositions(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  { position, target, positions }: Pointers & { positions: number },
): void {
  const { step, input, output } = places.plan;
  const columnBytes = 4 * step * input.stride;
  const offsets = Array.from({ length: positions }, (_, p) => p * columnBytes);
  eachTile(output.stride, (tile, width) => {
    const sums = sumTaps(f, places, { position, offsets, tile, width });
    sums.forEach((positionSums, p) => {
      positionSums.forEach((sum, v) => {
        f.get(target).get(sum);
        finish(f, places, tile + v);
        f.at("v128.store", 4 * p * output.stride + 16 * (tile + v));
      });
    });
  });
  f.increase(position, positions * columnBytes).increase(target, 4 * positions * output.stride);
}

function eachTile(stride: number, body: (tile: number, width: number) => void): void {
  const vectors = stride / 4;
  for (let tile = 0; tile < vectors; tile += TILE) body(tile, Math.min(TILE, vectors - tile));
}

interface Tiling {
  position: Local;
  offsets: readonly number[];
  tile: number;
  width: number;
}

/** sums[position][vector] of the filter's taps, for one tile of filters. */
function sumTaps(f: FunctionBuilder, places: ConvolutionPlaces, tiling: Tiling): Local[][] {
  const { position, offsets, tile, width } = tiling;
  const { filterHeight, filterWidth, input } = places.plan;
  const weightBytes = 16 * width;
  const taps = filterWidth * input.channels;
  const sums = offsets.map(() => Array.from({ length: width }, () => f.local("v128")));
  for (const sum of sums.flat()) f.f32x4(0).set(sum);
  const [source, weight] = [f.local("i32"), f.local("i32")];
  const tap = tapEmitter(f, { offsets, sums, source, weight });
  f.get(position).set(source);
  // The tiles before this one are full.
  f.i32(places.forwardKernel + 16 * tile * filterHeight * taps).set(weight);
  const rowBytes = 4 * input.width * input.stride;
  f.loop(filterHeight, () => {
    if (taps <= UNROLLED_TAPS) {
      for (let t = 0; t < taps; t++) {
        const fx = Math.floor(t / input.channels);
        tap(4 * (fx * input.stride + (t % input.channels)), t * weightBytes);
      }
      f.increase(source, rowBytes).increase(weight, taps * weightBytes);
    } else {
      const chunk = largestDivisor(input.channels, UNROLLED_TAPS);
      f.loop(filterWidth, () => {
        f.loop(input.channels / chunk, () => {
          for (let c = 0; c < chunk; c++) tap(4 * c, c * weightBytes);
          f.increase(source, 4 * chunk).increase(weight, chunk * weightBytes);
        });
        f.increase(source, 4 * (input.stride - input.channels));
      });
      f.increase(source, rowBytes - 4 * filterWidth * input.stride);
    }
  });
  return sums;
}

/** A function that emits one tap: one input value a position times the weights of the tile. */
function tapEmitter(
  f: FunctionBuilder,
  at: { offsets: readonly number[]; sums: Local[][]; source: Local; weight: Local },
): (sourceOffset: number, weightOffset: number) => void {
  const { offsets, sums, source, weight } = at;
  const weights = sums[0]!.map(() => f.local("v128"));
  const spread = f.local("v128");
  return (sourceOffset, weightOffset) => {
    weights.forEach((w, v) => {
      f.get(weight)
        .at("v128.load", weightOffset + 16 * v)
        .set(w);
    });
    offsets.forEach((offset, p) => {
      f.get(source)
        .at("v128.load32_splat", sourceOffset + offset)
        .set(spread);
      weights.forEach((w, v) => {
        const sum = sums[p]![v]!;
        f.get(sum).get(spread).get(w).op("f32x4.mul", "f32x4.add").set(sum);
      });
    });
  };
}

/** Adds the bias to the vector on the stack, and lets ReLU pass. */
function finish(f: FunctionBuilder, { plan, bias }: ConvolutionPlaces, vector: number): void {
  f.i32(bias.values)
    .at("v128.load", 16 * vector)
    .op("f32x4.add");
  if (plan.relu) f.f32x4(0).op("f32x4.max");
}

/** Stores the largest of the candidates, with bias and ReLU, and its place. */
function keepLargest(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  choice: Omit<Pointers, "position"> & {
    candidates: readonly Local[];
    offsets: readonly number[];
    vector: number;
  },
): void {
  const { candidates, offsets, vector, target, maximum } = choice;
  const [best, place, larger] = [f.local("v128"), f.local("v128"), f.local("v128")];
  f.get(candidates[0]!).set(best).i32x4(0).set(place);
  for (let p = 1; p < candidates.length; p++) {
    f.get(candidates[p]!).get(best).op("f32x4.gt").set(larger);
    f.get(candidates[p]!).get(best).get(larger).op("v128.bitselect").set(best);
    f.i32x4(offsets[p]!).get(place).get(larger).op("v128.bitselect").set(place);
  }
  f.get(target).get(best);
  finish(f, places, vector);
  f.at("v128.store", 16 * vector);
  f.get(maximum)
    .get(place)
    .at("v128.store", 16 * vector);
}

function largestDivisor(value: number, limit: number): number {
  let divisor = Math.min(value, limit);
  while (value % divisor !== 0) divisor--;
  return divisor;
}
