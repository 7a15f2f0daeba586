import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { manifest } from "../../data-loaders/manifest.js";
import { compress, packedFiles } from "../../data-loaders/packedFiles.js";
import { readDataset } from "../../data-loaders/readDataset.js";
import { summary } from "../../data-loaders/summary.js";
import type { Dataset } from "../../src/lib/dataset/dataset.js";

let dataset: Dataset;
beforeAll(async () => {
  dataset = await readDataset();
});

const pack = (name: string) => packedFiles[name]!(dataset);

describe("the packed files", () => {
  test("hold the 60,000 training images in six shards, and all the rest", () => {
    const shards = [0, 1, 2, 3, 4, 5].map((shard) => pack(`train-images-${shard}`));
    expect(Buffer.concat(shards).equals(dataset.train.images)).toBe(true);
    expect(pack("train-labels")).toHaveLength(60_000);
    expect(Buffer.from(pack("test-images")).equals(dataset.test.images)).toBe(true);
    expect(pack("test-labels")).toHaveLength(10_000);
  });

  test("keep the sample of 1,000 images under 500 KB", () => {
    const sample = pack("sample");
    expect(sample).toHaveLength(1000 * 785);
    expect(Array.from(sample.subarray(784_000))).toEqual(
      Array.from(dataset.train.labels.subarray(0, 1000)),
    );
    expect(compress(sample).length).toBeLessThan(500_000);
  });

  test("are the same bytes each time they are made", () => {
    const labels = pack("train-labels");
    expect(Buffer.compare(compress(labels), compress(labels.slice()))).toBe(0);
    const run = () =>
      execFileSync(process.execPath, ["--import", "tsx", "src/data/test-labels.bin.ts"]);
    const bytes = run();
    expect(run().equals(bytes)).toBe(true);
    expect(gunzipSync(bytes).equals(dataset.test.labels)).toBe(true);
  });

  test("do not tell on which system they were made", () => {
    const header = Array.from(compress(new Uint8Array(100)).subarray(0, 10));
    expect(header).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  });

  test("are what the manifest says", () => {
    const { "test-labels": entry } = manifest(dataset);
    const labels = pack("test-labels");
    expect(entry).toEqual({
      bytes: 10_000,
      packedBytes: compress(labels).length,
      sha256: createHash("sha256").update(labels).digest("hex"),
    });
  });
});

describe("the summary", () => {
  test("counts the classes, and knows the pixels' published mean and deviation", () => {
    const { trainCounts, testCounts, pixelMean, pixelDeviation, meanImages } = summary(dataset);
    expect(trainCounts).toEqual(new Array(10).fill(6000));
    expect(testCounts).toEqual(new Array(10).fill(1000));
    expect(pixelMean).toBeCloseTo(0.286, 3);
    expect(pixelDeviation).toBeCloseTo(0.353, 3);
    expect(meanImages.map((image) => image.length)).toEqual(new Array(10).fill(784));
    expect(Math.max(...meanImages.flat())).toBeLessThanOrEqual(255);
  });

  test("counts the black pixels, and how far a class's images are from their mean", () => {
    const [black, grey, white] = [0, 100, 200].map((pixel) => new Array<number>(784).fill(pixel));
    const images = Uint8Array.from([black!, white!, grey!].flat());
    const set = { images, labels: Uint8Array.of(3, 3, 5), count: 3 };
    const { blackShare, classSpread } = summary({ train: set, test: set });
    expect(blackShare).toBeCloseTo(1 / 3, 12);
    expect([classSpread[3], classSpread[5]]).toEqual([100, 0]);
  });
});
