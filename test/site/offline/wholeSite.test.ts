// «Disponible sin conexión»: one button keeps everything, and then a reader goes the whole way without network.
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect } from "vitest";
import { test } from "../support/browser.js";
import { button } from "../support/button.js";
import { expectStays } from "../support/expectStays.js";
import { beginTraining, waitForStatus } from "../support/trainingPage.js";
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

async function keepEverything(page: Page): Promise<void> {
  await openAt(page, `${site.url}cargar-los-datos.html`);
  await waitUntilKept(page);
  await panel(page)
    .getByRole("button", { name: /^Guardar/ })
    .click();
  await panel(page).getByText("✓ Disponible sin conexión").waitFor({ timeout: 120_000 });
}

test("the whole journey without network: train, evaluate, look inside, save", async ({
  browser,
}) => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await keepEverything(page);
  await site.stop();
  const problems: string[] = [];
  page.on("console", (message) => problems.push(message.text()));
  await openAt(page, `${site.url}cargar-los-datos.html`);
  await button(page, "Cargar los datos (31,1 MB)")
    .or(page.getByRole("button", { name: /^Cargar los datos/ }))
    .click();
  await page.getByText("Han llegado 70.000 imágenes").waitFor({ timeout: 60_000 });
  await openAt(page, `${site.url}entrenar.html`);
  await beginTraining(page, { epochs: 1, trainImages: 60_000 });
  await waitForStatus(page, "Entrenamiento terminado");
  for (const path of ["evaluar", "ver-resultados", "por-dentro", "guardar-el-modelo"]) {
    await openAt(page, `${site.url}${path}.html`);
    expect(await page.locator(".observablehq--error").count(), path).toBe(0);
  }
  await page.getByText("Resultado precalculado").waitFor({ state: "hidden" });
  expect(problems).toEqual([]);
  await profile.close();
});

test("what is kept is told, removed when asked, and does not come back by itself", async ({
  browser,
}) => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await keepEverything(page);
  await openAt(page, `${site.url}cargar-los-datos.html`);
  await panel(page).getByText("las 70.000 imágenes").waitFor();
  await panel(page)
    .getByRole("button", { name: /^Quitar/ })
    .click();
  await panel(page).getByText("ya no queda nada").waitFor();
  expect(await keptShare(page)).toBe(0);
  await openAt(page, `${site.url}glosario.html`);
  await page.mouse.move(5, 5);
  await expectStays(() => keptShare(page), 0, 3000);
  await openAt(page, `${site.url}cargar-los-datos.html`);
  await panel(page).getByText("Todavía no hay nada guardado").waitFor();
  await profile.close();
});

test("what is being kept can be cancelled, and goes on where it stopped", async ({ browser }) => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await openAt(page, `${site.url}cargar-los-datos.html`);
  await waitUntilKept(page);
  const session = await profile.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: 3_000_000,
    uploadThroughput: -1,
  });
  await page.reload();
  await page.mouse.move(5, 5);
  await panel(page)
    .getByRole("button", { name: /^Guardar/ })
    .click();
  await panel(page)
    .getByText(/^1\d,\d MB de 4\d,\d MB$/)
    .waitFor({ timeout: 60_000 });
  await button(page, "Cancelar").click();
  await panel(page).getByText("lo que ya ha llegado se queda").waitFor();
  await session.detach();
  await panel(page)
    .getByRole("button", { name: /^Guardar lo que falta/ })
    .click();
  await panel(page).getByText("✓ Disponible sin conexión").waitFor({ timeout: 120_000 });
  await profile.close();
});
