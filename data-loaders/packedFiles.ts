// What the browser downloads: each packed file by name, and how its content comes from the data set.
// The images are uint8, row-major [N,28,28,1]; the labels uint8, [N].
import { gzipSync } from "node:zlib";
import { readReport } from "./readReport.js";
import {
  type Dataset,
  imageAt,
  type ImageSet,
  PIXELS,
  TRAIN_IMAGES,
} from "../src/lib/dataset/dataset.js";
import { parseLabelReport, picturedImages } from "../src/lib/reports/labelReport.js";
import { SHARD_IMAGES, shardNames } from "../src/lib/dataset/packedFiles.js";

const SAMPLE_IMAGES = 1000;
const TEST_SAMPLE_IMAGES = 200;

type Pack = (dataset: Dataset) => Uint8Array;

const shards = shardNames(TRAIN_IMAGES).map((name, shard): [string, Pack] => [
  name,
  ({ train }) => imagesOf(train, shard * SHARD_IMAGES, SHARD_IMAGES),
]);

/** Uncompressed content by file name, without `.bin`. */
export const packedFiles: Readonly<Record<string, Pack>> = {
  ...Object.fromEntries(shards),
  "train-labels": ({ train }) => train.labels,
  "test-images": ({ test }) => test.images,
  "test-labels": ({ test }) => test.labels,
  // The first images, then their labels.
  sample: ({ train }) => imagesWithLabels(train, SAMPLE_IMAGES),
  "test-sample": ({ test }) => imagesWithLabels(test, TEST_SAMPLE_IMAGES),
  doubtful: ({ train }) => doubtfulImages(train),
};

/** The same content gives the same bytes in every run and on every system that has the same zlib. */
export function compress(content: Uint8Array): Uint8Array {
  const packed = gzipSync(content, { level: 6 }); // level 9: 0.8 % smaller, 13 times as long
  packed[OS_BYTE] = UNKNOWN_OS;
  return packed;
}

// RFC 1952, 2.3: zlib writes the system that it was built for, but neither time nor name.
const OS_BYTE = 9;
const UNKNOWN_OS = 255;

function imagesOf({ images }: ImageSet, first: number, count: number): Uint8Array {
  return images.subarray(first * PIXELS, (first + count) * PIXELS);
}

/** Those that the report of the labels tells of, in its order. */
function doubtfulImages(train: ImageSet): Uint8Array {
  const report = readReport("src/reference/labels.json", parseLabelReport);
  const indices = report ? picturedImages(report) : [];
  const images = indices.map((index) => imageAt(train, index));
  return Buffer.concat([...images, Uint8Array.from(indices, (index) => train.labels[index]!)]);
}

function imagesWithLabels(set: ImageSet, count: number): Uint8Array {
  const content = new Uint8Array(count * (PIXELS + 1));
  content.set(imagesOf(set, 0, count));
  content.set(set.labels.subarray(0, count), count * PIXELS);
  return content;
}
