// A dense layer: forward with bias and ReLU, and the way back. Vectors run over the units; images are
// taken four at a time, so that each weight that is read serves four times.
import type { Local, ModuleBuilder } from "../assembler.js";
import { activationSize } from "../networkPlan.js";
import type { DensePlaces } from "../places.js";

/** Images at once. */
const IMAGES = 4;
/** Vectors of units at once in the forward pass: with four images, eight sums. */
const FORWARD_TILE = 2;
/** Vectors of units at once for the kernel's gradient: with two inputs, eight sums. */
const GRADIENT_TILE = 4;

/** forward(n): for n rounded up to a multiple of four; what is computed beyond n is not used. */
export function defineDenseForward(module: ModuleBuilder, places: DensePlaces): number {
  const { plan, input, output, kernel, bias } = places;
  const inputs = activationSize(plan.input);
  const vectors = plan.output.stride / 4;
  const rowBytes = 4 * plan.output.stride;
  return module.define(`${plan.name}.forward`, 1, (f) => {
    const [n] = f.parameters as [Local];
    const groups = f.local("i32");
    const image = f.local("i32");
    const target = f.local("i32");
    f.get(n)
      .i32(IMAGES - 1)
      .op("i32.add")
      .i32(2)
      .op("i32.shr_u")
      .set(groups);
    f.i32(input.values).set(image).i32(output.values).set(target);
    f.loop(groups, () => {
      for (let tile = 0; tile < vectors; tile += FORWARD_TILE) {
        const width = Math.min(FORWARD_TILE, vectors - tile);
        const sums = Array.from({ length: IMAGES }, () =>
          Array.from({ length: width }, () => f.local("v128")),
        );
        for (const imageSums of sums) {
          imageSums.forEach((sum, v) => {
            f.i32(bias.values)
              .at("v128.load", 16 * (tile + v))
              .set(sum);
          });
        }
        const source = f.local("i32");
        const weight = f.local("i32");
        const spread = f.local("v128");
        const weights = Array.from({ length: width }, () => f.local("v128"));
        f.get(image)
          .set(source)
          .i32(kernel.values + 16 * tile)
          .set(weight);
        f.loop(inputs, () => {
          weights.forEach((w, v) =>
            f
              .get(weight)
              .at("v128.load", 16 * v)
              .set(w),
          );
          sums.forEach((imageSums, p) => {
            f.get(source)
              .at("v128.load32_splat", 4 * p * inputs)
              .set(spread);
            imageSums.forEach((sum, v) => {
              f.get(sum).get(spread).get(weights[v]!).op("f32x4.mul", "f32x4.add").set(sum);
            });
          });
          f.increase(source, 4).increase(weight, rowBytes);
        });
        sums.forEach((imageSums, p) => {
          imageSums.forEach((sum, v) => {
            f.get(target).get(sum);
            if (plan.relu) f.f32x4(0).op("f32x4.max");
            f.at("v128.store", p * rowBytes + 16 * (tile + v));
          });
        });
      }
      f.increase(image, 4 * IMAGES * inputs).increase(target, IMAGES * rowBytes);
    });
  });
}

/** outputGradient(n): silences the gradients that ReLU did not let through. */
export function defineReluGradient(module: ModuleBuilder, places: DensePlaces): number {
  const { plan, output } = places;
  return module.define(`${plan.name}.reluGradient`, 1, (f) => {
    const [n] = f.parameters as [Local];
    const offset = f.local("i32");
    const vectors = f.local("i32");
    f.get(n)
      .i32(plan.output.stride / 4)
      .op("i32.mul")
      .set(vectors)
      .i32(0)
      .set(offset);
    f.loop(vectors, () => {
      f.get(offset).get(offset).at("v128.load", output.gradients);
      f.get(offset).at("v128.load", output.values).f32x4(0).op("f32x4.gt", "v128.and");
      f.at("v128.store", output.gradients).increase(offset, 16);
    });
  });
}

