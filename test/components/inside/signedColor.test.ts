import fc from "fast-check";
import { expect, test } from "vitest";
import { inkOn, signedColor } from "../../../src/components/inside/signedCanvas.js";

test("zero is white, the extents are blue and orange, and what lies beyond keeps their colour", () => {
  expect(signedColor(0, 2)).toEqual([255, 255, 255]);
  expect(signedColor(-2, 2)).toEqual([33, 102, 172]);
  expect(signedColor(5, 2)).toEqual(signedColor(2, 2));
  expect(signedColor(1, 0)).toEqual([255, 255, 255]);
});

test("whatever the number, its ink has a contrast of 4.5 with its colour", () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (value) => {
      const light = luminance(signedColor(value, 1));
      const ink = inkOn(value, 1) === "black" ? 0 : 1;
      const contrast = (Math.max(light, ink) + 0.05) / (Math.min(light, ink) + 0.05);
      expect(contrast).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

function luminance(color: readonly number[]): number {
  const parts = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * parts[0]! + 0.7152 * parts[1]! + 0.0722 * parts[2]!;
}
