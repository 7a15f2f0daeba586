// Where the host sends no isolating headers, as GitHub Pages, the service worker adds them.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { settle, siteUrl, test } from "../support/browser.js";
import { preparePages } from "../support/cellsSettled.js";
import { expectStays } from "../support/expectStays.js";
import { button } from "../support/button.js";
import { beginTraining, setHyperparameters } from "../support/trainingPage.js";
import { type ServedSite, serveSite } from "../../../scripts/site/serveSite.js";

let plain: ServedSite;
beforeAll(async () => {
  plain = await serveSite("dist", { base: "/otro/sitio/", isolated: false });
});
afterAll(() => {
  plain.server.close();
  plain.server.closeAllConnections();
});

const isIsolated = (page: Page) => page.evaluate(() => crossOriginIsolated);

/** How many documents `page` has asked for: one that is left before its load event counts too. */
function countDocuments(page: Page): () => number {
  let documents = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) documents++;
  });
  return () => documents;
}

describe("isolation from other origins", () => {
  test("with the host's headers nothing is loaded twice", async ({ browser }) => {
    const context = await browser.newContext({ locale: "es-ES" });
    await preparePages(context);
    const page = await context.newPage();
    const documents = countDocuments(page);
    await page.goto(siteUrl("/entrenar"));
    expect(await isIsolated(page)).toBe(true);
    await page.mouse.move(5, 5);
    await settle(page);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active!.state);
    await expectStays(documents, 1);
    await context.close();
  });

  test("without them the page isolates itself with one reload, and stays so", async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale: "es-ES" });
    await preparePages(context);
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("console", (message) => problems.push(message.text()));
    const documents = countDocuments(page);
    await page.goto(`${plain.url}entrenar`);
    await page.waitForFunction(() => crossOriginIsolated, undefined, { timeout: 30_000 });
    await settle(page);
    expect(documents()).toBe(2);
    await page.goto(`${plain.url}glosario`);
    expect(await isIsolated(page)).toBe(true);
    await page.goto(`${plain.url}entrenar`);
    await settle(page);
    expect(documents()).toBe(4);
    await setHyperparameters(page, { epochs: 1, trainImages: 1000 });
    await page.getByLabel("Hilos del motor propio").selectOption("2");
    await button(page, "Entrenar").click();
    await page.getByText("con motor propio (2 hilos).").first().waitFor({ timeout: 60_000 });
    expect(problems).toEqual([]);
    await context.close();
  });

  test("without service workers nothing is lost but threads, and the page says why", async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale: "es-ES", serviceWorkers: "block" });
    await preparePages(context);
    const page = await context.newPage();
    const documents = countDocuments(page);
    await page.goto(`${plain.url}entrenar`);
    await settle(page);
    await expectStays(() => documents() <= 2, true, 1000);
    expect(await isIsolated(page)).toBe(false);
    await page.getByText("Hay un solo hilo porque").waitFor();
    await beginTraining(page, { epochs: 1, trainImages: 1000 });
    await page.getByText("con motor propio (1 hilo).").first().waitFor({ timeout: 60_000 });
    await context.close();
  });
});
