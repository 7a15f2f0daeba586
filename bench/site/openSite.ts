// The built site in Chromium with the probe in its pages.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { PageProbe } from "./pageProbe.js";
import { bundle } from "../browser/bundle.js";
import { serveSite } from "../../scripts/site/serveSite.js";

export interface BenchSite {
  /** The training page, ready, with the values of some of its fields. */
  openTraining(values: Record<string, number>): Promise<Page>;
  /** A page of the same origin with nothing in it. */
  openEmpty(): Promise<Page>;
  close(): Promise<void>;
}

const FOLDER = "dist";
const EMPTY = "empty-page-of-the-bench";

/** Undefined, with a word on stderr, if the site has not been built. */
export async function openSite(browser: Browser): Promise<BenchSite | undefined> {
  if (!existsSync(join(FOLDER, "index.html"))) {
    console.error(`SKIPPED: the site; no ${FOLDER}/ (npm run build)`);
    return undefined;
  }
  const { url, server } = await serveSite(FOLDER);
  const context = await probedContext(browser);
  return {
    async openTraining(values) {
      const page = await context.newPage();
      await page.goto(`${url}entrenar`);
      await page.waitForLoadState("networkidle");
      for (const [name, value] of Object.entries(values)) {
        await page.fill(`#hiperparametro-${name}`, String(value));
      }
      return page;
    },
    async openEmpty() {
      const page = await context.newPage();
      await page.goto(`${url}${EMPTY}`);
      if (!(await page.evaluate(() => crossOriginIsolated))) {
        throw new Error("an isolated page expected: without it the worker has fewer threads");
      }
      return page;
    },
    async close() {
      await context.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** One for all pages: what the training page has downloaded, the empty one has too. */
async function probedContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "es-ES" });
  await context.addInitScript({
    content: await bundle(join(import.meta.dirname, "pageProbe.ts"), "iife"),
  });
  await context.route(`**/${EMPTY}`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: "<!doctype html><title>bench</title>",
      headers: {
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
      },
    }),
  );
  return context;
}

export type ProbedGlobals = { probe: PageProbe };

/** Presses *Entrenar*; resolves to the milliseconds until the new curve's first point. */
export function pressTrain(page: Page): Promise<number> {
  return page.evaluate(
    (text) => (globalThis as unknown as ProbedGlobals).probe.pressAndAwaitFirstPoint(text),
    "Entrenar",
  );
}

/** Waits until so many trainings of the page have ended and the page is ready for the next one. */
export async function untilEnded(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => (globalThis as unknown as ProbedGlobals).probe.ended >= wanted,
    count,
    { timeout: 300_000 },
  );
  await page.getByRole("button", { name: "Entrenar", exact: true }).waitFor();
}
