// The same in a stock Firefox: one visit, everything kept, and then no network.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFirefoxPage } from "../hosts/firefoxPage.js";
import { sitePages } from "../support/sitePages.js";
import { ensureFirefox } from "../../../scripts/ensureFirefox.js";
import { type Firefox, launchFirefox } from "../../../scripts/launchFirefox.js";
import { type HostedSite, hostSite } from "./offlineSite.js";

const INSTALL_LIMIT_MS = 900_000;

let firefox: Firefox | undefined;
let site: HostedSite;
beforeAll(async () => {
  site = await hostSite();
  try {
    firefox = await launchFirefox(await ensureFirefox());
  } catch (error) {
    if (process.env.CI) throw error;
    console.warn(`SKIPPED: the tests in Firefox. ${(error as Error).message}`);
  }
}, INSTALL_LIMIT_MS);
afterAll(async () => {
  await firefox?.close();
  await site.stop();
});

/** Runs in the page. */
const areCellsThere = () =>
  document.documentElement.dataset["code"] === "here" &&
  document.querySelector("observablehq-loading") === null;

/** Runs in the page. */
function press(start: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>("main button")];
  const button = all.find(({ textContent }) => textContent.trim().startsWith(start));
  button?.click();
  return button !== undefined;
}

/** Runs in the page. */
const panelHas = (text: string) =>
  document.querySelector(".offline-panel")!.textContent.includes(text);

test("in Firefox everything is kept, and without network pages open and a network trains", async ({
  skip,
}) => {
  if (!firefox) return skip("no Firefox");
  const page = await openFirefoxPage(firefox, `${site.url}cargar-los-datos.html`);
  await page.waitUntil(press, "Guardar");
  await page.waitUntil(panelHas, "✓ Disponible sin conexión");
  await site.stop();
  for (const path of sitePages) {
    await page.goto(`${site.url}${path.slice(1)}.html`);
    await page.waitUntil(areCellsThere);
    const errors = await page.evaluate(
      () => document.querySelectorAll(".observablehq--error").length,
    );
    expect(errors, path).toBe(0);
  }
  await page.goto(`${site.url}entrenar.html?epocas=1&imagenes=1000`);
  await page.waitUntil(areCellsThere);
  await page.waitUntil(press, "Entrenar");
  await page.waitUntil(() => document.body.textContent.includes("Entrenamiento terminado"));
  // Leaving a page ends its open requests; that is no fault of the page.
  expect(page.problems.filter((problem) => !problem.includes("NS_BINDING_ABORTED"))).toEqual([]);
  await page.close();
});
