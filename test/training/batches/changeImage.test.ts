import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeImage } from "../../../src/training/batches/changeImage.js";
import type { Change, ImageShape } from "../../../src/training/batches/drawChange.js";

/** One pixel of a changed image, straight from the definitions: flip, then shift, then erase. */
function changedPixel(
  source: Uint8Array,
  [height, width, channels]: ImageShape,
  { change, y, x, c }: { change: Change; y: number; x: number; c: number },
): number {
  const { flipped, down, right, erased } = change;
  if (erased && y >= erased.top && y < erased.top + erased.height) {
    if (x >= erased.left && x < erased.left + erased.width) return 0;
  }
  const [fromY, shiftedX] = [y - down, x - right];
  if (fromY < 0 || fromY >= height || shiftedX < 0 || shiftedX >= width) return 0;
  const fromX = flipped ? width - 1 - shiftedX : shiftedX;
  return source[(fromY * width + fromX) * channels + c]!;
}

describe("changeImage", () => {
  test("puts each pixel where its definition says, on any shape", () => {
    const shapes = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .chain(([height, width]) =>
        fc.record({
          height: fc.constant(height),
          width: fc.constant(width),
          channels: fc.integer({ min: 1, max: 3 }),
          flipped: fc.boolean(),
          down: fc.integer({ min: 1 - height, max: height - 1 }),
          right: fc.integer({ min: 1 - width, max: width - 1 }),
          corners: fc.option(
            fc.tuple(fc.nat(height), fc.nat(height), fc.nat(width), fc.nat(width)),
          ),
        }),
      );
    fc.assert(
      fc.property(shapes, ({ height, width, channels, flipped, down, right, corners }) => {
        const size: ImageShape = [height, width, channels];
        const erased = corners
          ? {
              top: Math.min(corners[0], corners[1]),
              height: Math.abs(corners[0] - corners[1]),
              left: Math.min(corners[2], corners[3]),
              width: Math.abs(corners[2] - corners[3]),
            }
          : undefined;
        const change: Change = { flipped, down, right, erased };
        const source = Uint8Array.from({ length: height * width * channels }, (_, i) => 1 + i);
        const untouched = source.slice();
        const target = new Uint8Array(source.length).fill(255);
        changeImage(source, target, { shape: size, change });
        const expected = new Uint8Array(source.length);
        for (let i = 0; i < source.length; i++) {
          const [c, p] = [i % channels, Math.floor(i / channels)];
          const place = { change, y: Math.floor(p / width), x: p % width, c };
          expected[i] = changedPixel(source, size, place);
        }
        expect(target).toEqual(expected);
        expect(source).toEqual(untouched);
      }),
    );
  });
});
