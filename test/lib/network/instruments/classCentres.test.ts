import { expect, test } from "vitest";
import { classCentres } from "../../../../src/lib/network/instruments/classCentres.js";

test("centres, their spread, the nearest other one, and the points on foreign ground", () => {
  const places = Float32Array.of(0, 0, 2, 0, 10, 0, 12, 0, 9, 0, 30, 40);
  const labels = Uint8Array.of(0, 0, 1, 1, 0, 2);
  const [first, second, third] = classCentres(places, labels, 3);
  expect(first!.centre[0]).toBeCloseTo(11 / 3, 6);
  expect(first).toMatchObject({ nearest: 1, invader: 1 });
  expect(first!.outside).toBeCloseTo(1 / 3, 9);
  expect(second).toMatchObject({ centre: [11, 0], spread: 1, nearest: 0, outside: 0 });
  expect(second!.invader).toBeUndefined();
  expect(third).toMatchObject({ centre: [30, 40], spread: 0, nearest: 1 });
  expect(third!.distance).toBeCloseTo(Math.hypot(19, 40), 6);
});
