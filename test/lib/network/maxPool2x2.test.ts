import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxPool2x2, window2x2 } from "../../../src/lib/network/maxPool2x2.js";
import * as tf from "../../../src/lib/network/tf.js";

describe("maxPool2x2", () => {
  it("keeps the largest of each window", () => {
    const map = [1, 2, 5, 0, 4, 3, 0, 0, -1, -2, 7, 8, -3, -4, 9, 6];
    expect([...maxPool2x2(map)]).toEqual([4, 5, -1, 9]);
  });

  it("leaves out an odd last row and column", () => {
    expect([...maxPool2x2([1, 2, 9, 3, 4, 9, 9, 9, 9])]).toEqual([4]);
  });

  it("equals tf.maxPool on any map", () => {
    const maps = fc.integer({ min: 2, max: 11 }).chain((side) =>
      fc.tuple(
        fc.constant(side),
        fc.array(fc.float({ min: -2, max: 2, noNaN: true }), {
          minLength: side * side,
          maxLength: side * side,
        }),
      ),
    );
    fc.assert(
      fc.property(maps, ([side, map]) => {
        const expected = tf.tidy(() =>
          tf.maxPool(tf.tensor4d(map, [1, side, side, 1]), 2, 2, "valid").dataSync(),
        );
        expect([...maxPool2x2(map)].map((n) => n + 0)).toEqual([...expected].map((n) => n + 0));
      }),
      { numRuns: 50 },
    );
  });
});

describe("window2x2", () => {
  it("reads the four values that give one output", () => {
    const map = Array.from({ length: 16 }, (_, i) => i);
    expect(window2x2(map, { row: 1, column: 0 })).toEqual([8, 9, 12, 13]);
  });
});
