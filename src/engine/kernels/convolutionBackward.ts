// The way back through a convolution. Only the positions that the pooling kept, and that ReLU let
// live, have a gradient: about an eighth. They are first listed, image by image and filter by filter,
// as pairs of an input address and a gradient; then each entry adds its gradient times a row of the
// input to the filter's gradient, and its gradient times the filter to the input's gradient.
//
// Vectors run over (fx, c), which are side by side in the input and in the kernel's layout. All goes
// image by image, because one image and the kernel fit the processor's nearest cache and a batch does
// not. A filter's gradient is summed in the order of the images, whoever listed them.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import { clearImages } from "./clearImages.js";
import type { ConvolutionPlaces } from "../layerPlaces.js";
import { activationSize } from "../networkPlan.js";
import { vectorTiles } from "./vectorTiles.js";

const ENTRY_BYTES = 8;
/** Vectors of a filter that are kept in registers at once. */
const WIDEST_TILE = 12;

/** entries(first, count): lists the living gradients of the images. */
export function defineConvolutionEntries(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, input } = places;
  const spread = (plan.pooled ? 2 : 1) * plan.stride;
  const columnBytes = 4 * spread * plan.input.pitch;
  const outputBytes = 4 * activationSize(plan.output);
  return module.define(`${prefix}.entries`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [image, row, position] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const [list, end, offset, outputImage] = [
      f.local("i32"),
      f.local("i32"),
      f.local("i32"), // in bytes, alike in values, gradients and maxima
      f.local("i32"),
    ];
    f.point(image, input.values, { index: first, bytes: 4 * activationSize(plan.input) });
    f.point(outputImage, 0, { index: first, bytes: outputBytes });
    f.point(list, places.entries, {
      index: first,
      bytes: plan.output.channels * listBytes(places),
    });
    f.point(end, places.entryEnds, { index: first, bytes: 4 * plan.output.channels });
    f.loop(count, () => {
      for (let k = 0; k < plan.output.channels; k += 4) {
        const lanes = Math.min(4, plan.output.channels - k);
        const ends = Array.from({ length: lanes }, () => f.local("i32"));
        for (const laneEnd of ends) f.get(list).set(laneEnd).increase(list, listBytes(places));
        f.get(outputImage).set(offset).get(image).set(row);
        f.loop(plan.output.height, () => {
          f.get(row).set(position);
          f.loop(plan.output.width, () => {
            listLiving(f, places, { ends, position, offset, channel: k });
            f.increase(offset, 4 * plan.output.pitch).increase(position, columnBytes);
          });
          f.increase(row, columnBytes * plan.input.width);
        });
        for (const laneEnd of ends) f.get(end).get(laneEnd).at("i32.store").increase(end, 4);
      }
      f.increase(image, 4 * activationSize(plan.input)).increase(outputImage, outputBytes);
    });
  });
}

/** At one position, writes an entry to the list of each of four filters; it stays if it is alive. */
function listLiving(
  f: FunctionBuilder,
  { plan, output, maxima }: ConvolutionPlaces,
  at: { ends: readonly Local[]; position: Local; offset: Local; channel: number },
): void {
  const { ends, position, offset, channel } = at;
  const [gradients, addresses] = [f.local("v128"), f.local("v128")];
  const living = f.local("i32");
  f.get(offset).at("v128.load", output.gradients + 4 * channel);
  f.set(gradients).get(position).op("i32x4.splat");
  if (plan.pooled) {
    f.get(offset)
      .at("v128.load", maxima + 4 * channel)
      .op("i32x4.add");
  }
  f.set(addresses).get(gradients).f32x4(0).op("f32x4.ne");
  if (plan.relu) {
    f.get(offset).at("v128.load", output.values + 4 * channel);
    f.f32x4(0).op("f32x4.gt", "v128.and");
  }
  f.op("i32x4.bitmask").set(living);
  const pairs = [0, 2].map((lane) => {
    const local = f.local("v128");
    f.get(addresses).get(gradients);
    f.shuffle([lane, lane + 4, lane + 1, lane + 5]).set(local);
    return local;
  });
  ends.forEach((end, lane) => {
    f.get(end)
      .get(pairs[lane >> 1]!)
      .storeHalf(lane % 2 === 0 ? 0 : 1);
    // ENTRY_BYTES if the lane's bit is set: no branch to guess wrong.
    f.get(end).get(living);
    if (lane < 3) f.i32(3 - lane).op("i32.shl");
    f.i32(ENTRY_BYTES).op("i32.and", "i32.add").set(end);
  });
}

