import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { prepareOffline } from "../../scripts/site/prepareOffline.js";

test("prepareOffline answers for every library that Framework's client may load, and for no other", () => {
  const cache = mkdtempSync(join(tmpdir(), "cache-"));
  mkdirSync(join(cache, "_npm/left-over@1.0.0"), { recursive: true });
  prepareOffline(cache);
  const found = readdirSync(join(cache, "_npm"), { recursive: true, encoding: "utf8" });
  rmSync(cache, { recursive: true });
  for (const name of ["d3", "htl", "lodash", "@observablehq/plot", "mapbox-gl"]) {
    expect(found).toContain(`${name}@0.0.0-offline`);
  }
  expect(found).not.toContain("left-over@1.0.0");
});
