// ReLU where no other kernel computes it: forward in place, and the way back of every ReLU.
import type { Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import type { Activation } from "../places/layerPlaces.js";
import { activationSize } from "../plan/activationShape.js";

/** relu(first, count): values below zero become zero. */
export function defineRelu(module: ModuleBuilder, activation: Activation, prefix: string): number {
  const { shape, values } = activation;
  return defineVectors(module, { name: `${prefix}.relu`, shape }, (f, offset) => {
    f.get(offset).get(offset).at("v128.load", values).f32x4(0).op("f32x4.pmax");
    f.at("v128.store", values);
  });
}

/** reluGradient(first, count): silences the gradients of what ReLU did not let through. */
export function defineReluGradient(
  module: ModuleBuilder,
  activation: Activation,
  prefix: string,
): number {
  const { shape, values, gradients } = activation;
  return defineVectors(module, { name: `${prefix}.reluGradient`, shape }, (f, offset) => {
    f.get(offset).get(offset).at("v128.load", gradients);
    f.get(offset).at("v128.load", values).f32x4(0).op("f32x4.gt", "v128.and");
    f.at("v128.store", gradients);
  });
}

type Body = (f: Parameters<Parameters<ModuleBuilder["define"]>[2]>[0], offset: Local) => void;

/** A function (first, count) that does something to each vector of the images' activations. */
export function defineVectors(
  module: ModuleBuilder,
  { name, shape }: { name: string; shape: Activation["shape"] },
  body: Body,
): number {
  const size = activationSize(shape);
  return module.define(name, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [offset, vectors] = [f.local("i32"), f.local("i32")];
    f.point(offset, 0, { index: first, bytes: 4 * size });
    f.get(count)
      .i32(size / 4)
      .op("i32.mul")
      .set(vectors);
    f.loop(vectors, () => {
      body(f, offset);
      f.increase(offset, 16);
    });
  });
}
