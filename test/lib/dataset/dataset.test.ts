import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { dataset, type DatasetServer, serveDataset } from "./datasetServer.js";
import {
  loadDataset,
  loadSample,
  loadTestLabels,
  loadTestSet,
} from "../../../src/lib/dataset/dataset.js";
import type { DatasetFiles } from "../../../src/lib/dataset/packedFiles.js";

let server: DatasetServer;
let files: DatasetFiles;
beforeAll(async () => {
  server = await serveDataset([
    "train-images-0",
    "train-images-1",
    "train-labels",
    "test-images",
    "test-labels",
    "sample",
  ]);
  ({ files } = server);
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  server.requests = [];
  server.answers = {};
});

const fast = { pauseMs: 1 };

describe("loadDataset", () => {
  test("gives the real images, from the shards that it needs alone, with progress in bytes", async () => {
    const seen: number[] = [];
    let total = 0;
    const { train, test } = await loadDataset(files, {
      trainImages: 12_000,
      onProgress: ({ receivedBytes, totalBytes }) => {
        seen.push(receivedBytes);
        total = totalBytes;
      },
    });
    expect(train.count).toBe(12_000);
    expect(Buffer.compare(train.images, dataset.train.images.subarray(0, 12_000 * 784))).toBe(0);
    expect(Buffer.compare(train.labels, dataset.train.labels.subarray(0, 12_000))).toBe(0);
    expect(Buffer.compare(test.images, dataset.test.images)).toBe(0);
    expect(server.requests).toHaveLength(5);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(total);
  });

  test("takes the memory of the training images once, also when it is tried again", async () => {
    server.answers["train-images-1"] = (response) => {
      response.writeHead(503).end();
    };
    const sizes: number[] = [];
    const construct = (target: typeof ArrayBuffer, [size]: [number]) => {
      sizes.push(size);
      return new target(size);
    };
    vi.stubGlobal("ArrayBuffer", new Proxy(ArrayBuffer, { construct }));
    await expect(loadDataset(files, { trainImages: 20_000, ...fast })).rejects.toThrow();
    server.answers = {};
    await loadDataset(files, { trainImages: 20_000, ...fast });
    vi.unstubAllGlobals();
    expect(sizes.filter((size) => size === 2 * 7_840_000)).toHaveLength(1);
  });

  test.each([0, -1, 60_001, 1.5, NaN])("refuses %d training images", async (trainImages) => {
    await expect(loadDataset(files, { trainImages })).rejects.toThrow(
      "entre 1 y 60000; ha llegado",
    );
    expect(server.requests).toEqual([]);
  });

  test("stops when it is cancelled", async () => {
    const controller = new AbortController();
    server.answers["test-images"] = () => {
      controller.abort();
    };
    await expect(loadTestSet(files, { signal: controller.signal, ...fast })).rejects.toThrow(
      /abort/i,
    );
    expect(server.requests).toEqual(["test-images"]);
  });
});

test("a host that decodes gzip by itself is understood", async () => {
  server.answers["test-labels"] = (response, bytes) => {
    response.writeHead(200, { "Content-Encoding": "gzip" }).end(bytes);
  };
  expect(Buffer.compare(await loadTestLabels(files), dataset.test.labels)).toBe(0);
});

test("the sample has 1,000 images with their labels", async () => {
  const sample = await loadSample(files);
  expect(sample.count).toBe(1000);
  expect(Buffer.compare(sample.images, dataset.train.images.subarray(0, 784_000))).toBe(0);
  expect(Buffer.compare(sample.labels, dataset.train.labels.subarray(0, 1000))).toBe(0);
});
