import fc from "fast-check";
import { expect, test } from "vitest";
import { convolve3x3 } from "../../../src/lib/network/convolve3x3.js";
import { correlate, withZeros } from "../../../src/lib/numbers/correlate.js";

const value = fc.float({ min: -2, max: 2, noNaN: true });
const square = (side: number) => fc.array(value, { minLength: side ** 2, maxLength: side ** 2 });

test("correlate is the convolution of the figures, for a filter of 3×3", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 7 }).chain(square), square(3), (image, filter) => {
      const expected = convolve3x3(image, filter);
      const found = correlate(image, filter);
      expect(found.length).toBe(expected.length);
      for (const [i, number] of found.entries()) expect(number).toBeCloseTo(expected[i]!, 5);
    }),
  );
});

test("correlate takes a filter of any side", () => {
  const image = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  expect(correlate(image, [1, 0, 0, 10])).toEqual([51, 62, 84, 95]);
  expect(correlate(image, [2])).toEqual(image.map((pixel) => 2 * pixel));
  expect(correlate(image, image)).toEqual([285]);
});

test("withZeros puts a border around a square", () => {
  expect(withZeros([1, 2, 3, 4], 1)).toEqual([0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 4, 0, 0, 0, 0, 0]);
  expect(withZeros([5], 0)).toEqual([5]);
});
