import { expect, test } from "vitest";
import type { DatasetFiles } from "../../../src/lib/dataset/packedFiles.js";
import { datasetBytes } from "../../../src/lib/dataset/datasetBytes.js";

const entry = (packedBytes: number) => ({ bytes: 0, packedBytes, sha256: "" });
const shards = [0, 1, 2, 3, 4, 5].map((shard) => [`train-images-${shard}`, entry(100)] as const);
const files: DatasetFiles = {
  urls: {},
  manifest: {
    ...Object.fromEntries(shards),
    "train-labels": entry(1),
    "test-images": entry(20),
    "test-labels": entry(3),
    sample: entry(5000),
  },
};

test.each([
  [60_000, 624],
  [10_001, 224],
  [10_000, 124],
  [20, 124],
])("%i training images cost %i bytes", (trainImages, bytes) => {
  expect(datasetBytes(files, trainImages)).toBe(bytes);
});

test("all of them, if not told", () => {
  expect(datasetBytes(files)).toBe(624);
});
