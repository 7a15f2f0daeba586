// Convolution, bias, ReLU and, if it follows, max pooling 2×2, in one pass over the image: of four
// neighbouring positions only the largest is kept, with where it was.
//
// Vectors run over the filters K. For each tap (fy, fx, c) of the filter one input value of each of
// some neighbouring positions is spread over a vector and multiplied by the weights of a tile of
// vectors. What is summed stays in registers: x64 has sixteen, of which V8 keeps one for itself.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import { activationSize } from "../../plan/activationShape.js";
import { finish, keepLargest, windowOf } from "./convolutionOutput.js";
import { sumTaps } from "./convolutionTaps.js";
import { positionsAtOnce } from "../../assembler/positionsAtOnce.js";
import { type VectorTile, vectorTiles } from "../../assembler/vectorTiles.js";

/** Vectors of filters at once: with two positions ten sums, and room for what they are made of. */
const WIDEST_TILE = 5;

/** The filters that are computed together. */
export function filterTiles({ plan }: ConvolutionPlaces): VectorTile[] {
  return vectorTiles(plan.output.pitch / 4, WIDEST_TILE);
}

interface Pointers {
  /** Address in the input of what the first tap of the next output position reads. */
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

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
