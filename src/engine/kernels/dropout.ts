// Dropout: draws a mask from the run's own generator (Philox4x32-10, lib/numbers/random.ts, to the bit) and
// multiplies by it, on the way forward the values, on the way back the gradients.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import type { DropoutPlaces } from "../places/layerPlaces.js";
import { activationSize } from "../plan/activationShape.js";
import type { DropoutPlan } from "../plan/networkPlan.js";
import { defineVectors } from "./relu.js";
import { philoxConstants, purposes } from "../../lib/numbers/random.js";

const UNIFORM_BITS = 24; // lib/numbers/random.ts: uniform() has 24 bits

/**
 * mask(first, count, seed, batch): draws the masks of some images of a batch of the run. An image's
 * numbers may begin within a block of four; the block is then drawn for both its images.
 */
export function defineDropoutMask(
  module: ModuleBuilder,
  places: DropoutPlaces,
  prefix: string,
): number {
  const { plan, mask, random } = places;
  const { height, width, channels } = plan.input;
  const imageNumbers = height * width * channels;
  return module.define(`${prefix}.mask`, 4, (f) => {
    const [first, count, seed, batch] = f.parameters as [Local, Local, Local, Local];
    const [number, blocks, block] = [f.local("i32"), f.local("i32"), f.local("i32")];
    const [image, target, source] = [f.local("i32"), f.local("i32"), f.local("i32")];
    f.point(number, 0, { index: first, bytes: imageNumbers });
    f.point(image, mask, { index: first, bytes: 4 * activationSize(plan.input) });
    f.loop(count, () => {
      f.get(number).i32(2).op("i32.shr_u").set(block);
      f.get(number)
        .i32(imageNumbers + 3)
        .op("i32.add")
        .i32(2)
        .op("i32.shr_u");
      f.get(block).op("i32.sub").set(blocks);
      drawBlocks(f, { random, block, blocks, seed, batch, layer: plan.layer });
      f.point(source, random, { index: number, bytes: 4 });
      f.get(image).set(target);
      writeMask(f, plan, { source, target });
      f.increase(number, imageNumbers).increase(image, 4 * activationSize(plan.input));
    });
  });
}

/** Writes one image's mask from its random numbers: 0, or what the rate leaves room for. */
function writeMask(
  f: FunctionBuilder,
  { rate, input }: DropoutPlan,
  { source, target }: { source: Local; target: Local },
): void {
  const { height, width, channels, pitch } = input;
  const threshold = Math.ceil(rate * 2 ** UNIFORM_BITS);
  f.loop(height * width, () => {
    f.loop(channels, () => {
      f.get(target);
      f.f32(0).f32(1 / (1 - rate));
      f.get(source)
        .at("i32.load")
        .i32(32 - UNIFORM_BITS)
        .op("i32.shr_u");
      f.i32(threshold).op("i32.lt_u", "select").at("f32.store");
      f.increase(source, 4).increase(target, 4);
    });
    f.increase(target, 4 * (pitch - channels));
  });
}

/** apply(first, count): multiplies the values, or the gradients, of the images by the masks. */
export function defineDropoutApply(
  module: ModuleBuilder,
  { plan, activation, mask }: DropoutPlaces,
  { prefix, to }: { prefix: string; to: "values" | "gradients" },
): number {
  return defineVectors(module, { name: `${prefix}.${to}`, shape: plan.input }, (f, offset) => {
    f.get(offset).get(offset).at("v128.load", activation[to]);
    f.get(offset).at("v128.load", mask).op("f32x4.mul").at("v128.store", activation[to]);
  });
}

interface Draw {
  seed: Local;
  batch: Local;
  layer: number;
}

/** Writes blocks of random numbers, from the one with that number on, where they stand in `random`. */
function drawBlocks(
  f: FunctionBuilder,
  { random, block, blocks, ...draw }: Draw & { random: number; block: Local; blocks: Local },
): void {
  const target = f.local("i32");
  f.point(target, random, { index: block, bytes: 16 });
  f.loop(blocks, () => {
    philoxBlock(f, { ...draw, block, target });
    f.increase(target, 16).increase(block, 1);
  });
}

/** Writes the four numbers of one block of Philox4x32-10 at `target`. */
function philoxBlock(f: FunctionBuilder, draw: Draw & { block: Local; target: Local }): void {
  const { multipliers, weyl, rounds } = philoxConstants;
  const counter = Array.from({ length: 4 }, () => f.local("i32")) as [Local, Local, Local, Local];
  const key = [f.local("i32"), f.local("i32")] as const;
  const products = [f.local("i64"), f.local("i64")] as const;
  f.get(draw.block).set(counter[0]).get(draw.batch).set(counter[1]);
  f.i32(draw.layer).set(counter[2]).i32(0).set(counter[3]);
  f.get(draw.seed).set(key[0]).i32(purposes.dropout).set(key[1]);
  for (let round = 0; round < rounds; round++) {
    products.forEach((product, i) => {
      f.i64(BigInt(multipliers[i]!))
        .get(counter[2 * i]!)
        .op("i64.extend_i32_u", "i64.mul")
        .set(product);
    });
    const high = (i: 0 | 1) => f.get(products[i]).i64(32n).op("i64.shr_u", "i32.wrap_i64");
    const low = (i: 0 | 1) => f.get(products[i]).op("i32.wrap_i64");
    high(1).get(counter[1]).op("i32.xor").get(key[0]).op("i32.xor").set(counter[0]);
    low(1).set(counter[1]);
    high(0).get(counter[3]).op("i32.xor").get(key[1]).op("i32.xor").set(counter[2]);
    low(0).set(counter[3]);
    key.forEach((part, i) => f.increase(part, weyl[i]!));
  }
  counter.forEach((part, i) =>
    f
      .get(draw.target)
      .get(part)
      .at("i32.store", 4 * i),
  );
}
