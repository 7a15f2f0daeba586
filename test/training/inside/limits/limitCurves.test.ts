import { expect, test } from "vitest";
import type { ImageSet } from "../../../../src/lib/dataset/dataset.js";
import type { ImageChange } from "../../../../src/lib/dataset/changes/imageChanges.js";
import { limitCurves } from "../../../../src/training/inside/limits/limitCurves.js";

/** Says the class that the first pixel is. */
function firstPixel({ images, count }: ImageSet) {
  const logProbabilities = new Float32Array(10 * count).fill(-9);
  for (let n = 0; n < count; n++) logProbabilities[10 * n + images[784 * n]!] = 0;
  return Promise.resolve({ logProbabilities, losses: new Float32Array(count) });
}

const brighter: ImageChange = {
  name: "invert",
  label: "Más claro",
  unit: "",
  decimals: 0,
  min: 0,
  max: 2,
  step: 1,
  none: 0,
  measured: [0, 1, 2],
  apply: (pixels, amount, { index } = { index: 0 }) =>
    pixels.map((pixel) => pixel + (index < amount ? 1 : 0)),
};

test("counts what is named rightly of each class, at each amount, of images each with its number", async () => {
  const labels = Uint8Array.of(3, 3, 5);
  const images = new Uint8Array(3 * 784);
  labels.forEach((label, n) => (images[784 * n] = label));
  const told: number[] = [];
  const [curve] = await limitCurves(
    firstPixel,
    { images, labels, count: 3 },
    {
      changes: [brighter],
      onProgress: ({ done, total }) => told.push(done / total),
    },
  );
  const counts = curve!.points.map(({ correct }) => [correct[3], correct[5]]);
  expect(counts).toEqual([
    [2, 1],
    [1, 1],
    [0, 1],
  ]);
  expect(curve!.points.map(({ amount }) => amount)).toEqual([0, 1, 2]);
  expect(told).toEqual([1 / 3, 2 / 3, 1]);
});
