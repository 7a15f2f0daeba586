// The gradients of the kernel and the bias of a convolution whose output's gradient lives everywhere, as behind
// a batch normalization: nothing is listed and nothing skipped. convolutionGradients.ts is for the others.
//
// Vectors run over (fx, c), which are side by side in the input and in the kernel's layout. Some filters'
// sums over the positions stay in registers.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import { addProduct, clear, grid, row as newRow } from "../../assembler/registers.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import { activationSize, rowFloats } from "../../plan/activationShape.js";
import { filterBytes, type RowVector, rowTiles } from "./filterRows.js";

/** Vectors of a filter at once: with two filters ten sums. */
const WIDEST_TILE = 5;
/** With no more vectors, and no sums of the bias, three filters fit the registers. */
const NARROW = 3;

/** Filters whose kernel gradients are summed together. */
export function filtersAtOnce(places: ConvolutionPlaces): number {
  return Math.max(...rowTiles(places, WIDEST_TILE).map((tile) => tile.length)) <= NARROW &&
    !places.bias
    ? 3
    : 2;
}

/** kernelGradient(first, count, n): of a slice of the groups of filters and their biases, over n images. */
export function defineFullKernelGradient(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const group = filtersAtOnce(places);
  const { channels } = places.plan.output;
  return module.define(`${prefix}.kernelGradient`, 3, (f) => {
    const [first, count, n] = f.parameters as [Local, Local, Local];
    const filter = f.local("i32");
    f.get(first).i32(group).op("i32.mul").set(filter);
    f.loop(count, () => {
      const isWhole = () =>
        f
          .get(filter)
          .i32(channels - group)
          .op("i32.le_s");
      const some = (filters: number) => {
        rowTiles(places, WIDEST_TILE).forEach((tile, part) => {
          sumPositions(f, places, { filter, n, filters, tile, withBias: part === 0 });
        });
      };
      isWhole().when(() => {
        some(group);
      });
      if (channels % group > 0) {
        isWhole()
          .op("i32.eqz")
          .when(() => {
            some(channels % group);
          });
      }
      f.increase(filter, group);
    });
  });
}

interface Sums {
  filter: Local;
  n: Local;
  filters: number;
  tile: readonly RowVector[];
  withBias: boolean;
}

/** The gradients of some filters, summed over all the positions, image by image. */
function sumPositions(f: FunctionBuilder, places: ConvolutionPlaces, of: Sums): void {
  const { plan, input, output, kernel, bias } = places;
  const columns = of.tile.length + (of.withBias && bias ? 1 : 0); // the bias's sum is the last
  const totals = grid(f, of.filters, columns);
  const sums = grid(f, of.filters, columns);
  const [image, source, gradient] = [f.local("i32"), f.local("i32"), f.local("i32")];
  clear(f, totals);
  f.i32(input.values).set(image);
  f.point(gradient, output.gradients, { index: of.filter, bytes: 4 });
  const { height } = plan.output;
  const rest = activationSize(plan.output) - height * rowFloats(plan.output);
  f.loop(of.n, () => {
    clear(f, sums);
    eachPosition(f, places, { image, source, gradient }, (away) => {
      addPosition(f, { source, gradient, sums, tile: of.tile, ...away });
    });
    totals.flat().forEach((total, i) => {
      f.get(total).get(sums.flat()[i]!).op("f32x4.add").set(total);
    });
    f.increase(image, 4 * activationSize(plan.input)).increase(gradient, 4 * rest);
  });
  const [target, biasTarget] = [f.local("i32"), f.local("i32")];
  f.point(target, kernel.gradients, { index: of.filter, bytes: filterBytes(places) });
  f.point(biasTarget, bias?.gradients ?? 0, { index: of.filter, bytes: 4 });
  totals.forEach((vectors, k) => {
    of.tile.forEach(({ kernel: place }, v) => {
      f.get(target).get(vectors[v]!);
      f.at("v128.store", k * filterBytes(places) + place);
    });
    const biasTotal = vectors[of.tile.length];
    if (biasTotal)
      f.get(biasTarget)
        .get(biasTotal)
        .storeLane(0, 4 * k);
  });
}

/**
 * Runs the body at each position of an image's output, two at once where there are two: so many bytes away
 * from the pointers. The gradient's moves on over the rows.
 */
function eachPosition(
  f: FunctionBuilder,
  { plan: { input, output, stride } }: ConvolutionPlaces,
  { image, source, gradient }: { image: Local; source: Local; gradient: Local },
  body: (away: { input: number; output: number }) => void,
): void {
  const row = f.local("i32");
  const away = { input: 4 * stride * input.pitch, output: 4 * output.pitch };
  const some = (positions: number) => {
    body({ input: 0, output: 0 });
    if (positions > 1) body(away);
    f.increase(source, positions * away.input).increase(gradient, positions * away.output);
  };
  f.get(image).set(row);
  f.loop(output.height, () => {
    f.get(row).set(source);
    f.loop(output.width >> 1, () => {
      some(2);
    });
    if (output.width % 2 > 0) some(1);
    f.increase(row, 4 * stride * rowFloats(input));
  });
}

function addPosition(
  f: FunctionBuilder,
  at: {
    source: Local;
    gradient: Local;
    sums: Local[][];
    tile: readonly RowVector[];
    input: number;
    output: number;
  },
): void {
  const { source, gradient, sums, tile } = at;
  const [vector, spreads] = [f.local("v128"), newRow(f, sums.length)];
  spreads.forEach((spread, k) => {
    f.get(gradient)
      .at("v128.load32_splat", at.output + 4 * k)
      .set(spread);
    const biasSum = sums[k]![tile.length];
    if (biasSum) f.get(biasSum).get(spread).op("f32x4.add").set(biasSum);
  });
  tile.forEach(({ input }, v) => {
    f.get(source)
      .at("v128.load", at.input + input)
      .set(vector);
    spreads.forEach((spread, k) => {
      addProduct(f, sums[k]![v]!, [spread, vector]);
    });
  });
}
