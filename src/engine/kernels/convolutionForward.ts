// Convolution, bias, ReLU and, if it follows, max pooling 2×2, in one pass over the image: of four
// neighbouring positions only the largest is kept, with where it was.
//
// Vectors run over the filters K. For each tap (fy, fx, c) of the filter one input value of each of
// some neighbouring positions is spread over a vector and multiplied by the weights of a tile of
// vectors. What is summed stays in registers: x64 has sixteen, of which V8 keeps one for itself.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import type { ConvolutionPlaces } from "../layerPlaces.js";
import { activationSize } from "../networkPlan.js";
import { finish, keepLargest, windowOf } from "./convolutionOutput.js";
import { positionsAtOnce } from "./positionsAtOnce.js";
import { type VectorTile, vectorTiles } from "./vectorTiles.js";

/** Vectors of filters at once: with two positions ten sums, and room for what they are made of. */
const WIDEST_TILE = 5;
/** Taps that are written out; of a longer stretch V8 keeps too many loads for later, and spills them. */
export const UNROLLED_TAPS = 16;

/** The filters that are computed together. */
export function filterTiles({ plan }: ConvolutionPlaces): VectorTile[] {
  return vectorTiles(plan.output.pitch / 4, WIDEST_TILE);
}

interface Pointers {
  /** Of the input, where a row of the output begins to be computed. */
  position: Local;
  /** Bytes into the output's values and into the maxima. */
  target: Local;
}

interface Row extends Pointers {
  tile: VectorTile;
}

/** forward(first, count): computes the output of the images from their input. */
export function defineConvolutionForward(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, input } = places;
  const rowBytes = 4 * plan.input.width * plan.input.pitch;
  const rowSpread = (plan.pooled ? 2 : 1) * plan.stride;
  const inputBytes = 4 * activationSize(plan.input);
  const outputRowBytes = 4 * plan.output.width * plan.output.pitch;
  return module.define(`${prefix}.forward`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [image, row, targetImage] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const [targetRow, at] = [f.local("i32"), { position: f.local("i32"), target: f.local("i32") }];
    const windowOffsets = windowOf(places).map((offset) => {
      const local = f.local("v128");
      f.i32x4(offset).set(local); // once: a vector of constants takes several instructions
      return local;
    });
    f.point(image, input.values, { index: first, bytes: inputBytes });
    f.point(targetImage, 0, { index: first, bytes: 4 * activationSize(plan.output) });
    f.loop(count, () => {
      f.get(image).set(row).get(targetImage).set(targetRow);
      f.loop(plan.output.height, () => {
        // Each tile of filters goes along the whole row, so that its weights stay in the nearest cache.
        for (const tile of filterTiles(places)) {
          f.get(row).set(at.position).get(targetRow).set(at.target);
          if (plan.pooled) pooledRow(f, places, { ...at, tile, windowOffsets });
          else plainRow(f, places, { ...at, tile });
        }
        f.increase(row, rowSpread * rowBytes).increase(targetRow, outputRowBytes);
      });
      f.increase(image, inputBytes).increase(targetImage, 4 * activationSize(plan.output));
    });
  });
}

function pooledRow(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  at: Row & { windowOffsets: readonly Local[] },
): void {
  const { tile, target, windowOffsets } = at;
  const { stride, input, output } = places.plan;
  f.loop(output.width, () => {
    const sums = chunks(windowOf(places), positionsAtOnce(tile.width)).flatMap((offsets) =>
      sumTaps(f, places, { ...at, offsets }),
    );
    for (let v = 0; v < tile.width; v++) {
      const candidates = sums.map((positionSums) => positionSums[v]!);
      keepLargest(f, places, { target, candidates, windowOffsets, vector: tile.first + v });
    }
    f.increase(at.position, 8 * stride * input.pitch).increase(target, 4 * output.pitch);
  });
}