/** inputGradient(n): each input's gradient is the product of its weights and the units' gradients. */
export function defineDenseInputGradient(module: ModuleBuilder, places: DensePlaces): number {
  const { plan, input, output, kernel } = places;
  const rowBytes = 4 * plan.output.stride;
  return module.define(`${plan.name}.inputGradient`, 1, (f) => {
    const [n] = f.parameters as [Local];
    const gradient = f.local("i32");
    const target = f.local("i32");
    const weight = f.local("i32");
    const sums = [f.local("v128"), f.local("v128")];
    f.i32(output.gradients).set(gradient).i32(input.gradients).set(target);
    f.loop(n, () => {
      f.i32(kernel.values).set(weight);
      f.loop(activationSize(plan.input), () => {
        for (const sum of sums) f.f32x4(0).set(sum);
        for (let v = 0; v < plan.output.stride / 4; v++) {
          const sum = sums[v % 2]!;
          f.get(sum)
            .get(weight)
            .at("v128.load", 16 * v)
            .get(gradient)
            .at("v128.load", 16 * v);
          f.op("f32x4.mul", "f32x4.add").set(sum);
        }
        const [total, other] = sums as [Local, Local];
        f.get(total).get(other).op("f32x4.add").set(total);
        f.get(target);
        f.get(total)
          .lane("f32x4.extract_lane", 0)
          .get(total)
          .lane("f32x4.extract_lane", 1)
          .op("f32.add");
        f.get(total).lane("f32x4.extract_lane", 2).get(total).lane("f32x4.extract_lane", 3);
        f.op("f32.add", "f32.add").at("f32.store");
        f.increase(target, 4).increase(weight, rowBytes);
      });
      f.increase(gradient, rowBytes);
    });
  });
}

/** kernelGradient(n): the gradients of kernel and bias, summed over the images in their order. */
export function defineDenseKernelGradient(module: ModuleBuilder, places: DensePlaces): number {
  const { plan, input, output, kernel, bias } = places;
  const inputs = activationSize(plan.input);
  const vectors = plan.output.stride / 4;
  const rowBytes = 4 * plan.output.stride;
  const together = inputs % 2 === 0 ? 2 : 1; // inputs at once
  return module.define(`${plan.name}.kernelGradient`, 1, (f) => {
    const [n] = f.parameters as [Local];
    const gradient = f.local("i32");
    const source = f.local("i32");
    const column = f.local("i32");
    const target = f.local("i32");
    const spread = f.local("v128");
    for (let tile = 0; tile < vectors; tile += GRADIENT_TILE) {
      const width = Math.min(GRADIENT_TILE, vectors - tile);
      const sums = Array.from({ length: together }, () =>
        Array.from({ length: width }, () => f.local("v128")),
      );
      const gradients = Array.from({ length: width }, () => f.local("v128"));
      f.i32(input.values)
        .set(column)
        .i32(kernel.gradients + 16 * tile)
        .set(target);
      f.loop(inputs / together, () => {
        for (const sum of sums.flat()) f.f32x4(0).set(sum);
        f.get(column)
          .set(source)
          .i32(output.gradients + 16 * tile)
          .set(gradient);
        f.loop(n, () => {
          gradients.forEach((g, v) =>
            f
              .get(gradient)
              .at("v128.load", 16 * v)
              .set(g),
          );
          sums.forEach((inputSums, i) => {
            f.get(source)
              .at("v128.load32_splat", 4 * i)
              .set(spread);
            inputSums.forEach((sum, v) => {
              f.get(sum).get(spread).get(gradients[v]!).op("f32x4.mul", "f32x4.add").set(sum);
            });
          });
          f.increase(source, 4 * inputs).increase(gradient, rowBytes);
        });
        sums.forEach((inputSums, i) => {
          inputSums.forEach((sum, v) =>
            f
              .get(target)
              .get(sum)
              .at("v128.store", i * rowBytes + 16 * v),
          );
        });
        f.increase(column, 4 * together).increase(target, together * rowBytes);
      });
    }
    for (let v = 0; v < vectors; v++) {
      const sum = f.local("v128");
      f.f32x4(0)
        .set(sum)
        .i32(output.gradients + 16 * v)
        .set(gradient);
      f.loop(n, () => {
        f.get(sum)
          .get(gradient)
          .at("v128.load")
          .op("f32x4.add")
          .set(sum)
          .increase(gradient, rowBytes);
      });
      f.i32(bias.gradients)
        .get(sum)
        .at("v128.store", 16 * v);
    }
  });
}
