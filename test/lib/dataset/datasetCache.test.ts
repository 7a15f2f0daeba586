import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { dataset, type DatasetServer, serveDataset } from "./datasetServer.js";
import { compress } from "../../../data-loaders/packedFiles.js";
import { loadTestLabels, loadTestSet } from "../../../src/lib/dataset/dataset.js";
import type { DatasetFiles } from "../../../src/lib/dataset/packedFiles.js";

let server: DatasetServer;
let files: DatasetFiles;
beforeAll(async () => {
  server = await serveDataset(["test-images", "test-labels"]);
  ({ files } = server);
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  server.requests = [];
  server.answers = {};
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
    expect(server.requests).toEqual(["test-labels", "test-images"]);
    expect(Buffer.compare(labels, dataset.test.labels)).toBe(0);
    expect(seen.at(-1)).toBe(
      server.packed.get("test-images")!.length + server.packed.get("test-labels")!.length,
    );
  });

  test("is not believed when its content is damaged: the file is fetched and kept anew", async () => {
    const url = files.urls["test-labels"]!;
    stored.set(url, new Response(compress(new Uint8Array(10_000)) as Uint8Array<ArrayBuffer>));
    expect(Buffer.compare(await loadTestLabels(files), dataset.test.labels)).toBe(0);
    expect(server.requests).toEqual(["test-labels"]);
    expect(Buffer.from(await stored.get(url)!.arrayBuffer())).toEqual(
      server.packed.get("test-labels"),
    );
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
