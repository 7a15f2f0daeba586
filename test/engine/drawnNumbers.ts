// Weights and images for drawn networks. Quantised ones are small multiples of a power of two, and
// pixels then 0 or 255: with them products and sums are exact in float32 and in float64 alike, so that
// ties and zeros are the same in both, and there are many.
import fc from "fast-check";
import type { Images } from "./engineRun.js";
import { RandomStream } from "../../src/lib/numbers/random.js";
import type { NamedWeight } from "../../src/lib/network/namedWeight.js";

export interface Numbers {
  seed: number;
  /** Images of the batch. */
  count: number;
  quantised: boolean;
  /** All-zero images. */
  dark: boolean;
  labelSmoothing?: number;
}

export const numbers: fc.Arbitrary<Numbers> = fc.record({
  seed: fc.integer({ min: 0, max: 0xffffffff }),
  count: fc.integer({ min: 1, max: 7 }),
  quantised: fc.boolean(),
  dark: fc.nat(7).map((value) => value === 0),
  labelSmoothing: fc.constantFrom(0, 0, 0.1, 0.25),
});

/** Weights for these names and shapes: kernels with both signs, positive variances. */
export function drawWeights(
  expected: readonly { name: string; shape: number[] }[],
  { seed, quantised }: Numbers,
): NamedWeight[] {
  return expected.map(({ name, shape }, stream) => {
    const random = new RandomStream(seed, "weights", stream);
    const size = shape.reduce((product, length) => product * length, 1);
    const [least, most] = rangeOf(name, size / shape.at(-1)!);
    const draw = () =>
      quantised ? (random.integer(9) - 4) / 4 : least + (most - least) * random.uniform();
    const positive = /gamma|variance/.test(name);
    const values = Float32Array.from({ length: size }, () => {
      const value = draw();
      return quantised && positive ? Math.abs(value) + 0.25 : value;
    });
    return { name, shape, values };
  });
}

/** PyTorch's range for kernels, 1/√inputs, a little wider. */
function rangeOf(name: string, inputs: number): [least: number, most: number] {
  if (/gamma|variance/.test(name)) return [0.5, 1.5];
  const bound = name.endsWith("kernel") ? 1.5 / Math.sqrt(inputs) : 0.5;
  return [-bound, bound];
}

/** @param stream tells several batches apart */
export function drawImages(
  { inputShape, classes }: { inputShape: readonly number[]; classes: number },
  { seed, count, quantised, dark }: Numbers,
  stream: number,
): Images {
  const random = new RandomStream(seed, "sample", stream);
  const size = count * inputShape.reduce((product, length) => product * length, 1);
  const pixel = () => (quantised ? 255 * random.integer(2) : random.integer(256));
  return {
    pixels: Uint8Array.from({ length: size }, () => (dark ? 0 : pixel())),
    labels: Array.from({ length: count }, () => random.integer(classes)),
  };
}