function plainRow(f: FunctionBuilder, places: ConvolutionPlaces, at: Row): void {
  const { width } = places.plan.output;
  const positions = positionsAtOnce(at.tile.width);
  const rest = width % positions;
  f.loop((width - rest) / positions, () => {
    plainPositions(f, places, { ...at, positions });
  });
  if (rest > 0) plainPositions(f, places, { ...at, positions: rest });
}

function plainPositions(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  at: Row & { positions: number },
): void {
  const { stride, input, output } = places.plan;
  const columnBytes = 4 * stride * input.pitch;
  const offsets = Array.from({ length: at.positions }, (_, p) => p * columnBytes);
  const sums = sumTaps(f, places, { ...at, offsets });
  sums.forEach((positionSums, p) => {
    positionSums.forEach((sum, v) => {
      f.get(at.target).get(sum);
      finish(f, places, at.tile.first + v);
      f.at("v128.store", places.output.values + 4 * p * output.pitch + 16 * (at.tile.first + v));
    });
  });
  f.increase(at.position, at.positions * columnBytes);
  f.increase(at.target, 4 * at.positions * output.pitch);
}

/** sums[position][vector] of the filter's taps, for one tile of filters. */
function sumTaps(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  { position, offsets, tile }: Row & { offsets: readonly number[] },
): Local[][] {
  const { filterHeight, filterWidth, input } = places.plan;
  const { channels, pitch } = input;
  const weightBytes = 16 * tile.width;
  const taps = filterHeight * filterWidth * channels;
  const sums = offsets.map(() => Array.from({ length: tile.width }, () => f.local("v128")));
  for (const sum of sums.flat()) f.f32x4(0).set(sum);
  const [source, weight] = [f.local("i32"), f.local("i32")];
  const tap = tapEmitter(f, { offsets, sums, source, weight });
  const rowBytes = 4 * input.width * pitch;
  f.get(position).set(source);
  f.i32(places.forwardKernel + 16 * tile.first * taps).set(weight);
  const wholeRow = filterWidth * channels <= UNROLLED_TAPS;
  const chunk = wholeRow ? channels : largestDivisor(channels, UNROLLED_TAPS);
  f.loop(filterHeight, () => {
    if (wholeRow) {
      for (let t = 0; t < filterWidth * channels; t++) {
        const [fx, c] = [Math.floor(t / channels), t % channels];
        tap(4 * (fx * pitch + c), t * weightBytes);
      }
      f.increase(source, rowBytes).increase(weight, filterWidth * channels * weightBytes);
      return;
    }
    f.loop(filterWidth, () => {
      f.loop(channels / chunk, () => {
        for (let c = 0; c < chunk; c++) tap(4 * c, c * weightBytes);
        f.increase(source, 4 * chunk).increase(weight, chunk * weightBytes);
      });
      f.increase(source, 4 * (pitch - channels));
    });
    f.increase(source, rowBytes - 4 * filterWidth * pitch);
  });
  return sums;
}

/**
 * A function that emits one tap: one input value a position times the weights of the tile. The values
 * stay, the weights pass, each in one register.
 */
export function tapEmitter(
  f: FunctionBuilder,
  at: { offsets: readonly number[]; sums: Local[][]; source: Local; weight: Local },
): (sourceOffset: number, weightOffset: number) => void {
  const { offsets, sums, source, weight } = at;
  const spreads = offsets.map(() => f.local("v128"));
  const weights = f.local("v128");
  return (sourceOffset, weightOffset) => {
    offsets.forEach((offset, p) => {
      f.get(source)
        .at("v128.load32_splat", sourceOffset + offset)
        .set(spreads[p]!);
    });
    for (let v = 0; v < sums[0]!.length; v++) {
      f.get(weight)
        .at("v128.load", weightOffset + 16 * v)
        .set(weights);
      sums.forEach((positionSums, p) => {
        const sum = positionSums[v]!;
        f.get(sum).get(spreads[p]!).get(weights).op("f32x4.mul", "f32x4.add").set(sum);
      });
    }
  };
}

function largestDivisor(value: number, limit: number): number {
  let divisor = Math.min(value, limit);
  while (value % divisor !== 0) divisor--;
  return divisor;
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
