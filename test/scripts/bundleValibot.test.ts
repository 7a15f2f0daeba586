import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundleValibot, usedNames } from "../../scripts/site/bundleValibot.js";

test("what the site loads of valibot is what its modules use, and a fraction of the library", async () => {
  const cache = mkdtempSync(join(tmpdir(), "valibot-"));
  await bundleValibot(cache);
  const [folder] = readdirSync(join(cache, "_node"));
  const file = join(cache, "_node", folder!, "index.js");
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  expect(Object.keys(module).sort()).toEqual(usedNames("src"));
  expect(usedNames("src")).toEqual(expect.arrayContaining(["object", "safeParse"]));
  expect(gzipSync(readFileSync(file)).length).toBeLessThan(5000);
});
