import { mkdirSync, mkdtempSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { lockCache } from "../../data-loaders/lockCache.js";

let cache: string;
beforeEach(() => {
  cache = join(mkdtempSync(join(tmpdir(), "lock-")), "cache");
});

describe("lockCache", () => {
  test("waits until the cache is free", async () => {
    const release = await lockCache(cache);
    const order: string[] = [];
    const second = lockCache(cache).then((releaseSecond) => {
      order.push("second");
      return releaseSecond();
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    order.push("first");
    await release();
    await second;
    expect(order).toEqual(["first", "second"]);
  });

  test("takes over the lock of a process that died", async () => {
    mkdirSync(`${cache}.lock`, { recursive: true });
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(`${cache}.lock`, longAgo, longAgo);
    const release = await lockCache(cache);
    await release();
  });

  test("names the lock, and says what to do, when its patience ends", async () => {
    const release = await lockCache(cache);
    await expect(lockCache(cache, { patienceMs: 500 })).rejects.toThrow(
      /cache\.lock for .* What to do: end it/,
    );
    await release();
  });
});
