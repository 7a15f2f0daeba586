import fc from "fast-check";
import { expect, test } from "vitest";
import { coverCount, occlude } from "../../../src/lib/dataset/occlude.js";

test("each copy is the image with one square covered, row by row, all inside", () => {
  const cover = fc.record({
    size: fc.integer({ min: 1, max: 28 }),
    stride: fc.integer({ min: 1, max: 9 }),
    value: fc.nat(255),
  });
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 784, maxLength: 784 }),
      cover,
      fc.nat(),
      (pixels, drawn, at) => {
        const { size, stride, value } = drawn;
        const along = coverCount(drawn);
        const { images, count } = occlude(pixels, drawn);
        expect(count).toBe(along ** 2);
        expect((along - 1) * stride + size).toBeLessThanOrEqual(28);
        expect(along * stride + size).toBeGreaterThan(28);
        const n = at % count;
        const [top, left] = [Math.floor(n / along) * stride, (n % along) * stride];
        for (let i = 0; i < 784; i++) {
          const [row, column] = [Math.floor(i / 28), i % 28];
          const isCovered =
            row >= top && row < top + size && column >= left && column < left + size;
          if (images[n * 784 + i] !== (isCovered ? value : pixels[i]))
            expect.fail(`pixel ${i} of copy ${n}`);
        }
      },
    ),
    { numRuns: 50 },
  );
});
