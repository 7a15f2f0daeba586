// The `test` of the site's test files: Vitest's, with `open` to visit a page of the built site in a
// context of its own, and a record of everything that a sound page must not do.
import type {
  BrowserContext,
  Browser,
  BrowserContextOptions,
  Page,
  Request,
} from "playwright-core";
import { inject, test as base } from "vitest";
import { launchChromium } from "../../../scripts/launchChromium.js";
import { cellsSettled, CLIENT, preparePages } from "./cellsSettled.js";

export interface OpenedPage {
  page: Page;
  /** Console messages of every level, page errors, failed requests and requests to another origin. */
  problems: string[];
}

/** Without a service worker, unless the options allow it. */
export type OpenPage = (path: string, options?: BrowserContextOptions) => Promise<OpenedPage>;

/* eslint-disable no-empty-pattern -- Vitest reads what a fixture needs from its first parameter */
export const test = base
  .extend("browser", { scope: "worker" }, async ({}, { onCleanup }): Promise<Browser> => {
    const browser = await launchChromium(inject("chromiumPath"));
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("open", ({ browser }, { onCleanup }): OpenPage => opening(browser, onCleanup));

/** The same `test` in a browser of the file's own. */
export const testIn = (launch: () => Promise<Browser>) =>
  base
    .extend("browser", { scope: "file" }, async ({}, { onCleanup }): Promise<Browser> => {
      const browser = await launch();
      onCleanup(() => browser.close());
      return browser;
    })
    .extend("open", ({ browser }, { onCleanup }): OpenPage => opening(browser, onCleanup));

function opening(browser: Browser, onCleanup: (end: () => Promise<void>) => void): OpenPage {
  const profiles: BrowserContext[] = [];
  onCleanup(async () => {
    for (const profile of profiles) await profile.close();
  });
  return async (path, options) => {
    const profile = await browser.newContext({ locale: "es-ES", ...options });
    profiles.push(profile);
    if (options?.serviceWorkers !== "allow") await withoutServiceWorker(profile);
    await preparePages(profile);
    const page = await profile.newPage();
    const problems = record(page);
    await visit(page, path);
    return { page, problems };
  };
}

/**
 * As in a browser that has none: each profile would keep the whole site for itself, and what a worker fetches for a page
 * no test can route. Playwright's own way to block them writes into the console.
 */
export async function withoutServiceWorker(profile: BrowserContext): Promise<void> {
  await profile.addInitScript(() => {
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
  });
}

/** `/entrenar` → the page's full address; `/` or `/index` → the site's root. */
export function siteUrl(path: string): string {
  return inject("siteUrl") + path.replace(/^\/(index$)?/, "");
}

/** Where the site's own links to a page lead: its file, which every host serves. */
export function linkUrl(path: string): string {
  const url = siteUrl(path);
  return url.endsWith("/") ? url : `${url}.html`;
}

export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(siteUrl(path));
  await settle(page);
}

export async function reload(page: Page): Promise<void> {
  await page.reload();
  await settle(page);
}

/** A page of the site in another tab of the same browser. */
export async function openTab(page: Page, path: string): Promise<Page> {
  const tab = await page.context().newPage();
  await visit(tab, path);
  return tab;
}

/** Resolves when the page's cells have their results, or wait for the reader, and what they show is drawn. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState();
  const hasCells = (await page.locator(CLIENT).count()) > 0;
  await (hasCells ? cellsSettled(page) : page.waitForLoadState("networkidle"));
}

export function record(page: Page): string[] {
  const problems: string[] = [];
  const origin = new URL(inject("siteUrl")).origin;
  page.on("console", (message) => {
    problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    if (!leftUnfinished(request)) problems.push(`failed: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    const local = url.protocol === "data:" || url.protocol === "blob:" || url.origin === origin;
    if (!local) problems.push(`request to another origin: ${request.url()}`);
  });
  return problems;
}

/** Leaving a page ends its open requests; that is no fault of the page. */
function leftUnfinished(request: Request): boolean {
  return request.failure()?.errorText === "net::ERR_ABORTED";
}
