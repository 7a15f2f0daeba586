// Chromium's tabs, for what is tested in any browser; the other tests drive it through `open` (support/browser.ts).
import { inject } from "vitest";
import type { BrowserTab, StartedBrowser } from "./browserTab.js";
import { record } from "../support/browser.js";
import { launchChromium } from "../../../scripts/launchChromium.js";

export async function startChromium(): Promise<StartedBrowser> {
  const browser = await launchChromium(inject("chromiumPath"));
  return {
    siteUrl: inject("siteUrl"),
    openTab: async (): Promise<BrowserTab> => {
      const profile = await browser.newContext();
      const page = await profile.newPage();
      return {
        problems: record(page),
        evaluate: (run, ...values) =>
          page.evaluate(`(${String(run)})(...${JSON.stringify(values)})`),
        go: async (address) => {
          await page.goto(address);
        },
        reload: async () => {
          await page.reload();
        },
        click: ({ x, y }, times) => page.mouse.click(x, y, { clickCount: times }),
        type: (text) => page.keyboard.type(text),
        close: () => profile.close(),
      };
    },
    close: () => browser.close(),
  };
}
