// Downloads that are cut, damaged or refused, and what is left of them.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { dataset, type DatasetServer, serveDataset } from "./datasetServer.js";
import { compress } from "../../../data-loaders/packedFiles.js";
import { loadDataset, loadTestSet } from "../../../src/lib/dataset/dataset.js";
import { DatasetError } from "../../../src/lib/dataset/datasetError.js";
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
  test("goes on after the connection is cut halfway through a shard", async () => {
    server.answers["train-images-0"] = (response, bytes, request) => {
      if (request > 1) response.end(bytes);
      else response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    };
    const { train } = await loadDataset(files, { trainImages: 10_000, ...fast });
    expect(Buffer.compare(train.images, dataset.train.images.subarray(0, 7_840_000))).toBe(0);
  });

  test("fetches a damaged shard again", async () => {
    server.answers["test-images"] = (response, bytes, request) => {
      response.end(request > 1 ? bytes : Buffer.from(bytes).fill(7, 1000, 1100));
    };
    const { images } = await loadTestSet(files, fast);
    expect(Buffer.compare(images, dataset.test.images)).toBe(0);
  });

  test("names a shard that stays damaged, in Spanish", async () => {
    server.answers["test-images"] = (response) => response.end(compress(new Uint8Array(7_840_000)));
    const failure = await loadTestSet(files, fast).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DatasetError);
    expect(String(failure)).toContain("«test-images» llega dañado");
    expect(server.requests.filter((name) => name === "test-images")).toHaveLength(3);
  });

  test("does not download again what arrived before the site went down", async () => {
    server.answers["train-images-1"] = (response) => {
      response.writeHead(503).end();
    };
    const failure = await loadDataset(files, { trainImages: 20_000, ...fast }).catch(
      (error: unknown) => error,
    );
    expect(String(failure)).toContain("pulsa Reintentar");
    server.requests = [];
    server.answers = {};
    const { train } = await loadDataset(files, { trainImages: 20_000, ...fast });
    expect(server.requests).toEqual(["train-images-1"]);
    expect(Buffer.compare(train.images, dataset.train.images.subarray(0, 20_000 * 784))).toBe(0);
  });

  test("keeps what arrived for a load of fewer images too", async () => {
    server.answers["train-images-1"] = (response) => {
      response.writeHead(503).end();
    };
    await expect(loadDataset(files, { trainImages: 20_000, ...fast })).rejects.toThrow();
    server.requests = [];
    const { train } = await loadDataset(files, { trainImages: 10_000, ...fast });
    expect(server.requests).toEqual([]);
    expect(train.images.buffer.byteLength).toBe(7_840_000);
    expect(Buffer.compare(train.images, dataset.train.images.subarray(0, 7_840_000))).toBe(0);
  });
});

test("without https, gzip's own checksum finds a damaged file", async () => {
  vi.stubGlobal("crypto", {});
  server.answers["test-labels"] = (response, bytes, request) => {
    response.end(request > 1 ? bytes : Buffer.from(bytes).fill(7, 1000, 1100));
  };
  const { labels } = await loadTestSet(files, fast);
  vi.unstubAllGlobals();
  expect(Buffer.compare(labels, dataset.test.labels)).toBe(0);
  expect(server.requests.filter((name) => name === "test-labels")).toHaveLength(2);
});
