// A cache that has lost files, or holds others than were put into it: pages come from the host then, and what is missing
// is fetched again.
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect } from "vitest";
import { test } from "../support/browser.js";
import { laterVersion, NEW_WORDS } from "./laterVersion.js";
import {
  type HostedSite,
  hostSite,
  keptShare,
  newProfile,
  openAt,
  waitUntilKept,
} from "./offlineSite.js";

let site: HostedSite;
beforeEach(async () => {
  site = await hostSite();
});
afterEach(() => site.stop());

/** Runs in the page. @param content undefined: they are removed */
async function spoil(ending: string, content?: string): Promise<number> {
  const name = (await caches.keys()).find((each) => each.includes("-sitio "))!;
  const cache = await caches.open(name);
  const found = (await cache.keys()).filter(({ url }) => url.replace(/\?.*/, "").endsWith(ending));
  for (const request of found) {
    if (content === undefined) await cache.delete(request);
    else await cache.put(request, new Response(content));
  }
  return found.length;
}

async function keptPage(page: Page): Promise<void> {
  await openAt(page, `${site.url}glosario.html`);
  await waitUntilKept(page);
}

/** As the browser does now and then by itself: what the worker had in mind is gone. */
async function stopWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}

test("files that are gone are fetched again, and meanwhile pages come from the host", async ({
  browser,
}) => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await keptPage(page);
  expect(await page.evaluate(spoil, ".js")).toBeGreaterThan(50);
  await stopWorker(page);
  expect(await keptShare(page)).toBeLessThan(1);
  await openAt(page, `${site.url}evaluar.html`);
  await waitUntilKept(page);
  await site.stop();
  await openAt(page, `${site.url}entrenar.html`);
  expect(await page.locator(".observablehq--error").count()).toBe(0);
  await profile.close();
});

test("without network what is left is shown", async ({ browser }) => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await keptPage(page);
  expect(await page.evaluate(spoil, "evaluar.html")).toBe(1);
  await stopWorker(page);
  await site.stop();
  await openAt(page, `${site.url}entrenar.html`);
  expect(await page.locator(".observablehq--error").count()).toBe(0);
  await profile.close();
});

test("no version is put together of two: what is missing of one does not come from the next", async ({
  browser,
  onTestFinished,
}) => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await keptPage(page);
  const later = await laterVersion();
  onTestFinished(() => {
    rmSync(dirname(later.folder), { recursive: true, force: true });
  });
  await site.stop();
  await site.start(later.folder);
  expect(await page.evaluate(spoil, "evaluar.html")).toBe(1);
  await stopWorker(page);
  await page.reload(); // comes from the host, and the worker tries in vain to mend the version before
  await page.getByRole("heading", { level: 1, name: NEW_WORDS }).waitFor();
  await page.mouse.move(5, 5);
  await page.locator("html[data-code]").waitFor();
  await openAt(page, `${site.url}evaluar.html`);
  expect(await page.locator("h1").textContent()).toContain(NEW_WORDS);
  expect(await page.locator(".observablehq--error").count()).toBe(0);
  await profile.close();
});

test("images that are damaged are fetched again by the page that finds out", async ({
  browser,
}) => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await keptPage(page);
  const names = ["/sample", "/test-sample"];
  const spoiled = await page.evaluate(async () => {
    const site = (await caches.keys()).find((each) => each.includes("-sitio "))!;
    const cache = await caches.open(site);
    const found = (await cache.keys()).filter(({ url }) => /\/(test-)?sample\./.test(url));
    for (const request of found) await cache.put(request, new Response("nada"));
    return found.length;
  });
  expect(spoiled).toBe(names.length);
  await openAt(page, `${site.url}cargar-los-datos.html`);
  expect(await page.locator(".observablehq--error").count()).toBe(0);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const site = (await caches.keys()).find((each) => each.includes("-sitio "))!;
        const cache = await caches.open(site);
        const found = (await cache.keys()).find(({ url }) => url.includes("/sample."))!;
        return (await (await cache.match(found))!.blob()).size > 100_000;
      }),
    )
    .toBe(true);
  await profile.close();
});