/** kernelGradient(first, count, n): of a slice of the filters and their biases, over n images. */
export function defineKernelGradient(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, kernel, bias, rowVectors } = places;
  const filterBytes = 16 * plan.filterHeight * rowVectors;
  return module.define(`${prefix}.kernelGradient`, 3, (f) => {
    const [first, count, n] = f.parameters as [Local, Local, Local];
    const [target, biasTarget, vectors] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const [list, image] = [f.local("i32"), f.local("i32")];
    const biasSum = f.local("f32");
    f.point(target, kernel.gradients, { index: first, bytes: filterBytes });
    f.get(count)
      .i32(filterBytes / 16)
      .op("i32.mul")
      .set(vectors);
    f.loop(vectors, () => {
      f.get(target).f32x4(0).at("v128.store").increase(target, 16);
    });
    f.point(biasTarget, bias.gradients, { index: first, bytes: 4 });
    f.loop(count, () => {
      f.get(biasTarget).f32(0).at("f32.store").increase(biasTarget, 4);
    });
    f.i32(0).set(image);
    f.loop(n, () => {
      f.point(target, kernel.gradients, { index: first, bytes: filterBytes });
      f.point(biasTarget, bias.gradients, { index: first, bytes: 4 });
      f.get(image).i32(plan.output.channels).op("i32.mul").get(first).op("i32.add").set(list);
      f.loop(count, () => {
        filterTiles(places).forEach((reads, part) => {
          const sums = reads.map(() => f.local("v128"));
          const [source, spread] = [f.local("i32"), f.local("v128")];
          sums.forEach((sum, i) => {
            f.get(target).at("v128.load", reads[i]!.kernel).set(sum);
          });
          if (part === 0) f.get(biasTarget).at("f32.load").set(biasSum);
          eachEntry(f, places, list, (entry) => {
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
          if (part === 0) f.get(biasTarget).get(biasSum).at("f32.store");
        });
        f.increase(biasTarget, 4).increase(target, filterBytes).increase(list, 1);
      });
      f.increase(image, 1);
    });
  });
}

/** inputGradient(first, count): the gradients of the images' input, from their entries. */
export function defineInputGradient(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, input, kernel, rowVectors } = places;
  const distance = input.gradients - input.values; // from an input value to its gradient
  return module.define(`${prefix}.inputGradient`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    clearImages(f, input, { first, count });
    const [weights, list] = [f.local("i32"), f.local("i32")];
    const [target, spread] = [f.local("i32"), f.local("v128")];
    f.get(first).i32(plan.output.channels).op("i32.mul").set(list);
    f.loop(count, () => {
      f.i32(kernel.values).set(weights);
      f.loop(plan.output.channels, () => {
        for (const part of filterTiles(places)) {
          const held = part.map(({ kernel: at }) => {
            const local = f.local("v128");
            f.get(weights).at("v128.load", at).set(local);
            return local;
          });
          eachEntry(f, places, list, (entry) => {
            f.get(entry).at("i32.load").i32(distance).op("i32.add").set(target);
            f.get(entry).at("v128.load32_splat", 4).set(spread);
            part.forEach(({ input: at }, i) => {
              f.get(target).get(target).at("v128.load", at);
              f.get(spread).get(held[i]!).op("f32x4.mul", "f32x4.add").at("v128.store", at);
            });
          });
        }
        f.increase(weights, 16 * plan.filterHeight * rowVectors).increase(list, 1);
      });
    });
  });
}

/** The vectors of a filter that go together: each in bytes of the filter, and from an input position. */
function filterTiles({ plan, rowVectors }: ConvolutionPlaces) {
  const rowBytes = 4 * plan.input.pitch * plan.input.width;
  const vectors = Array.from({ length: plan.filterHeight }, (_, fy) =>
    Array.from({ length: rowVectors }, (_, v) => ({
      input: fy * rowBytes + 16 * v,
      kernel: 16 * (fy * rowVectors + v),
    })),
  ).flat();
  return vectorTiles(vectors.length, WIDEST_TILE).map(({ first, width }) =>
    vectors.slice(first, first + width),
  );
}

/** Runs the body for each entry of a list; the lists of an image are side by side, one a filter. */
function eachEntry(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  list: Local,
  body: (entry: Local) => void,
): void {
  const [entry, end, count] = [f.local("i32"), f.local("i32"), f.local("i32")];
  f.point(entry, places.entries, { index: list, bytes: listBytes(places) });
  f.point(end, places.entryEnds, { index: list, bytes: 4 });
  f.get(end).at("i32.load").get(entry).op("i32.sub").i32(3).op("i32.shr_u").set(count);
  f.loop(count, () => {
    body(entry);
    f.increase(entry, ENTRY_BYTES);
  });
}

/** Bytes of the list of one image and one filter. */
function listBytes({ plan }: ConvolutionPlaces): number {
  return ENTRY_BYTES * plan.output.height * plan.output.width;
}
