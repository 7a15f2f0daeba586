// One visit with network, and then none: every page opens from what the service worker has kept.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { settle, test } from "../support/browser.js";
import { preparePages } from "../support/cellsSettled.js";
import { sitePages } from "../support/sitePages.js";
import { type HostedSite, hostSite, waitUntilKept } from "./offlineSite.js";

describe.for([true, false])("where the host isolates its pages: %s", (isolated) => {
  let site: HostedSite;
  beforeAll(async () => {
    site = await hostSite({ isolated });
  });
  afterAll(() => site.stop());

  test("after one visit every page opens without network, at any of its addresses", async ({
    browser,
  }) => {
    const profile = await browser.newContext({ locale: "es-ES" });
    await preparePages(profile);
    const page = await profile.newPage();
    await page.goto(site.url);
    await waitUntilKept(page);
    await site.stop();
    const problems: string[] = [];
    page.on("console", (message) => problems.push(`${page.url()} ${message.text()}`));
    page.on("pageerror", (error) => problems.push(`${page.url()} ${error.message}`));
    for (const path of sitePages) {
      await openAt(page, `${site.url}${path.slice(1)}.html`);
      expect(await page.evaluate(() => crossOriginIsolated), path).toBe(true);
      expect(await page.locator(".observablehq--error").count(), path).toBe(0);
    }
    for (const address of ["", "entrenar", "entrenar?epocas=2", "index.html"]) {
      await openAt(page, `${site.url}${address}`);
      await page.locator("h1").waitFor();
    }
    expect(problems).toEqual([]);
    await profile.close();
  });
});

async function openAt(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settle(page);
}
