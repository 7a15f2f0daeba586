import fc from "fast-check";
import { expect, test } from "vitest";
import { slidePositions } from "../../../src/lib/network/slidePositions.js";

test("as many windows fit as can be laid one by one, and what is behind the last is lost", () => {
  const slide = fc.record({
    length: fc.integer({ min: 1, max: 60 }),
    size: fc.integer({ min: 1, max: 60 }),
    stride: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(slide, ({ length, size, stride }) => {
      fc.pre(size <= length);
      let [count, end] = [0, 0];
      for (let first = 0; first + size <= length; first += stride) {
        count++;
        end = first + size;
      }
      expect(slidePositions(length, { size, stride })).toEqual({ count, lost: length - end });
    }),
  );
});

test("the original's sizes: 28, 26, 13, 11, 5, and the eleventh row is lost", () => {
  const convolution = { size: 3, stride: 1 };
  const pooling = { size: 2, stride: 2 };
  expect(slidePositions(28, convolution)).toEqual({ count: 26, lost: 0 });
  expect(slidePositions(26, pooling)).toEqual({ count: 13, lost: 0 });
  expect(slidePositions(13, convolution)).toEqual({ count: 11, lost: 0 });
  expect(slidePositions(11, pooling)).toEqual({ count: 5, lost: 1 });
});
