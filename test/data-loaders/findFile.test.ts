import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { findFile, findFiles } from "../../data-loaders/findFile.js";
import { idxFiles } from "../../data-loaders/idxFiles.js";
import { folderSource } from "../../data-loaders/folderSource.js";
import { httpSource } from "../../data-loaders/httpSource.js";

const file = idxFiles.testLabels;
let content: Buffer; // the real file, uncompressed
let folder: string;
let cache: string;

beforeAll(async () => {
  content = idx(10_000, await findFile(file));
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "idx-"));
  cache = mkdtempSync(join(tmpdir(), "cache-"));
});

const put = (bytes: Uint8Array, name = `${file.name}.gz`) => {
  writeFileSync(join(folder, name), bytes);
};
const find = () => findFile(file, { sources: [folderSource("the folder", folder)], cache });

describe("findFile", () => {
  test("accepts the file compressed or not", async () => {
    put(content, file.name);
    expect(await find()).toHaveLength(10_000);
    put(gzipSync(content, { level: 1 }));
    expect(await find()).toHaveLength(10_000);
  });

  test.each([
    ["that is missing", () => undefined, "not there"],
    [
      "whose gzip is truncated",
      () => gzipSync(content).subarray(0, 3000),
      "whole gzip file expected",
    ],
    [
      "that is too short",
      () => content.subarray(0, 9000),
      "10000 values for the shape [10000] expected, 8992 found",
    ],
    ["with one changed label", () => flip(content, 5000, (label) => (label + 1) % 10), "SHA-256"],
    [
      "with a label out of range",
      () => flip(content, 5000, () => 10),
      "labels in 0 … 9 expected, 10 found",
    ],
    ["with another magic number", () => flip(content, 2, () => 9), "IDX magic 000008xx"],
    [
      "of another shape",
      () =>
        flip(
          flip(content, 3, () => 2),
          7,
          () => 5,
        ),
      "expected",
    ],
    [
      "that is a web page",
      () => Buffer.from("<!doctype html><title>404</title>"),
      "3c21646f found",
    ],
  ])("refuses a file %s, and says so", async (_, make, problem) => {
    const bytes = make();
    if (bytes) put(bytes);
    const error = await find().catch((reason: unknown) => reason as Error);
    expect(String(error)).toContain(file.name);
    expect(String(error)).toContain(`the folder: `);
    expect(String(error)).toContain(problem);
    expect(String(error)).toContain("What to do: put the four files");
    expect(readdirSync(cache)).toEqual([]);
  });
});

describe("findFile among several sources", () => {
  const other = () => folderSource("the other folder", cache);
  let stderr: string[];
  beforeEach(() => {
    stderr = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      stderr.push(String(text));
      return true;
    });
    writeFileSync(join(cache, file.name), content);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test("uses the next one after a damaged file, and says so", async () => {
    put(gzipSync(content).subarray(0, 3000));
    const sources = [folderSource("the folder", folder), other()];
    expect(await findFile(file, { sources, cache })).toHaveLength(10_000);
    expect(stderr.join("")).toContain(`${file.name}: the folder: a whole gzip file expected`);
  });

  test("passes over an absent file in silence, unless the folder was named by hand", async () => {
    const silent = [folderSource("the folder", folder), other()];
    await findFile(file, { sources: silent, cache });
    expect(stderr).toEqual([]);
    const named = [folderSource("the named folder", folder, { expected: true }), other()];
    await findFile(file, { sources: named, cache });
    expect(stderr).toEqual([`${file.name}: the named folder: not there\n`]);
  });

  test("is found though nothing can be written where the cache should be, which is said", async () => {
    const occupied = join(folder, "occupied");
    writeFileSync(occupied, "a file, and no folder");
    const sources = [{ ...other(), local: false }];
    expect(await findFile(file, { sources, cache: join(occupied, "cache") })).toHaveLength(10_000);
    expect(stderr.join("")).toContain("what is fetched cannot be kept: ");
  });

  test("mends a damaged cache from a source outside", async () => {
    put(gzipSync(content).fill(0, 2000, 2100));
    const cached = folderSource("the cache", folder);
    const outside = { ...other(), local: false };
    await findFile(file, { sources: [cached, outside], cache: folder });
    expect(await findFile(file, { sources: [cached], cache: folder })).toHaveLength(10_000);
  });
});

