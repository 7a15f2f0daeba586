import { createHash } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { compress, packedFiles } from "../../../data-loaders/packedFiles.js";
import { readDataset } from "../../../data-loaders/readDataset.js";
import {
  type Dataset,
  loadDataset,
  loadSample,
  loadTestLabels,
  loadTestSet,
} from "../../../src/lib/dataset/dataset.js";
import type { DatasetFiles } from "../../../src/lib/dataset/packedFiles.js";
import { DatasetError } from "../../../src/lib/dataset/datasetError.js";

type Answer = (response: ServerResponse, packed: Buffer, request: number) => void;
const sound: Answer = (response, packed) => response.end(packed);

let server: Server;
let dataset: Dataset;
let files: DatasetFiles;
const packed = new Map<string, Buffer>();
let requests: string[] = [];
let answers: Record<string, Answer> = {};

beforeAll(async () => {
  dataset = await readDataset();
  const names = [
    "train-images-0",
    "train-images-1",
    "train-labels",
    "test-images",
    "test-labels",
    "sample",
  ];
  server = createServer((request, response) => {
    const name = request.url!.slice(1);
    requests.push(name);
    const count = requests.filter((other) => other === name).length;
    (answers[name] ?? sound)(response, packed.get(name)!, count);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  files = { urls: {}, manifest: {} };
  for (const name of names) {
    const content = packedFiles[name]!(dataset);
    const bytes = Buffer.from(compress(content));
    packed.set(name, bytes);
    files.urls[name] = `${address}/${name}`;
    files.manifest[name] = {
      bytes: content.length,
      packedBytes: bytes.length,
      sha256: createHash("sha256").update(content).digest("hex"),
    };
  }
});
afterAll(() => server.close());
beforeEach(() => {
  requests = [];
  answers = {};
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
    expect(requests).toHaveLength(5);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(total);
  });

  test("goes on after the connection is cut halfway through a shard", async () => {
    answers["train-images-0"] = (response, bytes, request) => {
      if (request > 1) response.end(bytes);
      else response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    };
    const { train } = await loadDataset(files, { trainImages: 10_000, ...fast });
    expect(Buffer.compare(train.images, dataset.train.images.subarray(0, 7_840_000))).toBe(0);
  });

  test("fetches a damaged shard again", async () => {
    answers["test-images"] = (response, bytes, request) => {
      response.end(request > 1 ? bytes : Buffer.from(bytes).fill(7, 1000, 1100));
    };
    const { images } = await loadTestSet(files, fast);
    expect(Buffer.compare(images, dataset.test.images)).toBe(0);
  });

  test("names a shard that stays damaged, in Spanish", async () => {
    answers["test-images"] = (response) => response.end(compress(new Uint8Array(7_840_000)));
    const failure = await loadTestSet(files, fast).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DatasetError);
    expect(String(failure)).toContain("«test-images» llega dañado");
    expect(requests.filter((name) => name === "test-images")).toHaveLength(3);
  });

  test("does not download again what arrived before the site went down", async () => {
    answers["train-images-1"] = (response) => {
      response.writeHead(503).end();
    };
    const failure = await loadDataset(files, { trainImages: 20_000, ...fast }).catch(
      (error: unknown) => error,
    );
    expect(String(failure)).toContain("pulsa Reintentar");
    requests = [];
    answers = {};
    const { train } = await loadDataset(files, { trainImages: 20_000, ...fast });
    expect(requests).toEqual(["train-images-1"]);
    expect(Buffer.compare(train.images, dataset.train.images.subarray(0, 20_000 * 784))).toBe(0);
  });

  test("keeps what arrived for a load of fewer images too", async () => {
    answers["train-images-1"] = (response) => {
      response.writeHead(503).end();
    };
    await expect(loadDataset(files, { trainImages: 20_000, ...fast })).rejects.toThrow();
    requests = [];
    const { train } = await loadDataset(files, { trainImages: 10_000, ...fast });
    expect(requests).toEqual([]);
    expect(train.images.buffer.byteLength).toBe(7_840_000);
    expect(Buffer.compare(train.images, dataset.train.images.subarray(0, 7_840_000))).toBe(0);
  });

  test("takes the memory of the training images once, also when it is tried again", async () => {
    answers["train-images-1"] = (response) => {
      response.writeHead(503).end();
    };
    const sizes: number[] = [];
    const construct = (target: typeof ArrayBuffer, [size]: [number]) => {
      sizes.push(size);
      return new target(size);
    };
    vi.stubGlobal("ArrayBuffer", new Proxy(ArrayBuffer, { construct }));
    await expect(loadDataset(files, { trainImages: 20_000, ...fast })).rejects.toThrow();
    answers = {};
    await loadDataset(files, { trainImages: 20_000, ...fast });
    vi.unstubAllGlobals();
    expect(sizes.filter((size) => size === 2 * 7_840_000)).toHaveLength(1);
  });

  test.each([0, -1, 60_001, 1.5, NaN])("refuses %d training images", async (trainImages) => {
    await expect(loadDataset(files, { trainImages })).rejects.toThrow(
      "entre 1 y 60000; ha llegado",
    );
    expect(requests).toEqual([]);
  });

  test("stops when it is cancelled", async () => {
    const controller = new AbortController();
    answers["test-images"] = () => {
      controller.abort();
    };
    await expect(loadTestSet(files, { signal: controller.signal, ...fast })).rejects.toThrow(
      /abort/i,
    );
    expect(requests).toEqual(["test-images"]);
  });
});

