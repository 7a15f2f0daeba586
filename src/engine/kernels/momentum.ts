// The optimizer: SGD with momentum, v ← m·v + g, w ← w − lr·v, as PyTorch's SGD does.
import type { Local, ModuleBuilder } from "../assembler.js";
import type { Parameters, Places } from "../places.js";

/** name(): moves one group of weights by its gradients. */
export function defineMomentum(
  module: ModuleBuilder,
  {
    name,
    parameters,
    settings,
  }: { name: string; parameters: Parameters } & Pick<Places, "settings">,
): number {
  const { size, values, gradients, velocities } = parameters;
  return module.define(`${name}.momentum`, 0, (f) => {
    const learningRate: Local = f.local("v128");
    const momentum = f.local("v128");
    const velocity = f.local("v128");
    const offset = f.local("i32");
    f.i32(settings).at("v128.load32_splat").set(learningRate);
    f.i32(settings).at("v128.load32_splat", 4).set(momentum);
    f.i32(0).set(offset);
    f.loop(size / 4, () => {
      f.get(momentum).get(offset).at("v128.load", velocities).op("f32x4.mul");
      f.get(offset).at("v128.load", gradients).op("f32x4.add").set(velocity);
      f.get(offset).get(velocity).at("v128.store", velocities);
      f.get(offset).get(offset).at("v128.load", values);
      f.get(learningRate).get(velocity).op("f32x4.mul", "f32x4.sub").at("v128.store", values);
      f.increase(offset, 16);
    });
  });
}
