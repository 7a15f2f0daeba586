// Convolution of each channel with a filter of its own, and its gradients. Vectors run over the channels;
// the numbers of their filters stay in registers along a row, or along an image. A filter's gradient is
// summed image by image, in their order.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import { addProduct, clear, row } from "../assembler/registers.js";
import { clearImages } from "./clearImages.js";
import type { DepthwisePlaces } from "../places/layerPlaces.js";
import { activationSize, rowFloats } from "../plan/activationShape.js";
import type { DepthwisePlan } from "../plan/networkPlan.js";

/** A number of a filter: in bytes of the kernel, and from the input position of the first one. */
interface Tap {
  kernel: number;
  input: number;
}

function tapsOf({ filterHeight, filterWidth, input }: DepthwisePlan): Tap[] {
  return Array.from({ length: filterHeight * filterWidth }, (_, t) => {
    const [fy, fx] = [Math.floor(t / filterWidth), t % filterWidth];
    return { kernel: 4 * t * input.pitch, input: 4 * (fy * rowFloats(input) + fx * input.pitch) };
  });
}

/** In bytes from the start of the values, or of the gradients. */
interface Position {
  input: Local;
  output: Local;
}

/** forward(first, count): computes the output of the images from their input. */
export function defineDepthwiseForward(
  module: ModuleBuilder,
  { plan, input, output, kernel, bias }: DepthwisePlaces,
  prefix: string,
): number {
  const taps = tapsOf(plan);
  return module.define(`${prefix}.forward`, 2, (f) => {
    const [weights, start] = [row(f, taps.length), f.local("v128")];
    const [sum, value] = [f.local("v128"), f.local("v128")];
    alongRows(f, plan, {
      begin(vector) {
        loadFilters(f, { taps, weights, vector, kernel: kernel.values });
        if (bias) f.get(vector).at("v128.load", bias.values).set(start);
      },
      at(position) {
        if (bias) f.get(start).set(sum);
        else f.f32x4(0).set(sum);
        taps.forEach((tap, t) => {
          f.get(position.input)
            .at("v128.load", input.values + tap.input)
            .set(value);
          addProduct(f, sum, [value, weights[t]!]);
        });
        f.get(position.output).get(sum);
        if (plan.relu) f.f32x4(0).op("f32x4.pmax");
        f.at("v128.store", output.values);
      },
    });
  });
}

/** inputGradient(first, count): the gradients of the images' input from those of the output. */
export function defineDepthwiseInputGradient(
  module: ModuleBuilder,
  { plan, input, output, kernel }: DepthwisePlaces,
  prefix: string,
): number {
  const taps = tapsOf(plan);
  return module.define(`${prefix}.inputGradient`, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    clearImages(f, input, { first, count });
    const [weights, gradient] = [row(f, taps.length), f.local("v128")];
    alongRows(f, plan, {
      begin(vector) {
        loadFilters(f, { taps, weights, vector, kernel: kernel.values });
      },
      at(position) {
        f.get(position.output).at("v128.load", output.gradients).set(gradient);
        taps.forEach((tap, t) => {
          const place = input.gradients + tap.input;
          f.get(position.input).get(position.input).at("v128.load", place);
          f.get(gradient).get(weights[t]!).op("f32x4.mul", "f32x4.add").at("v128.store", place);
        });
      },
    });
  });
}

