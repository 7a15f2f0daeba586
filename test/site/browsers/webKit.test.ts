// The readers' ways in WebKit, Safari's engine. WebKitGTK lets threads share memory only where its driver is started so;
// without, the page trains with one thread and says why. Where there is no WebKit, skipped with a word on how to get one.
import { describe, expect, test } from "vitest";
import { expectBits, testEngineWays } from "./engineWays.js";
import { inBrowser } from "./inBrowser.js";
import { testReadersWays } from "./readersWays.js";
import { sitePages } from "../support/sitePages.js";
import { startWebKit } from "./webKitBrowser.js";

describe("in WebKit", () => {
  const open = inBrowser("WebKit", () => startWebKit({ sharedMemory: true }));
  test("every page opens in silence, with every cell sound", async (context) => {
    const page = await open(context, "/");
    for (const path of sitePages) {
      await page.visit(path);
      const failed = await page.evaluate(
        () => document.querySelectorAll(".observablehq--error").length,
      );
      expect.soft(failed, path).toBe(0);
    }
    expect(page.problems).toEqual([]);
  });
  testReadersWays(open);
  testEngineWays(open);
});

describe("in WebKit without shared memory", () => {
  const open = inBrowser("WebKit", startWebKit);
  test("the page to train says why there is one thread, and it gives the same bits", async (context) => {
    const page = await open(context, "/entrenar");
    expect(await page.evaluate(() => typeof SharedArrayBuffer)).toBe("undefined");
    await page.waitForText(".engine-choice-help", "no deja que los hilos compartan memoria");
    await expectBits(page, 0, "1 hilo");
  });
});
