import fc from "fast-check";
import { expect, test } from "vitest";
import type { PaperPoints } from "../../../../src/components/inside/map/mapLayout.js";
import {
  centredOn,
  middleOf,
  nearestPoints,
  pointsIn,
  pointsInSight,
  type Screen,
  toScreen,
} from "../../../../src/components/inside/map/mapView.js";

const whole: Screen = { window: { width: 400, height: 200 }, transform: { k: 1, x: 0, y: 0 } };
const points: PaperPoints = {
  u: Float32Array.of(0, 0.5, 1, 0.52),
  v: Float32Array.of(0, 0.5, 1, 0.5),
};

test("the whole paper fits, in the middle of the window", () => {
  expect(toScreen(whole)).toEqual({ scale: 200, x: 100, y: 0 });
  expect([...pointsInSight(points, whole)]).toEqual([0, 1, 2, 3]);
});

test("a point that is centred comes to the middle, however large", () => {
  const unit = fc.float({ min: 0, max: 1, noNaN: true });
  const size = fc.integer({ min: 50, max: 2000 });
  fc.assert(
    fc.property(
      unit,
      unit,
      size,
      size,
      fc.integer({ min: 1, max: 99 }),
      (u, v, width, height, k) => {
        const window = { width, height };
        const middle = middleOf({ window, transform: centredOn({ u, v }, window, k) })!;
        expect(middle.u).toBeCloseTo(u, 6);
        expect(middle.v).toBeCloseTo(v, 6);
      },
    ),
  );
});

test("magnified, only what is inside the window is in sight, and what reaches in", () => {
  const near: Screen = { ...whole, transform: centredOn({ u: 0.5, v: 0.5 }, whole.window, 10) };
  expect([...pointsInSight(points, near)]).toEqual([1, 3]);
  expect([...pointsInSight(points, near, 1e5)]).toEqual([0, 1, 2, 3]);
});

test("a rectangle holds the points inside it, its edges too", () => {
  expect([...pointsIn(points, whole, { left: 100, top: 0, right: 200, bottom: 100 })]).toEqual([
    0, 1,
  ]);
  expect([...pointsIn(points, whole, { left: 0, top: 0, right: 99, bottom: 200 })]).toEqual([]);
});

test("the nearest points come first, within reach; of two alike the one that is drawn last", () => {
  expect(nearestPoints(points, whole, { at: [202, 100], count: 2 })).toEqual([3, 1]);
  expect(nearestPoints(points, whole, { at: [100, 0], count: 3, within: 10 })).toEqual([0]);
  const twins = { u: Float32Array.of(0.5, 0.5), v: Float32Array.of(0.5, 0.5) };
  expect(nearestPoints(twins, whole, { at: [200, 100], count: 1 })).toEqual([1]);
});

test("before there is a window nothing is in its middle", () => {
  expect(
    middleOf({ window: { width: 0, height: 0 }, transform: { k: 1, x: 0, y: 0 } }),
  ).toBeUndefined();
});
