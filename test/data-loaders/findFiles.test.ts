import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { idx } from "./testLabels.js";
import { findFiles } from "../../data-loaders/findFile.js";
import { idxFiles } from "../../data-loaders/idxFiles.js";

const cache = mkdtempSync(join(tmpdir(), "cache-"));

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
