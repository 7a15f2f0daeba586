// The page for addresses that do not exist, which a host serves at any depth.
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { siteUrl, test } from "../support/browser.js";
import { preparePages } from "../support/cellsSettled.js";
import { expectFits } from "../support/expectFits.js";

const serif = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.querySelector("h1")!).fontFamily);

describe.for(["entrena", "a/entrena", "a/b/c/entrenar-la-red.html"])("at /%s", (path) => {
  test("it looks like the site, leads to its pages, and offers the one that was meant", async ({
    browser,
  }) => {
    const page = await browser.newPage({ locale: "es-ES" });
    const address = siteUrl(`/${path}`);
    const answer = await page.goto(address);
    expect(answer!.status()).toBe(404);
    await page.locator("head > link[rel=stylesheet]").last().waitFor({ state: "attached" });
    await expect.poll(() => serif(page)).toContain("Source Serif");
    const links = page.locator("#paginas a, #observablehq-sidebar a[href*='.html']");
    const targets = await links.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    expect(targets.length).toBeGreaterThan(30);
    for (const target of new Set(targets)) expect((await fetch(target)).status, target).toBe(200);
    await page.getByText("¿Buscabas Entrenar la red?").waitFor();
    await page.getByRole("link", { name: "Entrenar la red" }).first().click();
    await page.waitForURL(siteUrl("/entrenar.html"));
    await page.close();
  });
});

test("what is near no page's name gets no offer", async ({ browser }) => {
  const page = await browser.newPage({ locale: "es-ES" });
  await preparePages(page.context());
  await page.goto(siteUrl("/contacto"));
  await page.locator("head > link[rel=stylesheet]").first().waitFor({ state: "attached" });
  expect(await page.locator("#parecida").isVisible()).toBe(false);
  await expectFits(page);
  await page.close();
});

test("without JavaScript it is readable and its links lead on", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(siteUrl("/contacto"));
  await page.locator("#paginas").getByRole("link", { name: "Glosario" }).click();
  await page.waitForURL(siteUrl("/glosario.html"));
  await page.close();
});
