// Copies of maps: into the midst of zeros for the `same` padding of a convolution, and without the
// padding of the channels for a flatten. Back, the gradients the same way.
import type { FunctionBuilder, Local } from "../assembler/functionBuilder.js";
import type { ModuleBuilder } from "../assembler/moduleBuilder.js";
import type { FlattenPlaces, PaddingPlaces } from "../places/layerPlaces.js";
import { activationSize, rowFloats, startFloats } from "../plan/activationShape.js";

type What = "values" | "gradients";

/** pad(first, count): the input's values into the midst of the output; its border stays zero. */
export function definePadding(module: ModuleBuilder, places: PaddingPlaces, prefix: string) {
  return defineCopy(module, places, { ...insides(places), name: `${prefix}.pad`, what: "values" });
}

/** crop(first, count): the gradients of what is inside the border. */
export function definePaddingGradient(
  module: ModuleBuilder,
  places: PaddingPlaces,
  prefix: string,
): number {
  const copy = insides(places);
  return defineCopy(module, places, { ...copy, name: `${prefix}.crop`, what: "gradients" });
}

/** flatten(first, count). */
export function defineFlatten(module: ModuleBuilder, places: FlattenPlaces, prefix: string) {
  const copy = positions(places);
  return defineCopy(module, places, { ...copy, name: `${prefix}.flatten`, what: "values" });
}

/** unflatten(first, count). */
export function defineFlattenGradient(
  module: ModuleBuilder,
  places: FlattenPlaces,
  prefix: string,
): number {
  const copy = positions(places);
  return defineCopy(module, places, { ...copy, name: `${prefix}.unflatten`, what: "gradients" });
}

/** Runs of floats that stand side by side in the input and in the output. */
interface Runs {
  runs: number;
  floats: number;
  inputPitch: number;
  outputPitch: number;
  /** Floats from the start of the output's image to its first run. */
  outputStart: number;
}

function insides({ plan: { input, output, top, left } }: PaddingPlaces): Runs {
  return {
    runs: input.height,
    floats: input.width * input.pitch,
    inputPitch: input.width * input.pitch,
    outputPitch: rowFloats(output),
    outputStart: startFloats(output) + (top * output.width + left) * output.pitch,
  };
}

function positions({ plan: { input } }: FlattenPlaces): Runs {
  const { height, width, channels, pitch } = input;
  const runs = height * width;
  return { runs, floats: channels, inputPitch: pitch, outputPitch: channels, outputStart: 0 };
}

/** Copies values from the input to the output, or gradients back. */
function defineCopy(
  module: ModuleBuilder,
  { input, output }: PaddingPlaces | FlattenPlaces,
  copy: Runs & { name: string; what: What },
): number {
  const { runs, floats, inputPitch, outputPitch, outputStart, what } = copy;
  return module.define(copy.name, 2, (f) => {
    const [first, count] = f.parameters as [Local, Local];
    const [image, outputImage] = [f.local("i32"), f.local("i32")];
    const [inside, outside] = [f.local("i32"), f.local("i32")];
    const inputBytes = 4 * activationSize(input.shape);
    const outputBytes = 4 * activationSize(output.shape);
    f.point(image, input[what], { index: first, bytes: inputBytes });
    f.point(outputImage, output[what] + 4 * outputStart, { index: first, bytes: outputBytes });
    const [from, to] = what === "values" ? [inside, outside] : [outside, inside];
    f.loop(count, () => {
      f.get(image).set(inside).get(outputImage).set(outside);
      f.loop(runs, () => {
        copyRun(f, { from, to, floats });
        f.increase(inside, 4 * inputPitch).increase(outside, 4 * outputPitch);
      });
      f.increase(image, inputBytes).increase(outputImage, outputBytes);
    });
  });
}

/** Leaves the pointers where they were. */
function copyRun(
  f: FunctionBuilder,
  { from, to, floats }: { from: Local; to: Local; floats: number },
): void {
  const [source, target] = [f.local("i32"), f.local("i32")];
  f.get(from).set(source).get(to).set(target);
  const vectors = Math.floor(floats / 4);
  if (vectors > 0) {
    f.loop(vectors, () => {
      f.get(target).get(source).at("v128.load").at("v128.store");
      f.increase(source, 16).increase(target, 16);
    });
  }
  for (let i = 0; i < floats % 4; i++) {
    f.get(target)
      .get(source)
      .at("f32.load", 4 * i)
      .at("f32.store", 4 * i);
  }
}