describe("the browser's Cache Storage", () => {
  let stored: Map<string, Response>;
  const cache = {
    match: (url: string) => Promise.resolve(stored.get(url)?.clone()),
    put: (url: string, response: Response) => Promise.resolve(void stored.set(url, response)),
    delete: (url: string) => Promise.resolve(stored.delete(url)),
  };
  beforeEach(() => {
    stored = new Map();
    vi.stubGlobal("caches", { open: () => Promise.resolve(cache) });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test("keeps a file for the next page", async () => {
    await loadTestLabels(files);
    const seen: number[] = [];
    const { labels } = await loadTestSet(files, {
      onProgress: ({ receivedBytes }) => seen.push(receivedBytes),
    });
    expect(requests).toEqual(["test-labels", "test-images"]);
    expect(Buffer.compare(labels, dataset.test.labels)).toBe(0);
    expect(seen.at(-1)).toBe(packed.get("test-images")!.length + packed.get("test-labels")!.length);
  });

  test("is not believed when its content is damaged: the file is fetched and kept anew", async () => {
    const url = files.urls["test-labels"]!;
    stored.set(url, new Response(compress(new Uint8Array(10_000)) as Uint8Array<ArrayBuffer>));
    expect(Buffer.compare(await loadTestLabels(files), dataset.test.labels)).toBe(0);
    expect(requests).toEqual(["test-labels"]);
    expect(Buffer.from(await stored.get(url)!.arrayBuffer())).toEqual(packed.get("test-labels"));
  });

  test("does not answer a load that is already cancelled", async () => {
    await loadTestLabels(files);
    await loadTestSet(files);
    await expect(loadTestSet(files, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });

  const refuse = () => Promise.reject(new DOMException("no", "QuotaExceededError"));
  test.each([
    ["cannot be opened", { open: refuse }],
    ["is full", { open: () => Promise.resolve({ ...cache, put: refuse }) }],
    ["cannot be read", { open: () => Promise.resolve({ ...cache, match: refuse }) }],
  ])("is done without when it %s", async (_, caches) => {
    vi.stubGlobal("caches", caches);
    expect(Buffer.compare(await loadTestLabels(files), dataset.test.labels)).toBe(0);
  });

  test("is done without in a sandboxed frame, where its name throws", async () => {
    vi.unstubAllGlobals();
    Object.defineProperty(globalThis, "caches", {
      configurable: true,
      get() {
        throw new DOMException("sandboxed", "SecurityError");
      },
    });
    try {
      expect(Buffer.compare(await loadTestLabels(files), dataset.test.labels)).toBe(0);
    } finally {
      Reflect.deleteProperty(globalThis, "caches");
    }
  });
});

test("without https, gzip's own checksum finds a damaged file", async () => {
  vi.stubGlobal("crypto", {});
  answers["test-labels"] = (response, bytes, request) => {
    response.end(request > 1 ? bytes : Buffer.from(bytes).fill(7, 1000, 1100));
  };
  const { labels } = await loadTestSet(files, fast);
  vi.unstubAllGlobals();
  expect(Buffer.compare(labels, dataset.test.labels)).toBe(0);
  expect(requests.filter((name) => name === "test-labels")).toHaveLength(2);
});

test("a host that decodes gzip by itself is understood", async () => {
  answers["test-labels"] = (response, bytes) => {
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
