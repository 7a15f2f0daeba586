// A new version of the site: it announces itself, takes over when the reader says so, never while a tab trains, and takes
// nothing from tabs that show the version before.
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { settle, test } from "../support/browser.js";
import { button } from "../support/button.js";
import { expectStays } from "../support/expectStays.js";
import { beginTraining, midEpoch, trainingStatus } from "../support/trainingPage.js";
import { laterVersion, NEW_WORDS } from "./laterVersion.js";
import { type HostedSite, hostSite, newProfile, openAt, waitUntilKept } from "./offlineSite.js";

let later: { folder: string; gone: string };
beforeAll(async () => {
  later = await laterVersion();
});
afterAll(() => {
  rmSync(dirname(later.folder), { recursive: true, force: true });
});

let site: HostedSite;
beforeEach(async () => {
  site = await hostSite();
});
afterEach(() => site.stop());

const bar = (page: Page) => page.locator(".version-bar");
const isNew = async (page: Page) => (await page.locator("h1").textContent())!.includes(NEW_WORDS);

/** A page of training and one to read in two tabs, the site kept, and a new version at the host. */
async function twoTabs(profile: BrowserContext): Promise<{ training: Page; reading: Page }> {
  const training = await profile.newPage();
  await openAt(training, `${site.url}entrenar.html`);
  await waitUntilKept(training);
  const reading = await profile.newPage();
  await openAt(reading, `${site.url}glosario.html`);
  await site.stop();
  await site.start(later.folder);
  return { training, reading };
}

/** The browser looks for a new version after a visit, when it has time; here it is told to. */
async function visitAgain(page: Page): Promise<void> {
  await page.reload();
  await settle(page);
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  const waiting = () =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state);
  await expect.poll(waiting, { timeout: 120_000 }).toBe("installed"); // its files have come
}

const isKept = (page: Page, address: string) =>
  page.evaluate(async (url) => (await caches.match(url)) !== undefined, address);

test("it waits for the reader, and other tabs keep what they need until they close", async ({
  browser,
}) => {
  const profile = await newProfile(browser);
  const { training: other, reading } = await twoTabs(profile);
  await visitAgain(reading);
  await bar(reading).getByText("Hay una versión nueva de este cuaderno").waitFor();
  await bar(other).getByText("Hay una versión nueva de este cuaderno").waitFor();
  expect(await isNew(reading)).toBe(false);
  await button(bar(reading), "Actualizar ahora").click();
  await reading.getByRole("heading", { level: 1, name: NEW_WORDS }).waitFor();
  await bar(other).getByText("se ha actualizado desde otra pestaña").waitFor();
  expect(await isNew(other)).toBe(false);
  expect(await isKept(other, `${site.url}${later.gone}`)).toBe(true);
  await other
    .getByRole("button", { name: /^Editar/ })
    .first()
    .click();
  await other.locator(".cm-editor").first().waitFor();
  await button(bar(other), "Recargar").click();
  await other.getByRole("heading", { level: 1, name: NEW_WORDS }).waitFor();
  await expect
    .poll(async () => {
      await reading.reload(); // what is cleared is cleared when a page is asked for
      return isKept(reading, `${site.url}${later.gone}`);
    })
    .toBe(false);
  await profile.close();
});

test("it is told, too, where it is on its way before the page's code has come", async ({
  browser,
}) => {
  const profile = await newProfile(browser);
  const { reading } = await twoTabs(profile);
  await reading.addInitScript(() => {
    const found = navigator.serviceWorker.ready.then((registration) => registration.update());
    Object.defineProperty(navigator.serviceWorker, "ready", { value: found });
  });
  await openAt(reading, `${site.url}glosario.html`);
  await bar(reading).getByText("Hay una versión nueva de este cuaderno").waitFor();
  await profile.close();
});

test("put off it stays away in this tab, and every page goes on without network", async ({
  browser,
}) => {
  const profile = await newProfile(browser);
  const { reading } = await twoTabs(profile);
  await visitAgain(reading);
  await button(bar(reading), "Luego").click();
  await bar(reading).waitFor({ state: "hidden" });
  await site.stop();
  await openAt(reading, `${site.url}evaluar.html`);
  expect(await isNew(reading)).toBe(false);
  await expectStays(() => bar(reading).isVisible(), false);
  await profile.close();
});

test("while a tab trains it waits, and says so", async ({ browser }) => {
  const profile = await newProfile(browser);
  const { training, reading } = await twoTabs(profile);
  await training.getByLabel("Hilos del motor propio").selectOption("1"); // leaves time for the rest
  await beginTraining(training, { epochs: 200, trainImages: 10_000 });
  await trainingStatus(training, midEpoch).waitFor();
  await visitAgain(reading);
  await button(bar(reading), "Actualizar ahora").click();
  await bar(reading).getByText("Se está entrenando en alguna pestaña").waitFor();
  await expectStays(() => isNew(reading), false, 2000);
  expect(await trainingStatus(training).textContent()).toMatch(midEpoch);
  await button(training, "Detener").click();
  await reading.getByRole("heading", { level: 1, name: NEW_WORDS }).waitFor();
  await bar(training).getByText("se ha actualizado desde otra pestaña").waitFor();
  await button(training, "Entrenar").waitFor(); // not loaded again, it goes on as it is
  expect(await isNew(training)).toBe(false);
  await profile.close();
});
