// The gradients of the kernel and the bias of a convolution whose output's gradient lives everywhere, as behind
// a batch normalization: nothing is listed and nothing skipped. convolutionGradients.ts is for the others.
//
// Vectors run over (fx, c), which are side by side in the input and in the kernel's layout. Some filters'
// sums over an image's positions stay in registers; all filters see one image, in the nearest cache, before the next.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import { addProduct, clear, grid, row as newRow } from "../../assembler/registers.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import { activationSize, rowFloats } from "../../plan/activationShape.js";
import { filterBytes, type RowVector, rowTiles, wholeOrRest } from "./filterRows.js";

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
  const { plan, input, output } = places;
  return module.define(`${prefix}.kernelGradient`, 3, (f) => {
    const [first, count, n] = f.parameters as [Local, Local, Local];
    const [filter, image, gradients] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const eachGroup = (body: (filters: number) => void) => {
      f.get(first).i32(group).op("i32.mul").set(filter);
      f.loop(count, () => {
        wholeOrRest(f, { filter, group, filters: plan.output.channels }, body);
        f.increase(filter, group);
      });
    };
    eachGroup((filters) => {
      clearFilters(f, places, { filter, filters });
    });
    f.i32(input.values).set(image).i32(output.gradients).set(gradients);
    f.loop(n, () => {
      eachGroup((filters) => {
        rowTiles(places, WIDEST_TILE).forEach((tile, part) => {
          const of = { image, gradients, filter, filters, tile, withBias: part === 0 };
          sumPositions(f, places, of);
        });
      });
      f.increase(image, 4 * activationSize(plan.input));
      f.increase(gradients, 4 * activationSize(plan.output));
    });
  });
}

/** Sets the gradients of some filters and their biases to zero. */
function clearFilters(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  { filter, filters }: { filter: Local; filters: number },
): void {
  const { kernel, bias } = places;
  const target = f.local("i32");
  f.point(target, kernel.gradients, { index: filter, bytes: filterBytes(places) });
  f.loop((filters * filterBytes(places)) / 16, () => {
    f.get(target).f32x4(0).at("v128.store").increase(target, 16);
  });
  if (!bias) return;
  f.point(target, bias.gradients, { index: filter, bytes: 4 });
  for (let k = 0; k < filters; k++) {
    f.get(target)
      .f32(0)
      .at("f32.store", 4 * k);
  }
}

interface Sums {
  image: Local;
  /** Those of the image's output. */
  gradients: Local;
  filter: Local;
  filters: number;
  tile: readonly RowVector[];
  withBias: boolean;
}

/** Adds, to the gradients of some filters, what all the positions of an image give. */
function sumPositions(f: FunctionBuilder, places: ConvolutionPlaces, of: Sums): void {
  const { kernel, bias } = places;
  const { filter, tile } = of;
  const columns = tile.length + (of.withBias && bias ? 1 : 0); // the bias's sum is the last
  const sums = grid(f, of.filters, columns);
  const [source, gradient] = [f.local("i32"), f.local("i32")];
  clear(f, sums);
  f.get(filter).i32(4).op("i32.mul").get(of.gradients).op("i32.add").set(gradient);
  eachPosition(f, places, { image: of.image, source, gradient }, (away) => {
    addPosition(f, { source, gradient, sums, tile, ...away });
  });
  const [target, biasTarget] = [f.local("i32"), f.local("i32")];
  f.point(target, kernel.gradients, { index: filter, bytes: filterBytes(places) });
  if (bias) f.point(biasTarget, bias.gradients, { index: filter, bytes: 4 });
  sums.forEach((vectors, k) => {
    tile.forEach(({ kernel: place }, v) => {
      const at = k * filterBytes(places) + place;
      f.get(target).get(target).at("v128.load", at).get(vectors[v]!).op("f32x4.add");
      f.at("v128.store", at);
    });
    const biasSum = vectors[tile.length];
    if (!biasSum) return;
    f.get(biasTarget).get(biasTarget);
    f.at("f32.load", 4 * k)
      .get(biasSum)
      .lane("f32x4.extract_lane", 0)
      .op("f32.add");
    f.at("f32.store", 4 * k);
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
