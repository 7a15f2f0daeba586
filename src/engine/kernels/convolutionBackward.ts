// The way back through a convolution. Only the positions that the pooling kept, and that ReLU let
// live, have a gradient: about an eighth. They are first listed, filter by filter, as pairs of an
// input address and a gradient; then each entry adds its gradient times a row of the input to the
// filter's gradient, and its gradient times the filter to the input's gradient.
//
// Vectors run over (fx, c), which are side by side in the input and in the kernel's layout. Each thread
// lists its own images; a filter's gradient goes through the lists in the order of the images.
import type { FunctionBuilder, Local, ModuleBuilder } from "../assembler.js";
import { clearImages } from "./clearImages.js";
import type { ConvolutionPlaces } from "../layerPlaces.js";
import { activationSize } from "../networkPlan.js";

const ENTRY_BYTES = 8;
/** Vectors of one row that are kept in registers at once. */
const ROW_TILE = 9;

/** entries(first, count): lists the living gradients of the images. */
export function defineConvolutionEntries(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, input, output, maxima, entries } = places;
  const spread = (plan.pooled ? 2 : 1) * plan.step;
  const columnBytes = 4 * plan.input.stride;
  const rowBytes = columnBytes * plan.input.width;
  return module.define(`${prefix}.entries`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [image, row, position] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const offset = f.local("i32"); // in bytes, alike in values, gradients and maxima
    const [end, target, gradient] = [f.local("i32"), f.local("i32"), f.local("f32")];
    const [endPlace, ends] = [f.local("i32"), f.local("i32")];
    pointToEnds(f, places, { local: ends, first });
    f.get(ends).set(endPlace);
    f.point(target, entries, { index: first, bytes: ENTRY_BYTES * positionsOf(places) });
    f.loop(plan.output.channels, () => {
      f.get(endPlace).get(target).at("i32.store");
      f.increase(target, filterBytes(places)).increase(endPlace, 4);
    });
    f.point(image, input.values, { index: first, bytes: 4 * activationSize(plan.input) });
    f.point(offset, 0, { index: first, bytes: 4 * activationSize(plan.output) });
    f.loop(count, () => {
      f.get(image).set(row);
      f.loop(plan.output.height, () => {
        f.get(row).set(position);
        f.loop(plan.output.width, () => {
          f.get(ends).set(endPlace);
          f.loop(plan.output.channels, () => {
            f.get(endPlace).at("i32.load").set(end);
            f.get(offset).at("f32.load", output.gradients);
            if (plan.relu) {
              f.f32(0).get(offset).at("f32.load", output.values).f32(0).op("f32.gt", "select");
            }
            f.set(gradient);
            f.get(end).get(gradient).at("f32.store", 4);
            f.get(end).get(position);
            if (plan.pooled) f.get(offset).at("i32.load", maxima).op("i32.add");
            f.at("i32.store");
            // Written always, kept only if it is alive: no branch to guess wrong.
            f.get(endPlace);
            f.get(end).get(gradient).f32(0).op("f32.ne").i32(3).op("i32.shl", "i32.add");
            f.at("i32.store");
            f.increase(offset, 4).increase(endPlace, 4);
          });
          f.increase(offset, 4 * (plan.output.stride - plan.output.channels));
          f.increase(position, spread * columnBytes);
        });
        f.increase(row, spread * rowBytes);
      });
      f.increase(image, 4 * activationSize(plan.input));
    });
  });
}

/**
 * kernelGradient(first, count, n): the gradients of kernel and bias of a slice of the filters, from
 * the entries of n images that so many threads have listed.
 */
export function defineKernelGradient(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  { prefix, threads }: { prefix: string; threads: number },
): number {
  const { plan, kernel, bias, rowVectors } = places;
  const rowBytes = 4 * plan.input.stride * plan.input.width;
  const filterSize = 16 * plan.filterHeight * rowVectors;
  const rows = Array.from({ length: plan.filterHeight }, (_, fy) =>
    Array.from({ length: rowVectors }, (_, v) => ({
      input: fy * rowBytes + 16 * v,
      kernel: 16 * (fy * rowVectors + v),
    })),
  );
  const wholeFilter = plan.filterHeight * rowVectors <= ROW_TILE;
  const parts = wholeFilter ? [rows.flat()] : rows.flatMap((row) => chunks(row, ROW_TILE));
  return module.define(`${prefix}.kernelGradient`, 3, (f) => {
    const [first, count, n] = f.parameters as [Local, Local, Local];
    const [filter, target, biasTarget] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const biasSum = f.local("f32");
    f.get(first).set(filter);
    f.point(target, kernel.gradients, { index: first, bytes: filterSize });
    f.point(biasTarget, bias.gradients, { index: first, bytes: 4 });
    f.loop(count, () => {
      parts.forEach((reads, part) => {
        const sums = reads.map(() => f.local("v128"));
        const [source, spread] = [f.local("i32"), f.local("v128")];
        for (const sum of sums) f.f32x4(0).set(sum);
        if (part === 0) f.f32(0).set(biasSum);
        eachThreadsEntries(f, places, { filter, n, threads }, (entry) => {
          f.get(entry).at("i32.load").set(source);
          f.get(entry).at("v128.load32_splat", 4).set(spread);
          if (part === 0) {
            f.get(biasSum).get(entry).at("f32.load", 4).op("f32.add").set(biasSum);
          }
          sums.forEach((sum, i) => {
            f.get(sum).get(spread).get(source).at("v128.load", reads[i]!.input);
            f.op("f32x4.mul", "f32x4.add").set(sum);
          });
        });
        sums.forEach((sum, i) => {
          f.get(target).get(sum).at("v128.store", reads[i]!.kernel);
        });
      });
      f.get(biasTarget).get(biasSum).at("f32.store");
      f.increase(biasTarget, 4).increase(target, filterSize).increase(filter, 1);
    });
  });
}

