import fc from "fast-check";
import { expect, test } from "vitest";
import {
  equivariance,
  moveRight,
  quarterTurn,
} from "../../../../src/lib/network/instruments/equivariance.js";

const image = fc.uint8Array({ minLength: 144, maxLength: 144 });
const weights = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 9, maxLength: 9 });

test("the map of a moved image is the map, moved, whatever the filter", () => {
  fc.assert(
    fc.property(image, weights, fc.integer({ min: 0, max: 5 }), (pixels, filter, right) => {
      const { moved } = equivariance(pixels, filter, { right });
      if (!Number.isNaN(moved.difference)) expect(moved.difference).toBe(0);
    }),
  );
});

test("the map of a turned image is the map, turned, for a filter that a turn leaves as it is", () => {
  const [corner, side] = [fc.integer({ min: 1, max: 4 }), fc.integer({ min: -4, max: 4 })];
  fc.assert(
    fc.property(image, corner, side, side, (pixels, a, b, c) => {
      const { turned } = equivariance(pixels, [a, b, a, b, c, b, a, b, a], { right: 1 });
      if (!Number.isNaN(turned.difference)) expect(turned.difference).toBe(0);
    }),
  );
});

test("an edge filter tells a turn: the map of a turned edge is another", () => {
  const edge = Uint8Array.from({ length: 144 }, (_, i) => (i % 12 < 6 ? 0 : 200));
  const { still, turned } = equivariance(edge, [-1, 0, 1, -1, 0, 1, -1, 0, 1], { right: 1 });
  expect(Math.max(...Array.from(still.map))).toBe(600);
  expect(turned.map.length).toBe(100);
  expect([...Array.from(turned.map)].every((value) => value === 0)).toBe(true);
  expect(turned.difference).toBe(1);
});

test("four quarter turns are none, and a move is undone by its contrary inside", () => {
  fc.assert(
    fc.property(image, (pixels) => {
      const turned = [1, 2, 3, 4].reduce<ArrayLike<number>>((grid) => quarterTurn(grid), pixels);
      expect(Array.from(turned)).toEqual(Array.from(pixels));
      const moved = moveRight(pixels, 2);
      expect(moved[5 * 12 + 7]).toBe(pixels[5 * 12 + 5]);
      expect(moved[5 * 12 + 1]).toBe(0);
    }),
  );
});

test("a move that is not whole, or beyond the image, is refused in Spanish", () => {
  const pixels = new Uint8Array(144);
  for (const right of [-1, 1.5, 10, NaN]) {
    expect(() => equivariance(pixels, Array<number>(9).fill(1), { right })).toThrow(
      /^La imagen se mueve un número entero de píxeles, de 0 a 9, y este es /,
    );
  }
});
