import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { content, file } from "./testLabels.js";
import { findFile } from "../../data-loaders/findFile.js";
import { folderSource } from "../../data-loaders/folderSource.js";

let folder: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "idx-"));
  cache = mkdtempSync(join(tmpdir(), "cache-"));
});

const put = (bytes: Uint8Array) => {
  writeFileSync(join(folder, `${file.name}.gz`), bytes);
};

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