/** kernelGradient(first, count, n): of a slice of the vectors of channels and their biases, over n images. */
export function defineDepthwiseKernelGradient(
  module: ModuleBuilder,
  places: DepthwisePlaces,
  prefix: string,
): number {
  const { plan, kernel, bias } = places;
  const taps = tapsOf(plan);
  return module.define(`${prefix}.kernelGradient`, 3, (f) => {
    const [first, count, n] = f.parameters as [Local, Local, Local];
    const [vector, image] = [f.local("i32"), f.local("i32")];
    const at = { input: f.local("i32"), output: f.local("i32") };
    const sums = row(f, taps.length + (bias ? 1 : 0)); // the bias's is the last
    const targets = taps.map((tap) => kernel.gradients + tap.kernel);
    if (bias) targets.push(bias.gradients);
    f.point(vector, 0, { index: first, bytes: 16 });
    f.loop(count, () => {
      for (const target of targets) f.get(vector).f32x4(0).at("v128.store", target);
      f.get(vector).set(image).get(vector).set(at.output);
      f.loop(n, () => {
        clear(f, [sums]);
        sumImage(f, places, { image, at, taps, sums });
        targets.forEach((target, t) => {
          f.get(vector).get(vector).at("v128.load", target).get(sums[t]!).op("f32x4.add");
          f.at("v128.store", target);
        });
        f.increase(image, 4 * activationSize(plan.input));
      });
      f.increase(vector, 16);
    });
  });
}

/** Adds what each position of an image gives to the sums; the output's pointer goes on to the next image. */
function sumImage(
  f: FunctionBuilder,
  { plan, input, output }: DepthwisePlaces,
  of: { image: Local; at: Position; taps: readonly Tap[]; sums: readonly Local[] },
): void {
  const { image, at, taps, sums } = of;
  const inputRow = f.local("i32");
  const [gradient, value] = [f.local("v128"), f.local("v128")];
  f.get(image).set(inputRow);
  f.loop(plan.output.height, () => {
    f.get(inputRow).set(at.input);
    f.loop(plan.output.width, () => {
      f.get(at.output).at("v128.load", output.gradients).set(gradient);
      taps.forEach((tap, t) => {
        f.get(at.input)
          .at("v128.load", input.values + tap.input)
          .set(value);
        addProduct(f, sums[t]!, [gradient, value]);
      });
      const biasSum = sums[taps.length];
      if (biasSum) f.get(biasSum).get(gradient).op("f32x4.add").set(biasSum);
      step(f, plan, at);
    });
    f.increase(inputRow, 4 * plan.stride * rowFloats(plan.input));
  });
}

function loadFilters(
  f: FunctionBuilder,
  of: { taps: readonly Tap[]; weights: readonly Local[]; vector: Local; kernel: number },
): void {
  of.taps.forEach((tap, t) => {
    f.get(of.vector)
      .at("v128.load", of.kernel + tap.kernel)
      .set(of.weights[t]!);
  });
}

/** Goes along each row of the images' output once for each vector of its channels, so many bytes from the first. */
function alongRows(
  f: FunctionBuilder,
  plan: DepthwisePlan,
  { begin, at }: { begin: (vector: Local) => void; at: (position: Position) => void },
): void {
  const [first, count] = f.parameters as [Local, Local];
  const [vector, inputRow, outputRow] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const [image, position] = [f.local("i32"), { input: f.local("i32"), output: f.local("i32") }];
  f.point(image, 0, { index: first, bytes: 4 * activationSize(plan.input) });
  f.point(outputRow, 0, { index: first, bytes: 4 * activationSize(plan.output) });
  f.loop(count, () => {
    f.get(image).set(inputRow);
    f.loop(plan.output.height, () => {
      f.i32(0).set(vector);
      f.loop(plan.output.pitch / 4, () => {
        begin(vector);
        f.get(inputRow).get(vector).op("i32.add").set(position.input);
        f.get(outputRow).get(vector).op("i32.add").set(position.output);
        f.loop(plan.output.width, () => {
          at(position);
          step(f, plan, position);
        });
        f.increase(vector, 16);
      });
      f.increase(inputRow, 4 * plan.stride * rowFloats(plan.input));
      f.increase(outputRow, 4 * rowFloats(plan.output));
    });
    f.increase(image, 4 * activationSize(plan.input));
  });
}

/** To the next position of a row of the output. */
function step(f: FunctionBuilder, { input, output, stride }: DepthwisePlan, at: Position): void {
  f.increase(at.input, 4 * stride * input.pitch).increase(at.output, 4 * output.pitch);
}
