// One visit with network, and then none: every page opens from what the service worker has kept.
import { afterAll, beforeAll, describe, expect } from "vitest";
import { test } from "../support/browser.js";
import { sitePages } from "../support/sitePages.js";
import { type HostedSite, hostSite, newProfile, openAt, waitUntilKept } from "./offlineSite.js";

describe.for([true, false])("where the host isolates its pages: %s", (isolated) => {
  let site: HostedSite;
  beforeAll(async () => {
    site = await hostSite({ isolated });
  });
  afterAll(() => site.stop());

  test("after one visit every page opens without network, at any of its addresses", async ({
    browser,
  }) => {
    const profile = await newProfile(browser);
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
    const missing = await page.goto(`${site.url}no/existe`);
    expect(missing!.status()).toBe(404);
    await page.getByRole("heading", { name: "Esta página no existe" }).waitFor();
    await profile.close();
  });
});
