// A browser with no room for the site: it is read from its host as before, and the reader is told how much is missing.
import type { CDPSession, Page } from "playwright-core";
import { afterEach, beforeEach, expect } from "vitest";
import { test } from "../support/browser.js";
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

const panel = (page: Page) => page.locator(".offline-panel");

async function giveRoom(session: CDPSession, bytes: number): Promise<void> {
  const { origin } = new URL(site.url);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: bytes });
}

test("the images do not fit: told with how much is missing, and kept once there is room", async ({
  browser,
}) => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  const session = await profile.newCDPSession(page);
  await openAt(page, `${site.url}cargar-los-datos.html`);
  await waitUntilKept(page);
  await giveRoom(session, 20_000_000);
  await page.reload();
  await page.mouse.move(5, 5);
  const keep = panel(page).getByRole("button", { name: /^Guardar/ });
  await keep.click();
  const alert = panel(page).locator("[role=alert]");
  await alert.getByText(/No cabe todo.*faltan por guardar 2\d,\d MB/).waitFor({ timeout: 60_000 });
  await openAt(page, `${site.url}evaluar.html`);
  expect(await page.locator(".observablehq--error").count()).toBe(0);
  await giveRoom(session, 1_000_000_000);
  await openAt(page, `${site.url}cargar-los-datos.html`);
  await keep.click();
  await panel(page).getByText("✓ Disponible sin conexión").waitFor({ timeout: 120_000 });
  await profile.close();
});

test("the pages do not fit: they come from the host, as without a worker", async ({ browser }) => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  const session = await profile.newCDPSession(page);
  await giveRoom(session, 3_000_000);
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await openAt(page, `${site.url}cargar-los-datos.html`);
  await page.mouse.move(5, 5);
  await panel(page)
    .getByRole("button", { name: /^Guardar/ })
    .click();
  await panel(page).locator("[role=alert]").getByText("No cabe todo").waitFor({ timeout: 60_000 });
  expect(await keptShare(page)).toBeLessThan(1);
  for (const path of ["glosario", "entrenar", "evaluar"]) {
    await openAt(page, `${site.url}${path}.html`);
    expect(await page.locator(".observablehq--error").count(), path).toBe(0);
  }
  expect(problems).toEqual([]);
  await profile.close();
});
