import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadNodeBackend } from "../../../scripts/training/nodeTrainer.js";
import { RandomStream } from "../../../src/lib/numbers/random.js";
import * as tf from "../../../src/lib/network/tf.js";
import { registerConv2DBackpropFilter } from "../../../src/training/tfjs/conv2DBackpropFilter.js";

interface Shape {
  n: number;
  side: number;
  channels: number;
  filters: number;
  filterSide: number;
  stride: number;
  pad: "valid" | "same";
  seed: number;
}

const shapes = fc
  .record({
    n: fc.integer({ min: 1, max: 5 }),
    side: fc.integer({ min: 3, max: 9 }),
    channels: fc.integer({ min: 1, max: 4 }),
    filters: fc.integer({ min: 1, max: 5 }),
    filterSide: fc.integer({ min: 1, max: 3 }),
    stride: fc.integer({ min: 1, max: 2 }),
    pad: fc.constantFrom<"valid" | "same">("valid", "same"),
    seed: fc.nat(),
  })
  .filter(({ side, filterSide }) => side >= filterSide);

function normal(shape: number[], seed: number): tf.Tensor {
  const random = new RandomStream(seed, "sample");
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => 2 * random.uniform() - 1),
    shape,
  );
}

/** The filter's gradient of sum(conv²) on one backend. */
async function filterGradient(backend: string, shape: Shape): Promise<Float32Array> {
  await tf.setBackend(backend);
  const { n, side, channels, filters, filterSide, stride, pad, seed } = shape;
  const gradient = tf.tidy(() => {
    const x = normal([n, side, side, channels], seed) as tf.Tensor4D;
    const filter = normal([filterSide, filterSide, channels, filters], seed + 1);
    return tf.grad((f) => tf.sum(tf.square(tf.conv2d(x, f as tf.Tensor4D, stride, pad))))(filter);
  });
  const values = Float32Array.from(await gradient.data());
  gradient.dispose();
  return values;
}

describe("the composed Conv2DBackpropFilter of the wasm backend", () => {
  beforeAll(async () => {
    await loadNodeBackend("wasm");
    registerConv2DBackpropFilter();
  });

  test("gives the cpu backend's gradient on any shape, stride and padding", async () => {
    await fc.assert(
      fc.asyncProperty(shapes, async (shape) => {
        const expected = await filterGradient("cpu", shape);
        const found = await filterGradient("wasm", shape);
        const scale = Math.max(1e-6, ...expected.map(Math.abs));
        expect(found.length).toBe(expected.length);
        found.forEach((value, i) => {
          expect(Math.abs(value - expected[i]!) / scale).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("keeps no tensor", async () => {
    const shape: Shape = {
      n: 2,
      side: 6,
      channels: 2,
      filters: 3,
      filterSide: 3,
      stride: 1,
      pad: "valid",
      seed: 1,
    };
    await filterGradient("wasm", shape);
    const before = tf.memory().numTensors;
    await filterGradient("wasm", shape);
    expect(tf.memory().numTensors).toBe(before);
  });
});
