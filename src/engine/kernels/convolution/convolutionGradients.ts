// The gradients of a convolution's kernel, bias and input, from the list of the living gradients
// (convolutionEntries.ts): each entry adds its gradient times a row of the input to the filter's gradient,
// and its gradient times the filter to the input's gradient.
//
// Vectors run over (fx, c), which are side by side in the input and in the kernel's layout. All goes
// image by image, because one image and the kernel fit the processor's nearest cache and a batch does
// not. A filter's gradient is summed in the order of the images, whoever listed them.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import { clearImages } from "../clearImages.js";
import { eachEntry } from "./convolutionEntries.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import { filterBytes, rowTiles } from "./filterRows.js";

/** Vectors of a filter that stay in registers at once. */
const WIDEST_TILE = 12;

/** kernelGradient(first, count, n): of a slice of the filters and their biases, if any, over n images. */
export function defineKernelGradient(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, kernel, bias } = places;
  const bytes = filterBytes(places);
  return module.define(`${prefix}.kernelGradient`, 3, (f) => {
    const [first, count, n] = f.parameters as [Local, Local, Local];
    const [target, biasTarget, vectors] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const [list, image] = [f.local("i32"), f.local("i32")];
    f.point(target, kernel.gradients, { index: first, bytes });
    f.get(count)
      .i32(bytes / 16)
      .op("i32.mul")
      .set(vectors);
    f.loop(vectors, () => {
      f.get(target).f32x4(0).at("v128.store").increase(target, 16);
    });
    if (bias) {
      f.point(biasTarget, bias.gradients, { index: first, bytes: 4 });
      f.loop(count, () => {
        f.get(biasTarget).f32(0).at("f32.store").increase(biasTarget, 4);
      });
    }
    f.i32(0).set(image);
    f.loop(n, () => {
      f.point(target, kernel.gradients, { index: first, bytes });
      if (bias) f.point(biasTarget, bias.gradients, { index: first, bytes: 4 });
      f.get(image).i32(plan.output.channels).op("i32.mul").get(first).op("i32.add").set(list);
      f.loop(count, () => {
        addEntries(f, places, { list, target, biasTarget });
        f.increase(biasTarget, 4).increase(target, bytes).increase(list, 1);
      });
      f.increase(image, 1);
    });
  });
}

/** Adds what one image's entries give to the gradients of one filter and its bias. */
function addEntries(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  { list, target, biasTarget }: { list: Local; target: Local; biasTarget: Local },
): void {
  const biasSum = f.local("f32");
  rowTiles(places, WIDEST_TILE).forEach((reads, part) => {
    const sums = reads.map(() => f.local("v128"));
    const sumsBias = part === 0 && places.bias !== undefined;
    const [source, spread] = [f.local("i32"), f.local("v128")];
    sums.forEach((sum, i) => {
      f.get(target).at("v128.load", reads[i]!.kernel).set(sum);
    });
    if (sumsBias) f.get(biasTarget).at("f32.load").set(biasSum);
    eachEntry(f, places, list, (entry) => {
      f.get(entry).at("i32.load").set(source);
      f.get(entry).at("v128.load32_splat", 4).set(spread);
      if (sumsBias) {
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
    if (sumsBias) f.get(biasTarget).get(biasSum).at("f32.store");
  });
}

/** inputGradient(first, count): the gradients of the images' input, from their entries. */
export function defineInputGradient(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { plan, input, kernel } = places;
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
        for (const part of rowTiles(places, WIDEST_TILE)) {
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
        f.increase(weights, filterBytes(places)).increase(list, 1);
      });
    });
  });
}
