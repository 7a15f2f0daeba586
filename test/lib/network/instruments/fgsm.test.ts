import fc from "fast-check";
import { expect, test } from "vitest";
import { fgsm, fgsmSteps } from "../../../../src/lib/network/instruments/fgsm.js";

const image = fc.uint8Array({ minLength: 784, maxLength: 784 });
const gradient = fc.array(fc.constantFrom(-3, -1e-9, 0, 1e-9, 2), {
  minLength: 784,
  maxLength: 784,
});

test("no pixel moves further than ε, none against its sign, and none leaves 0–255", () => {
  fc.assert(
    fc.property(image, gradient, fc.integer({ min: -255, max: 255 }), (pixels, slopes, epsilon) => {
      const moved = fgsm(pixels, slopes, epsilon);
      moved.forEach((value, i) => {
        const wanted = pixels[i]! + epsilon * Math.sign(slopes[i]!);
        expect(value).toBe(Math.min(255, Math.max(0, wanted)));
      });
    }),
    { numRuns: 50 },
  );
});

test("without ε it is the same image; the steps are those of each ε, to the side asked for", () => {
  fc.assert(
    fc.property(
      image,
      gradient,
      fc.nat(255),
      fc.constantFrom(1 as const, -1 as const),
      (...drawn) => {
        const [pixels, slopes, epsilon, side] = drawn;
        expect(fgsm(pixels, slopes, 0)).toEqual(pixels);
        const { images, count } = fgsmSteps(pixels, slopes, side);
        expect(count).toBe(256);
        expect(images.subarray(784 * epsilon, 784 * (epsilon + 1))).toEqual(
          fgsm(pixels, slopes, side * epsilon),
        );
      },
    ),
    { numRuns: 10 },
  );
});
