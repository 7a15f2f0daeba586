// The gradient of a 3×3 kernel, the adjoint of Winograd's F(4×4,3×3): the sum over all tiles of
// (AgAᵀ) ⊙ (BᵀdB), g the output's gradients and d the input, and then Gᵀ · that sum · G.
//
// A batch is divided in a few parts, always the same, whoever computes them; each sums its images in order.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../../assembler/moduleBuilder.js";
import { row as newRow } from "../../assembler/registers.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import {
  BETWEEN_BYTES,
  channelTiles,
  FOUR_PRODUCTS,
  GRADIENT_PARTS,
} from "../../places/winogradFourShape.js";
import { activationSize, startFloats } from "../../plan/activationShape.js";
import { type Block, eachBlock } from "./blocks.js";
import { addTiles } from "./addTiles.js";
import { pointScratch } from "./scratch.js";
import { type Bench, transformTiles } from "./transformSquare.js";
import { fromGradient, fromInput } from "./transforms.js";

interface Room extends Bench {
  /** [36][tiles][channels]: of the input, and of the gradients. */
  inputs: Local;
  gradients: Local;
  /** The part's sum, [36][K][C], and that of its bias. */
  sums: Local;
  biasSums: Local;
}

/** partGradients(first, count, n, thread): the sums of a slice of the parts of a batch of n images. */
export function definePartGradients(
  module: ModuleBuilder,
  places: ConvolutionPlaces,
  prefix: string,
): number {
  const { pitch } = places.output.shape;
  const four = places.four!;
  return module.define(`${prefix}.partGradients`, 4, (f) => {
    const [first, count, n, thread] = f.parameters as [Local, Local, Local, Local];
    const room = newRoom(f, places, thread);
    const part = f.local("i32");
    const images = { first: f.local("i32"), count: f.local("i32") };
    f.get(first).set(part);
    f.loop(count, () => {
      f.point(room.sums, four.partSums, { index: part, bytes: four.partBytes });
      clearSums(f, room.sums, four.partBytes);
      setImages(f, { part, n, images });
      if (places.bias) {
        f.point(room.biasSums, four.partBiasSums, { index: part, bytes: 4 * pitch });
        sumBias(f, places, { images, room });
      }
      eachBlock(f, four.gradient, images, (block) => {
        transformBlock(f, block, { places, room });
        addTiles(f, block, {
          ...room,
          channelPitch: places.input.shape.pitch,
          filters: places.output.shape,
        });
      });
      f.increase(part, 1);
    });
  });
}

function newRoom(f: FunctionBuilder, places: ConvolutionPlaces, thread: Local): Room {
  const [between, inputs, gradients] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const inputBytes =
    4 * FOUR_PRODUCTS * places.four!.gradient.productFloats(places.input.shape.pitch);
  pointScratch(f, places, { thread, address: between });
  f.get(between).i32(BETWEEN_BYTES).op("i32.add").set(inputs);
  f.get(inputs).i32(inputBytes).op("i32.add").set(gradients);
  const four = f.local("v128");
  f.f32x4(4).set(four);
  return { between, four, inputs, gradients, sums: f.local("i32"), biasSums: f.local("i32") };
}

function clearSums(f: FunctionBuilder, sums: Local, bytes: number): void {
  const address = f.local("i32");
  f.get(sums).set(address);
  f.loop(bytes / 16, () => {
    f.get(address).f32x4(0).at("v128.store").increase(address, 16);
  });
}

/** The images of a part, from ⌊part · n / parts⌋ to below ⌊(part + 1) · n / parts⌋. */
function setImages(
  f: FunctionBuilder,
  { part, n, images }: { part: Local; n: Local; images: { first: Local; count: Local } },
): void {
  f.get(part).get(n).op("i32.mul").i32(GRADIENT_PARTS).op("i32.div_u").set(images.first);
  f.get(part).i32(1).op("i32.add").get(n).op("i32.mul").i32(GRADIENT_PARTS).op("i32.div_u");
  f.get(images.first).op("i32.sub").set(images.count);
}

/** Sums the output's gradients over the images; the frame around them is zero. */
function sumBias(
  f: FunctionBuilder,
  { output: { shape, gradients } }: ConvolutionPlaces,
  { images, room }: { images: { first: Local; count: Local }; room: Room },
): void {
  for (const tile of channelTiles(shape.pitch)) {
    const [totals, parts] = [newRow(f, tile.width), newRow(f, tile.width)];
    const address = f.local("i32");
    f.point(address, gradients, { index: images.first, bytes: 4 * activationSize(shape) });
    for (const total of totals) f.f32x4(0).set(total);
    f.loop(images.count, () => {
      for (const part of parts) f.f32x4(0).set(part);
      f.loop(activationSize(shape) / shape.pitch, () => {
        parts.forEach((part, v) => {
          f.get(part).get(address);
          f.at("v128.load", 16 * (tile.first + v))
            .op("f32x4.add")
            .set(part);
        });
        f.increase(address, 4 * shape.pitch);
      });
      parts.forEach((part, v) => f.get(totals[v]!).get(part).op("f32x4.add").set(totals[v]!));
    });
    totals.forEach((total, v) => {
      f.get(room.biasSums)
        .get(total)
        .at("v128.store", 16 * (tile.first + v));
    });
  }
}

/** Transforms a block's tiles of the input and of the output's gradients. */
function transformBlock(
  f: FunctionBuilder,
  block: Block,
  { places: { input, output }, room }: { places: ConvolutionPlaces; room: Room },
): void {
  const inputs = { shape: input.shape, base: input.values };
  transformTiles(f, block, { ...room, map: inputs, side: 6, oneWay: fromInput, to: room.inputs });
  const { shape } = output;
  const gradients = { shape, base: output.gradients + 4 * startFloats(shape) };
  const to = room.gradients;
  transformTiles(f, block, { ...room, map: gradients, side: 4, oneWay: fromGradient, to });
}
