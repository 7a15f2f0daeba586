import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { clearStaleLoaderOutput } from "../../scripts/clearStaleLoaderOutput.js";

let folder: string;
let cache: string;
const output = () => join(cache, "data", "sample.bin");
const source = (name: string) => join(folder, "loaders", name);

function clear(): void {
  const sources = ["loaders", "results", "package-lock.json"]; // results may not be there yet
  clearStaleLoaderOutput(
    cache,
    sources.map((name) => join(folder, name)),
  );
}

function writeOutput(): void {
  mkdirSync(join(cache, "data"), { recursive: true });
  writeFileSync(output(), "made by the loader");
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "loaders-"));
  cache = join(folder, "cache");
  mkdirSync(join(folder, "loaders", "deep"), { recursive: true });
  writeFileSync(source("loader.ts"), "one");
  writeFileSync(source("deep/imported.ts"), "one");
  writeFileSync(join(folder, "package-lock.json"), "{}");
  clear();
  writeOutput();
});

describe("clearStaleLoaderOutput", () => {
  test("keeps the outputs while nothing has changed", () => {
    clear();
    expect(existsSync(output())).toBe(true);
  });

  test.each([
    "loaders/loader.ts",
    "loaders/deep/imported.ts",
    "package-lock.json",
    "loaders/new.ts",
    "results/latest.json",
  ])("removes them when %s changes", (name) => {
    mkdirSync(join(folder, "results"), { recursive: true });
    writeFileSync(join(folder, name), "two");
    clear();
    expect(existsSync(output())).toBe(false);
    writeOutput();
    clear();
    expect(existsSync(output())).toBe(true);
  });

  test("removes outputs of unknown age", () => {
    const other = join(folder, "other-cache");
    mkdirSync(join(other, "data"), { recursive: true });
    clearStaleLoaderOutput(other, [join(folder, "loaders")]);
    expect(existsSync(join(other, "data"))).toBe(false);
  });
});
