// The way back through a convolution begins with a list. Only the positions that the pooling let through,
// and that ReLU let live, have a gradient: about an eighth. They are listed image by image and filter by
// filter, as pairs of an input address and a gradient; convolutionGradients.ts goes through the lists.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import { activationSize } from "../../plan/activationShape.js";
import type { ConvolutionPlan } from "../../plan/networkPlan.js";

const ENTRY_BYTES = 8;

/** entries(first, count): lists the living gradients of the images. */
export function defineConvolutionEntries(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, input } = places;
  const outputBytes = 4 * activationSize(plan.output);
  return module.define(`${prefix}.entries`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [image, row, position] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const [list, end] = [f.local("i32"), f.local("i32")];
    const offset = f.local("i32"); // in bytes, alike in values, gradients and maxima
    const outputImage = f.local("i32");
    f.point(image, input.values, { index: first, bytes: 4 * activationSize(plan.input) });
    f.point(outputImage, 0, { index: first, bytes: outputBytes });
    const imageListBytes = plan.output.channels * listBytes(places);
    f.point(list, places.entries, { index: first, bytes: imageListBytes });
    f.point(end, places.entryEnds, { index: first, bytes: 4 * plan.output.channels });
    f.loop(count, () => {
      for (let k = 0; k < plan.output.channels; k += 4) {
        const lanes = Math.min(4, plan.output.channels - k);
        const ends = Array.from({ length: lanes }, () => f.local("i32"));
        for (const laneEnd of ends) f.get(list).set(laneEnd).increase(list, listBytes(places));
        f.get(outputImage).set(offset).get(image).set(row);
        eachOutputPosition(f, plan, { row, position, offset }, () => {
          listLiving(f, places, { ends, position, offset, channel: k });
        });
        for (const laneEnd of ends) f.get(end).get(laneEnd).at("i32.store").increase(end, 4);
      }
      f.increase(image, 4 * activationSize(plan.input)).increase(outputImage, outputBytes);
    });
  });
}

/** Runs the body at each position of an image's output; moves the pointers along, from where they stand. */
function eachOutputPosition(
  f: FunctionBuilder,
  { input, output, pooled, stride }: ConvolutionPlan,
  { row, position, offset }: { row: Local; position: Local; offset: Local },
  body: () => void,
): void {
  const columnBytes = 4 * (pooled ? 2 : 1) * stride * input.pitch;
  f.loop(output.height, () => {
    f.get(row).set(position);
    f.loop(output.width, () => {
      body();
      f.increase(offset, 4 * output.pitch).increase(position, columnBytes);
    });
    f.increase(row, columnBytes * input.width);
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

/** Runs the body for each entry of a list; the lists of an image are side by side, one a filter. */
export function eachEntry(
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
