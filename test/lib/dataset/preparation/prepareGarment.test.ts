import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ReaderError } from "../../../../src/lib/errors/readerError.js";
import { makePicture, type Picture } from "../../../../src/lib/dataset/preparation/picture.js";
import { prepareGarment } from "../../../../src/lib/dataset/preparation/prepareGarment.js";
import {
  cornerColour,
  negative,
  onWhite,
} from "../../../../src/lib/dataset/preparation/whiteBackground.js";

const size = fc.record({
  width: fc.integer({ min: 1, max: 90 }),
  height: fc.integer({ min: 1, max: 90 }),
});

/** Paper of one colour with a rectangle of another on it, and specks anywhere. */
const drawnPicture = fc
  .record({
    size,
    paper: fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)),
    ink: fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)),
    from: fc.tuple(fc.nat(89), fc.nat(89)),
    to: fc.tuple(fc.nat(89), fc.nat(89)),
    specks: fc.array(fc.tuple(fc.nat(8099), fc.nat(255)), { maxLength: 20 }),
  })
  .map(({ size, paper, ink, from, to, specks }): Picture => {
    const picture = makePicture(size, (pixel, channel) => {
      const [row, column] = [Math.floor(pixel / size.width), pixel % size.width];
      const isInk = row >= from[0] && row <= to[0] && column >= from[1] && column <= to[1];
      return (isInk ? ink : paper)[channel]!;
    });
    for (const [place, value] of specks) {
      const pixel = place % (size.width * size.height);
      picture.rgb.fill(value, 3 * pixel, 3 * pixel + 3);
    }
    return picture;
  });

/** Undefined if it is refused. */
function prepared(picture: Picture) {
  try {
    return prepareGarment(picture);
  } catch (error) {
    expect(error).toBeInstanceOf(ReaderError);
    return undefined;
  }
}

const blank = (value: number) => makePicture({ width: 40, height: 50 }, () => value);

describe("prepareGarment", () => {
  test("makes 784 whole values from 0 to 255 of any picture, or says why not", () => {
    fc.assert(
      fc.property(drawnPicture, (picture) => {
        const before = picture.rgb.slice();
        const result = prepared(picture);
        expect(picture.rgb).toEqual(before);
        if (!result) return;
        expect(result.pixels).toHaveLength(784);
        for (const { picture: step } of result.steps) {
          expect(step.rgb).toHaveLength(3 * step.width * step.height);
          expect(step.rgb.every((value) => value >= 0 && value <= 255)).toBe(true);
        }
      }),
    );
  });

  test("puts the garment in the middle, its longest edge of 28 pixels", () => {
    fc.assert(
      fc.property(drawnPicture, (picture) => {
        const result = prepared(picture);
        if (!result) return;
        const small = result.steps.find(({ name }) => name === "sharpened")!.picture;
        expect(Math.max(small.width, small.height)).toBe(28);
        const left = Math.ceil((28 - small.width) / 2);
        const top = Math.ceil((28 - small.height) / 2);
        for (const [i, value] of result.pixels.entries()) {
          const [row, column] = [Math.floor(i / 28) - top, (i % 28) - left];
          const isRoom = row < 0 || row >= small.height || column < 0 || column >= small.width;
          if (isRoom) expect(value).toBe(0);
        }
      }),
    );
  });

  test.each([0, 7, 128, 255])("refuses a picture that is all of one grey, %d", (value) => {
    expect(() => prepareGarment(blank(value))).toThrow(/no se distingue ninguna prenda/);
  });

  test("refuses a pencil stroke that is within 5 % of the paper", () => {
    const faint = blank(255);
    faint.rgb.fill(255 - 12, 300, 600);
    expect(() => prepareGarment(faint)).toThrow(ReaderError);
    faint.rgb.fill(255 - 14, 300, 600);
    expect(prepareGarment(faint).pixels.some((value) => value > 0)).toBe(true);
  });

  test("a picture and its negative give the same image", () => {
    fc.assert(
      fc.property(drawnPicture, (picture) => {
        const reversed = negative(picture);
        // Else the background is as bright as the rest, and either could be the garment.
        fc.pre(onWhite(picture).wasNegated !== onWhite(reversed).wasNegated);
        expect(prepared(reversed)?.pixels).toEqual(prepared(picture)?.pixels);
      }),
    );
  });

  test("the corners of an even number of pixels have one colour, whichever way they are seen", () => {
    const values = [16, 3, 0, 0];
    const corners = (value: (pixel: number) => number) =>
      cornerColour(makePicture({ width: 2, height: 2 }, value));
    expect(corners((pixel) => values[pixel]!)).toEqual([1.5, 1.5, 1.5]);
    expect(corners((pixel) => 255 - values[pixel]!)).toEqual([253.5, 253.5, 253.5]);
  });

  test("the light of the room does not count: grey paper becomes white", () => {
    const lit = (light: number) =>
      makePicture({ width: 40, height: 40 }, (pixel, channel) => {
        const isInk = pixel % 40 > 10 && pixel % 40 < 30 && pixel > 400 && pixel < 1200;
        return light * (isInk ? 90 + 10 * channel : 240);
      });
    const [bright, dim] = [prepareGarment(lit(1)), prepareGarment(lit(0.6))];
    const difference = bright.pixels.map((value, i) => Math.abs(value - dim.pixels[i]!));
    expect(Math.max(...difference)).toBeLessThanOrEqual(1);
    expect(Math.min(...bright.pixels)).toBe(0);
  });
});