/** Runs the body for each entry of a filter, the threads' images in order. */
function eachThreadsEntries(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  { filter, n, threads }: { filter: Local; n: Local; threads: number },
  body: (entry: Local) => void,
): void {
  const [first, next] = [f.local("i32"), f.local("i32")];
  const part = (local: Local, thread: number) => {
    f.get(n).i32(thread).op("i32.mul").i32(threads).op("i32.div_u").set(local);
  };
  if (threads === 1) {
    f.i32(0).set(first);
    eachEntry(f, places, { filter, first }, body);
    return;
  }
  for (let thread = 0; thread < threads; thread++) {
    part(first, thread);
    part(next, thread + 1);
    f.get(first).get(next).op("i32.ne");
    f.when(() => {
      eachEntry(f, places, { filter, first }, body);
    });
  }
}

/** Runs the body for each entry of a filter in the list that begins with the image `first`. */
function eachEntry(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  { filter, first }: { filter: Local; first: Local },
  body: (entry: Local) => void,
): void {
  const [entry, count, end] = [f.local("i32"), f.local("i32"), f.local("i32")];
  f.point(entry, places.entries, { index: filter, bytes: filterBytes(places) });
  f.get(entry).get(first);
  f.i32(ENTRY_BYTES * positionsOf(places))
    .op("i32.mul", "i32.add")
    .set(entry);
  pointToEnds(f, places, { local: end, first });
  f.get(end).get(filter).i32(2).op("i32.shl", "i32.add").at("i32.load");
  f.get(entry).op("i32.sub").i32(3).op("i32.shr_u").set(count);
  f.loop(count, () => {
    body(entry);
    f.increase(entry, ENTRY_BYTES);
  });
}

/** inputGradient(first, count): the gradients of the images' input, from their entries. */
export function defineInputGradient(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, input, kernel, rowVectors } = places;
  const rowBytes = 4 * plan.input.stride * plan.input.width;
  const distance = input.gradients - input.values; // from an input value to its gradient
  const rows = Array.from({ length: plan.filterHeight }, (_, fy) =>
    chunks(
      Array.from({ length: rowVectors }, (_, v) => ({ fy, v })),
      ROW_TILE,
    ),
  );
  return module.define(`${prefix}.inputGradient`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    clearImages(f, input, { first, count });
    const [weights, filter] = [f.local("i32"), f.local("i32")];
    const [target, spread] = [f.local("i32"), f.local("v128")];
    f.i32(kernel.values).set(weights).i32(0).set(filter);
    f.loop(plan.output.channels, () => {
      for (const part of rows.flat()) {
        const held = part.map(({ fy, v }) => {
          const local = f.local("v128");
          f.get(weights).at("v128.load", 16 * (fy * rowVectors + v));
          f.set(local);
          return local;
        });
        eachEntry(f, places, { filter, first }, (entry) => {
          f.get(entry).at("i32.load").i32(distance).op("i32.add").set(target);
          f.get(entry).at("v128.load32_splat", 4).set(spread);
          part.forEach(({ fy, v }, i) => {
            const at = fy * rowBytes + 16 * v;
            f.get(target).get(target).at("v128.load", at);
            f.get(spread).get(held[i]!).op("f32x4.mul", "f32x4.add").at("v128.store", at);
          });
        });
      }
      f.increase(weights, 16 * plan.filterHeight * rowVectors).increase(filter, 1);
    });
  });
}

/** Output positions of one image. */
function positionsOf({ plan }: ConvolutionPlaces): number {
  return plan.output.height * plan.output.width;
}

/** Bytes from one filter's lists to the next's. */
function filterBytes(places: ConvolutionPlaces): number {
  return ENTRY_BYTES * places.capacity * positionsOf(places);
}

/** Points to the ends of the lists that begin with the image `first`, one a filter. */
function pointToEnds(
  f: FunctionBuilder,
  { plan, entryEnds }: ConvolutionPlaces,
  { local, first }: { local: Local; first: Local },
): void {
  f.point(local, entryEnds, { index: first, bytes: 4 * plan.output.channels });
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
