import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { readDataset } from "../../../../data-loaders/readDataset.js";
import { imageAt, type ImageSet } from "../../../../src/lib/dataset/dataset.js";
import { makePicture } from "../../../../src/lib/dataset/preparation/picture.js";
import { sharpen } from "../../../../src/lib/dataset/preparation/sharpen.js";

interface Case {
  image: number;
  rows: [from: number, to: number];
  columns: [from: number, to: number];
  /** Base64 of the pixels. */
  sharpened: string;
}

const { cases } = JSON.parse(
  readFileSync(new URL("adaptiveSharpen.json", import.meta.url), "utf8"),
) as { cases: Case[] };

let images: ImageSet;

beforeAll(async () => {
  images = (await readDataset()).test;
});

test.each(cases)("image $image is sharpened as ImageMagick does", (known) => {
  const { rows, columns } = known;
  const image = imageAt(images, known.image);
  const width = columns[1] - columns[0];
  const picture = makePicture({ width, height: rows[1] - rows[0] }, (pixel) => {
    const row = rows[0] + Math.floor(pixel / width);
    return 255 - image[28 * row + columns[0] + (pixel % width)]!;
  });
  const expected = Buffer.from(known.sharpened, "base64");
  const found = sharpen(picture).rgb.filter((_, i) => i % 3 === 0);
  const differences = found.map((value, i) => Math.abs(value - expected[i]!));
  // ImageMagick rounds in between, so that a pixel that stands on the threshold may fall on its other side:
  // of the first 40 test images 2.9 pixels each, 9 at most, all within 1.4 % of it.
  const isOther = [...differences].filter((difference) => difference > 1).length;
  expect(isOther).toBeLessThanOrEqual(0.012 * found.length);
});

test("what has no edges stays as it is", () => {
  const plain = makePicture({ width: 5, height: 7 }, (_, channel) => 40 * channel);
  expect(sharpen(plain).rgb).toEqual(plain.rgb);
});
