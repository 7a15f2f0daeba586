import fc from "fast-check";
import { expect, test } from "vitest";
import {
  between,
  type Cloud,
  firstAxes,
  layOut,
} from "../../../../src/components/inside/map/mapLayout.js";

const cloud: Cloud = {
  places: Float32Array.of(0, 0, 0, 10, 5, 0, 0, 0, 4),
  ranges: [
    [0, 10],
    [0, 5],
    [0, 4],
  ],
};

test("the paper holds the ranges in its middle, upwards, with one scale in both directions", () => {
  const { u, v } = layOut(cloud, firstAxes);
  expect(u[0]! + u[1]!).toBeCloseTo(1, 6);
  expect(v[0]! + v[1]!).toBeCloseTo(1, 6);
  expect(v[1]).toBeLessThan(v[0]!);
  expect(u[1]! - u[0]!).toBeCloseTo(2 * (v[0]! - v[1]!), 6);
  expect(u[0]).toBeCloseTo(0.03, 6);
});

test("a quarter turn shows the axis behind in the place of the horizontal one", () => {
  const turned = layOut(cloud, { horizontal: 0, vertical: 1, degrees: 90 });
  const other = layOut(cloud, { horizontal: 2, vertical: 1, degrees: 0 });
  turned.u.forEach((value, n) => {
    expect(value).toBeCloseTo(other.u[n]!, 6);
  });
});

test("a cloud seen from its edge lies in the middle of the paper", () => {
  const places = Float32Array.of(4, -5, 0);
  const ranges = [
    [0, 4],
    [-5, -5],
    [0, 0],
  ] as const;
  const { u, v } = layOut({ places, ranges }, { horizontal: 0, vertical: 1, degrees: 90 });
  expect(u[0]).toBeCloseTo(0.5, 6);
  expect(v[0]).toBeCloseTo(0.5, 6);
});

test("whatever the axes and the turn, points within their ranges lie on the paper", () => {
  const ranges = fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.nat(9))
    .map(([a, b]) => [a, a + b] as const);
  const axes = fc
    .tuple(
      fc.constantFrom([0, 1], [1, 0], [2, 0], [1, 3], [3, 2]),
      fc.integer({ min: -90, max: 90 }),
    )
    .map(([[horizontal, vertical], degrees]) => ({
      horizontal: horizontal,
      vertical: vertical,
      degrees,
    }));
  fc.assert(
    fc.property(
      fc.array(ranges, { minLength: 4, maxLength: 4 }),
      axes,
      fc.nat(15),
      (drawn, chosen, corner) => {
        const places = Float32Array.from(drawn, ([low, high], i) =>
          (corner >> i) & 1 ? high : low,
        );
        const { u, v } = layOut({ places, ranges: drawn }, chosen);
        for (const value of [u[0]!, v[0]!]) {
          expect(value).toBeGreaterThanOrEqual(0.0299);
          expect(value).toBeLessThanOrEqual(0.9701);
        }
      },
    ),
  );
});

test("another epoch's points are laid out in the ranges of the first", () => {
  const early = { ...cloud, places: Float32Array.of(20, 0, 0) };
  expect(layOut(early, firstAxes).u[0]).toBeGreaterThan(1);
});

test("halfway between two layouts", () => {
  const from = { u: Float32Array.of(0), v: Float32Array.of(1) };
  const to = { u: Float32Array.of(1), v: Float32Array.of(0) };
  expect(between(from, to, 0.25)).toEqual({ u: Float32Array.of(0.25), v: Float32Array.of(0.75) });
});