describe("findFiles", () => {
  test("fills the cache with all files before another may look for them", async () => {
    const wanted = [idxFiles.testLabels, idxFiles.trainLabels];
    const values = await findFiles(wanted);
    const bytes = new Map<string, Buffer>(
      wanted.map(({ name, shape: [n] }, i) => [name, idx(n, values[i]!)]),
    );
    let fetched = 0;
    /** As apt-get: brings all files at the first question, slowly. */
    const source = () => {
      let brought: Promise<unknown> | undefined;
      return {
        name: "one archive",
        local: false,
        async read(name: string) {
          brought ??= new Promise((resolve) => setTimeout(resolve, 50 * ++fetched));
          await brought;
          await new Promise((resolve) => setTimeout(resolve, 700)); // longer than a waiting one polls
          return bytes.get(name)!;
        },
      };
    };
    const find = () => findFiles(wanted, { sources: [source()], cache });
    const both = await Promise.all([find(), find()]);
    expect(both.flat().map((found) => found.length)).toEqual([10_000, 60_000, 10_000, 60_000]);
    expect(fetched).toBe(1);
  });
});

describe("findFile from the web", () => {
  let server: Server;
  let address: string;
  let requests = 0;
  let answer: (request: number) => { status: number; body: Uint8Array; cut?: boolean };

  beforeAll(async () => {
    server = createServer((_, response) => {
      const { status, body, cut } = answer(++requests);
      response.writeHead(status, { "Content-Length": body.length });
      if (cut) response.write(body.subarray(0, 1000), () => response.destroy());
      else setTimeout(() => response.end(body), 300);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    requests = 0;
  });
  afterAll(() => server.close());

  const download = () => findFile(file, { sources: [httpSource(address, { pauseMs: 1 })], cache });

  test("keeps a sound download whole in the cache, and does not download again", async () => {
    answer = () => ({ status: 200, body: gzipSync(content) });
    expect(await download()).toHaveLength(10_000);
    expect(readdirSync(cache)).toEqual([`${file.name}.gz`]);
    const cached = [folderSource("the cache", cache), httpSource(address)];
    await findFile(file, { sources: cached, cache });
    expect(requests).toBe(1);
  });

  test("tries again when the connection is cut halfway", async () => {
    answer = (request) => ({ status: 200, body: gzipSync(content), cut: request < 3 });
    expect(await download()).toHaveLength(10_000);
    expect(requests).toBe(3);
  });

  test("gives up at once when the file is not there, and keeps nothing", async () => {
    answer = () => ({ status: 404, body: Buffer.from("no") });
    await expect(download()).rejects.toThrow("HTTP 404");
    expect(requests).toBe(1);
    expect(readdirSync(cache)).toEqual([]);
  });

  test("keeps nothing of a download that is damaged", async () => {
    answer = () => ({ status: 200, body: gzipSync(content).fill(0, 2000, 2100) });
    await expect(download()).rejects.toThrow(/gzip|SHA-256/);
    expect(readdirSync(cache)).toEqual([]);
  });

  test("downloads once for two processes at the same time", async () => {
    answer = () => ({ status: 200, body: gzipSync(content) });
    const script = join(folder, "find.ts");
    const modules = join(process.cwd(), "data-loaders");
    writeFileSync(
      script,
      `import { findFile } from "${modules}/findFile.js";
       import { idxFiles } from "${modules}/idxFiles.js";
       import { folderSource } from "${modules}/folderSource.js";
       import { httpSource } from "${modules}/httpSource.js";
       const cache = ${JSON.stringify(cache)};
       const sources = [folderSource("cache", cache), httpSource(${JSON.stringify(address)})];
       void findFile(idxFiles.testLabels, { sources, cache }).then((v) => console.log(v.length));`,
    );
    const run = () =>
      new Promise<string>((resolve, reject) => {
        const child = spawn(process.execPath, ["--import", "tsx", script], {
          stdio: ["ignore", "pipe", "inherit"],
        });
        let output = "";
        child.stdout.on("data", (data) => (output += String(data)));
        child.on("error", reject);
        child.on("close", () => {
          resolve(output.trim());
        });
      });
    expect(await Promise.all([run(), run()])).toEqual(["10000", "10000"]);
    expect(requests).toBe(1);
  });
});

describe("a loader that cannot find the data", () => {
  test("ends with the error and writes nothing", () => {
    const script = `import { findFile } from "./data-loaders/findFile.js";
      import { idxFiles } from "./data-loaders/idxFiles.js";
      void findFile(idxFiles.testLabels, { sources: [], cache: ${JSON.stringify(cache)} })
        .then((v) => process.stdout.write(v));`;
    const run = () =>
      execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
        stdio: ["ignore", "pipe", "pipe"],
      });
    expect(run).toThrow(/no source has the file/);
  });
});

/** An IDX file of labels. */
function idx(count: number, values: Uint8Array): Buffer {
  const header = Buffer.from([0, 0, 8, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(count, 4);
  return Buffer.concat([header, values]);
}

function flip(bytes: Buffer, index: number, change: (value: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  copy[index] = change(copy[index]!);
  return copy;
}
