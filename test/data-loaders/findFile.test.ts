import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { content, file } from "./testLabels.js";
import { findFile } from "../../data-loaders/findFile.js";
import { folderSource } from "../../data-loaders/folderSource.js";

let folder: string;
let cache: string;
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

function flip(bytes: Buffer, index: number, change: (value: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  copy[index] = change(copy[index]!);
  return copy;
}
