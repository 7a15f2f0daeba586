// What each change of an image keeps and what it moves, on images drawn at random.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addNoise } from "../../../../src/lib/dataset/changes/addNoise.js";
import { blurImage } from "../../../../src/lib/dataset/changes/blurImage.js";
import { imageChanges } from "../../../../src/lib/dataset/changes/imageChanges.js";
import { invertImage } from "../../../../src/lib/dataset/changes/invertImage.js";
import { scaleImage } from "../../../../src/lib/dataset/changes/scaleImage.js";
import { shiftImage } from "../../../../src/lib/dataset/changes/shiftImage.js";
import { turnImage } from "../../../../src/lib/dataset/changes/turnImage.js";

const image = fc.uint8Array({ minLength: 784, maxLength: 784 });

/** Black but for a square about the centre, so that nothing leaves it. */
const inMiddle = (margin: number) =>
  image.map((pixels) =>
    pixels.map((pixel, i) => {
      const isInside = (place: number) => place >= margin && place < 28 - margin;
      return isInside(i % 28) && isInside(Math.floor(i / 28)) ? pixel : 0;
    }),
  );

test.each(imageChanges)("no amount of «$label» is the same image", ({ apply, none }) => {
  fc.assert(
    fc.property(image, (pixels) => {
      expect(apply(pixels, none)).toEqual(pixels);
    }),
    { numRuns: 20 },
  );
});

test.each(imageChanges)(
  "«$label» gives 784 pixels, changes nothing of its source, and is measured within its reach",
  ({ apply, min, max, none, measured }) => {
    expect(measured).toEqual([...measured].sort((a, b) => a - b));
    expect(measured).toContain(none);
    expect([measured[0], measured.at(-1)]).toEqual([min, max]);
    fc.assert(
      fc.property(image, fc.constantFrom(...measured), (pixels, amount) => {
        const before = pixels.slice();
        const changed = apply(pixels, amount);
        expect(changed).toHaveLength(784);
        expect(changed).toBeInstanceOf(Uint8Array);
        expect(pixels).toEqual(before);
      }),
      { numRuns: 30 },
    );
  },
);

test("a shift there and back is the same image where nothing has left it", () => {
  const move = fc.integer({ min: -8, max: 8 });
  fc.assert(
    fc.property(inMiddle(8), move, move, (pixels, right, down) => {
      const moved = shiftImage(pixels, { right, down });
      expect(moved[14 * 28 + 14]).toBe(pixels[(14 - down) * 28 + 14 - right]);
      expect(shiftImage(moved, { right: -right, down: -down })).toEqual(pixels);
    }),
    { numRuns: 50 },
  );
});

test("half a pixel to the right is the mean of two neighbours", () => {
  const pixels = new Uint8Array(784);
  pixels.set([100, 50], 28 * 3 + 5);
  const row = shiftImage(pixels, { right: 0.5 }).subarray(28 * 3, 28 * 4);
  expect([...row.subarray(5, 8)]).toEqual([50, 75, 25]);
});

test("a turn by 360 degrees is the same image, by 90 moves the top to the right, four times is one", () => {
  fc.assert(
    fc.property(image, (pixels) => {
      expect(turnImage(pixels, 360)).toEqual(pixels);
      const quarter = turnImage(pixels, 90);
      expect(quarter[28 * 5 + 27]).toBe(pixels[5]); // (row 0, column 5) → (row 5, column 27)
      const turned = [1, 2, 3].reduce((result) => turnImage(result, 90), quarter);
      expect(turned).toEqual(pixels);
    }),
    { numRuns: 20 },
  );
});

test("twice as large, a square is twice as wide; half of it again is the square", () => {
  const pixels = new Uint8Array(784);
  for (let row = 11; row < 17; row++) pixels.fill(200, row * 28 + 11, row * 28 + 17);
  const large = scaleImage(pixels, 2);
  const middle = [...large.subarray(28 * 14 + 7, 28 * 14 + 21)];
  expect(middle).toEqual([50, 150, ...Array<number>(10).fill(200), 150, 50]);
  expect(scaleImage(large, 0.5)[28 * 14 + 14]).toBe(200);
});

test("the negative of the negative is the image, and half way all is one grey", () => {
  fc.assert(
    fc.property(image, (pixels) => {
      expect(invertImage(invertImage(pixels, 1), 1)).toEqual(pixels);
      expect(new Set(invertImage(pixels, 0.5))).toEqual(new Set([128]));
    }),
    { numRuns: 20 },
  );
});

test("noise has the mean and the deviation asked for, of every seed and image its own", () => {
  const grey = new Uint8Array(784).fill(128);
  const draw = (deviation: number, options: { seed?: number; index?: number } = {}) =>
    Array.from(addNoise(grey, deviation, options), (pixel) => pixel - 128);
  const values = Array.from({ length: 50 }, (_, index) => draw(20, { index })).flat();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(mean).toBeCloseTo(0, 0);
  expect(Math.sqrt(variance)).toBeCloseTo(20, 0);
  expect(draw(20)).toEqual(draw(20));
  expect(draw(20, { index: 1 })).not.toEqual(draw(20));
  expect(draw(20, { seed: 1 })).not.toEqual(draw(20));
  const [little, much] = [draw(10), draw(20)];
  for (const [i, value] of much.entries()) expect(Math.abs(value - 2 * little[i]!)).toBeLessThan(2);
});

test("a blurred image keeps its light, is as wide in both directions, and has no edges left", () => {
  const pixels = new Uint8Array(784);
  pixels[28 * 14 + 14] = 255;
  const blurred = blurImage(pixels, 1.2);
  const light = blurred.reduce((sum, pixel) => sum + pixel, 0);
  expect(Math.abs(light - 255)).toBeLessThan(10); // each pixel is rounded
  for (const far of [1, 2, 3]) {
    expect(blurred[28 * 14 + 14 + far]).toBe(blurred[28 * (14 - far) + 14]);
    expect(blurred[28 * 14 + 14 + far]).toBeLessThan(blurred[28 * 14 + 14 + far - 1]!);
  }
});
