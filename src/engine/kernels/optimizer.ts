// The optimizers, one step over all the parameters, with the formulas of PyTorch's torch.optim:
// - sgd: g ← g + d·w; v ← m·v + g; w ← w − η·v, or with Nesterov w ← w − η·(g + m·v)
// - adam: g ← g + d·w; v ← β₁·v + (1 − β₁)·g; s ← β₂·s + (1 − β₂)·g²;
//   w ← w − η₁·v / (√s·c + ε), where η₁ = η / (1 − β₁ᵗ) and c = 1 / √(1 − β₂ᵗ)
// - adamw: the same without g ← g + d·w, but w ← w − η·d·w before
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import type { Places } from "../places/places.js";

export type OptimizerKind = "sgd" | "nesterov" | "adam" | "adamw";

/** The places of the settings, in floats. */
export const settingPlaces = {
  learningRate: 0,
  /** m, or β₁. */
  momentum: 1,
  weightDecay: 2,
  /** η / (1 − β₁ᵗ) */
  correctedRate: 3,
  /** 1 / √(1 − β₂ᵗ) */
  squareCorrection: 4,
  /** η·d */
  decayRate: 5,
  beta2: 6,
} as const;

const EPSILON = 1e-8;

/** optimizer(first, count): moves a slice of the parameters, counted in vectors. */
export function defineOptimizer(
  module: ModuleBuilder,
  { parameters, settings }: Places,
  kind: OptimizerKind,
): number {
  const { values, gradients, velocities, squares } = parameters;
  return module.define("optimizer", 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const adaptive = kind === "adam" || kind === "adamw";
    const update = adaptive ? adamUpdate : sgdUpdate;
    const spread = spreadSettings(f, settings, adaptive ? "correctedRate" : "learningRate");
    const { momentum, decay, decayRate } = spread;
    const [offset, weight] = [f.local("i32"), f.local("v128")];
    const [gradient, velocity] = [f.local("v128"), f.local("v128")];
    f.point(offset, 0, { index: first, bytes: 16 });
    f.loop(count, () => {
      f.get(offset).at("v128.load", values).set(weight);
      f.get(offset).at("v128.load", gradients);
      if (kind !== "adamw") f.get(decay).get(weight).op("f32x4.mul", "f32x4.add");
      f.set(gradient);
      if (kind === "adamw") {
        f.get(weight).get(decayRate).get(weight).op("f32x4.mul", "f32x4.sub").set(weight);
      }
      f.get(momentum).get(offset).at("v128.load", velocities).op("f32x4.mul").get(gradient);
      if (adaptive) f.f32x4(1).get(momentum).op("f32x4.sub", "f32x4.mul");
      f.op("f32x4.add").set(velocity);
      f.get(offset).get(velocity).at("v128.store", velocities);
      f.get(offset).get(weight);
      update(f, { kind, offset, gradient, velocity, ...spread, squares });
      f.op("f32x4.sub").at("v128.store", values);
      f.increase(offset, 16);
    });
  });
}

/** The settings, each in the four lanes of a local. */
function spreadSettings(
  f: FunctionBuilder,
  address: number,
  rate: "correctedRate" | "learningRate",
) {
  const spread = (name: keyof typeof settingPlaces) => {
    const local = f.local("v128");
    f.i32(address)
      .at("v128.load32_splat", 4 * settingPlaces[name])
      .set(local);
    return local;
  };
  return {
    rate: spread(rate),
    momentum: spread("momentum"),
    decay: spread("weightDecay"),
    beta2: spread("beta2"),
    correction: spread("squareCorrection"),
    decayRate: spread("decayRate"),
  };
}

interface Update {
  kind: OptimizerKind;
  offset: Local;
  gradient: Local;
  velocity: Local;
  rate: Local;
  momentum: Local;
  beta2: Local;
  correction: Local;
  squares: number;
}

/** Pushes what is taken from the weight. */
function sgdUpdate(f: FunctionBuilder, { kind, gradient, velocity, rate, momentum }: Update) {
  f.get(rate).get(velocity);
  if (kind === "nesterov") f.get(momentum).op("f32x4.mul").get(gradient).op("f32x4.add");
  f.op("f32x4.mul");
}

function adamUpdate(
  f: FunctionBuilder,
  { offset, gradient, velocity, rate, beta2, correction, squares }: Update,
) {
  const square = f.local("v128");
  f.get(beta2).get(offset).at("v128.load", squares).op("f32x4.mul");
  f.f32x4(1).get(beta2).op("f32x4.sub").get(gradient).op("f32x4.mul").get(gradient);
  f.op("f32x4.mul", "f32x4.add").set(square);
  f.get(offset).get(square).at("v128.store", squares);
  f.get(rate).get(velocity).op("f32x4.mul");
  f.get(square).op("f32x4.sqrt").get(correction).op("f32x4.mul").f32x4(EPSILON).op("f32x4.add");
  f.op("f32x4.div");
}
