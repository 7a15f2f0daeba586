import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convolve3x3, window3x3 } from "../../../src/lib/network/convolve3x3.js";
import * as tf from "../../../src/lib/network/tf.js";

const value = fc.float({ min: -2, max: 2, noNaN: true });

describe("convolve3x3", () => {
  it("gives the image without its border for the filter that copies the centre", () => {
    const image = Array.from({ length: 16 }, (_, i) => i);
    expect([...convolve3x3(image, [0, 0, 0, 0, 1, 0, 0, 0, 0])]).toEqual([5, 6, 9, 10]);
  });

  it("does not flip the filter: a weight at the top left reads the top left", () => {
    const image = Array.from({ length: 9 }, (_, i) => i + 1);
    expect([...convolve3x3(image, [1, 0, 0, 0, 0, 0, 0, 0, 0])]).toEqual([1]);
  });

  it("equals tf.conv2d on any image and filter", () => {
    const cases = fc.integer({ min: 3, max: 9 }).chain((side) =>
      fc.record({
        side: fc.constant(side),
        image: fc.array(value, { minLength: side * side, maxLength: side * side }),
        filter: fc.array(value, { minLength: 9, maxLength: 9 }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ side, image, filter }) => {
        const expected = tf.tidy(() =>
          tf
            .conv2d(
              tf.tensor4d(image, [1, side, side, 1]),
              tf.tensor4d(filter, [3, 3, 1, 1]),
              1,
              "valid",
            )
            .dataSync(),
        );
        const found = convolve3x3(image, filter);
        expect(found.length).toBe(expected.length);
        for (const [i, number] of found.entries()) expect(number).toBeCloseTo(expected[i]!, 4);
      }),
      { numRuns: 50 },
    );
  });

  it("names what it expected when the image is not square or the filter not 3×3", () => {
    expect(() => convolve3x3(new Array(12).fill(0), new Array(9).fill(0))).toThrow(
      /cuadrada.* y tiene 12\./,
    );
    expect(() => convolve3x3(new Array(16).fill(0), new Array(4).fill(0))).toThrow(
      /y este tiene 4\./,
    );
  });
});

describe("window3x3", () => {
  it("reads row by row from its top left corner", () => {
    const image = Array.from({ length: 16 }, (_, i) => i);
    expect(window3x3(image, { row: 1, column: 1 })).toEqual([5, 6, 7, 9, 10, 11, 13, 14, 15]);
  });
});
