// The kernels of Winograd's F(4×4,3×3) alone, on numbers with which float32 is exact: whole ones, and on one
// side multiples of 576, by which the transforms of the filter divide. So every number must be right.
import fc from "fast-check";
import { expect, test } from "vitest";
import { topologyOf } from "./topologyOf.js";
import type { Activation, ConvolutionPlaces } from "../../src/engine/places/layerPlaces.js";
import { planPlaces } from "../../src/engine/places/places.js";
import { readParameters, writeParameters } from "../../src/engine/places/weightLayout.js";
import { GRADIENT_PARTS } from "../../src/engine/places/winogradFourShape.js";
import { activationSize, rowFloats, startFloats } from "../../src/engine/plan/activationShape.js";
import { planNetwork } from "../../src/engine/plan/planNetwork.js";
import { emitModule } from "../../src/engine/program/program.js";
import { convolution, convolutionGradients } from "../../src/engine/reference/convolution.js";
import { Tensor } from "../../src/engine/reference/tensor.js";
import { zeroPadding, zeroPaddingGradient } from "../../src/engine/reference/zeroPadding.js";
import { RandomStream } from "../../src/lib/numbers/random.js";
import { parseTopology } from "../../src/lib/network/topology.js";

const DIVISOR = 576;

const drawn = fc.record({
  seed: fc.nat(),
  images: fc.integer({ min: 1, max: 9 }),
  side: fc.tuple(fc.integer({ min: 5, max: 14 }), fc.integer({ min: 5, max: 14 })),
  zeros: fc.constantFrom(0, 1),
  channels: fc.integer({ min: 4, max: 25 }),
  filters: fc.integer({ min: 8, max: 29 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

test("a convolution and its gradients by F(4×4,3×3) are exact where float32 can be", async () => {
  await fc.assert(fc.asyncProperty(drawn, isExact), { seed: 8, numRuns: 30 });
});

async function isExact({ seed, ...sizes }: Drawn): Promise<void> {
  const { images, side, zeros, channels, filters } = sizes;
  const random = new RandomStream(seed, "sample");
  const whole = (shape: number[], factor: number) =>
    new Tensor(shape).map(() => factor * (random.integer(3) - 1));
  const input = whole([images, ...side, channels], 1);
  const kernel = whole([3, 3, channels, filters], DIVISOR);
  const bias = whole([filters], 1);
  const [height, width] = side.map((size) => size + 2 * zeros - 2) as [number, number];
  const gradient = whole([images, height, width, filters], 1);
  const border = { top: zeros, bottom: zeros, left: zeros, right: zeros };
  const layer = await kernelsOf(sizes);

  layer.writeWeights(kernel, bias);
  layer.write(layer.places.input, "values", input);
  layer.call("layout");
  layer.call("forward", 0, images, 0);
  const padded = zeroPadding(input, border);
  const expected = convolution(padded, { filters: kernel, bias, stride: 1 });
  expect(layer.read(layer.places.output, "values", images)).toEqual([...expected.values]);

  const found = (of: Tensor) =>
    convolutionGradients(of, { input: padded, filters: kernel, stride: 1 });
  layer.write(layer.places.output, "gradients", gradient);
  layer.call("inputGradient", 0, images, 0);
  expect(layer.read(layer.places.input, "gradients", images)).toEqual([
    ...zeroPaddingGradient(found(gradient).input, border).values,
  ]);

  const large = gradient.map((value) => DIVISOR * value);
  layer.write(layer.places.output, "gradients", large);
  layer.call("partGradients", 0, GRADIENT_PARTS, images, 0);
  layer.call("kernelGradient", 0, filters);
  layer.call("biasGradient", 0, Math.ceil(filters / 4));
  const gradients = found(large);
  expect(layer.gradients("kernel")).toEqual([...gradients.filters.values]);
  expect(layer.gradients("bias")).toEqual([...gradients.bias.values]);
}

/** The kernels of one such convolution, in memory of its own. */
async function kernelsOf({ images, side, zeros, channels, filters }: Omit<Drawn, "seed">) {
  const { topology, weights } = topologyOf({
    inputShape: [...side, 2],
    specs: [
      { layer: "conv2d", config: { filters: channels, kernelSize: 1 } },
      { layer: "conv2d", config: { filters, kernelSize: 3, padding: zeros ? "same" : "valid" } },
      { layer: "batchNormalization", config: {} },
      { layer: "flatten", config: {} },
      { layer: "dense", config: { units: 2 } },
    ],
  });
  const all = planPlaces(planNetwork(parseTopology(topology)), images);
  const memory = new WebAssembly.Memory({ initial: all.pages, maximum: all.pages });
  const { instance } = await WebAssembly.instantiate(emitModule(all, {}), { env: { memory } });
  const index = all.layers.findIndex((each) => each.kind === "convolution" && each.four);
  const places = all.layers[index] as ConvolutionPlaces;
  const name = (weight: string) => `${places.plan.name}/${weight}`;
  const floats = new Float32Array(memory.buffer);
  return {
    places,
    call(kernel: string, ...values: number[]) {
      const exported = instance.exports[`${index}.convolution.${kernel}`];
      (exported as (...values: number[]) => void)(...values);
    },
    write(to: Activation, what: "values" | "gradients", tensor: Tensor) {
      eachNumber(to, tensor.shape[0]!, (place, i) => {
        floats[to[what] / 4 + place] = tensor.values[i]!;
      });
    },
    read(from: Activation, what: "values" | "gradients", images: number) {
      const found: number[] = [];
      eachNumber(from, images, (place) => found.push(floats[from[what] / 4 + place]! + 0));
      return found;
    },
    writeWeights(kernel: Tensor, bias: Tensor) {
      const own = new Map([
        [name("kernel"), kernel],
        [name("bias"), bias],
      ]);
      const written = weights.map(({ name, shape }) => {
        const size = shape.reduce((product, length) => product * length, 1);
        const values = Float32Array.from(own.get(name)?.values ?? new Float32Array(size));
        return { name, shape, values };
      });
      writeParameters(memory, all, { kind: "values", weights: written });
    },
    gradients(weight: string) {
      const of = readParameters(memory, all, "gradients");
      return [...of.find((each) => each.name === name(weight))!.values].map((value) => value + 0);
    },
  };
}

/** Each number of some images' maps: where it lies, and its place among them. */
function eachNumber(
  { shape }: Activation,
  images: number,
  visit: (place: number, i: number) => void,
): void {
  const { height, width, channels, pitch } = shape;
  let i = 0;
  for (let n = 0; n < images; n++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const start = n * activationSize(shape) + startFloats(shape) + y * rowFloats(shape);
        for (let c = 0; c < channels; c++) visit(start + x * pitch + c, i++);
      }
    }
  }
}
