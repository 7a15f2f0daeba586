// The readers' ways in a stock Firefox. Where there is none and none can be had, skipped with a word on how to get one.
import { describe, expect, test } from "vitest";
import { testEngineWays } from "./engineWays.js";
import { startFirefox } from "./firefoxBrowser.js";
import { inBrowser } from "./inBrowser.js";
import { testReadersWays } from "./readersWays.js";

describe("in Firefox", () => {
  const open = inBrowser("Firefox", startFirefox);
  test("it is Firefox", async (context) => {
    const page = await open(context, "/glosario");
    expect(await page.evaluate(() => navigator.userAgent)).toContain("Firefox/");
    expect(page.problems).toEqual([]);
  });
  testReadersWays(open);
  testEngineWays(open);
});
