import { describe, expect, test } from "vitest";
import { all, shape } from "./everyAugmentation.js";
import { drawChange, isTurned } from "../../../src/training/batches/drawChange.js";

describe("drawChange", () => {
  const draws = (augmentation: Parameters<typeof drawChange>[0], count = 4000) =>
    Array.from({ length: count }, (_, i) =>
      drawChange(augmentation, shape, { batch: i >> 4, position: i & 15 }),
    );

  test("repeats itself for the same seed, batch and position, and for no other", () => {
    const place = { batch: 7, position: 3 };
    const strong = { ...all, shift: 14, erasing: 1 };
    const change = drawChange(strong, shape, place);
    expect(drawChange(strong, shape, place)).toEqual(change);
    for (const other of [
      drawChange({ ...strong, seed: 4 }, shape, place),
      drawChange(strong, shape, { ...place, batch: 8 }),
      drawChange(strong, shape, { ...place, position: 4 }),
    ]) {
      expect(other).not.toEqual(change);
    }
  });

  test("flips half of the images, and shifts to each place equally often", () => {
    const changes = draws(all);
    const flipped = changes.filter((change) => change.flipped).length;
    expect(Math.abs(flipped - 2000)).toBeLessThan(4.5 * Math.sqrt(4000 / 4));
    for (const axis of ["down", "right"] as const) {
      for (const pixels of [-2, -1, 0, 1, 2]) {
        const count = changes.filter((change) => change[axis] === pixels).length;
        expect(Math.abs(count - 800)).toBeLessThan(4.5 * Math.sqrt(4000 * 0.2 * 0.8));
      }
    }
  });

  test("erases as often as asked, 2–33 % of the image, three times as high as wide at most", () => {
    const erased = draws(all).flatMap((change) => change.erased ?? []);
    expect(Math.abs(erased.length - 1000)).toBeLessThan(4.5 * Math.sqrt(4000 * 0.25 * 0.75));
    const parts = erased.map(({ height, width }) => (height * width) / 784);
    expect(Math.min(...parts)).toBeGreaterThan(0.015); // sides are rounded to whole pixels
    expect(Math.max(...parts)).toBeLessThan(0.345);
    expect(parts.reduce((sum, part) => sum + part, 0) / parts.length).toBeCloseTo(0.175, 1);
    for (const { top, left, height, width } of erased) {
      expect(height / width).toBeGreaterThan(0.2);
      expect(height / width).toBeLessThan(4.2);
      expect(Math.min(top, left)).toBeGreaterThanOrEqual(0);
      expect(Math.max(top + height, left + width)).toBeLessThanOrEqual(28);
    }
    expect(Math.max(...erased.map(({ top, height }) => top + height))).toBe(28);
    expect(Math.min(...erased.map(({ left }) => left))).toBe(0);
  });

  test("one augmentation does not change what another does", () => {
    const flips = (augmentation: Partial<typeof all>) =>
      draws({ seed: 3, flip: true, ...augmentation }, 100).map(({ flipped }) => flipped);
    expect(flips({ erasing: 1 })).toEqual(flips({}));
    const rectangles = (augmentation: Partial<typeof all>) =>
      draws({ seed: 3, erasing: 1, ...augmentation }, 100).map(({ erased }) => erased);
    expect(rectangles({ flip: true })).toEqual(rectangles({}));
  });

  test("does nothing that is not asked for", () => {
    expect(draws({ seed: 3 }, 50)).toEqual(
      Array.from({ length: 50 }, () => ({ flipped: false, down: 0, right: 0, erased: undefined })),
    );
  });
});

test("the alternating mirror shows each image both ways in any two epochs, half of them turned at first", () => {
  let turned = 0;
  for (let index = 0; index < 4000; index++) {
    const ways = [0, 1, 2, 3].map((epoch) => isTurned(3, { index, epoch }));
    expect(ways).toEqual([ways[0], !ways[0], ways[0], !ways[0]]);
    turned += Number(ways[0]);
  }
  expect(Math.abs(turned - 2000)).toBeLessThan(4.5 * Math.sqrt(4000 / 4));
});
