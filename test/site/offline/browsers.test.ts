// Without a network in the readers' other browsers: one visit, everything kept, and then nobody answers.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HostedSite, hostSite } from "./offlineSite.js";
import type { StartedBrowser } from "../browsers/browserTab.js";
import { startFirefox } from "../browsers/firefoxBrowser.js";
import { inBrowser } from "../browsers/inBrowser.js";
import { startWebKit } from "../browsers/webKitBrowser.js";
import { sitePages } from "../support/sitePages.js";

const browsers: [name: string, start: () => Promise<StartedBrowser>][] = [
  ["Firefox", startFirefox],
  ["WebKit", startWebKit],
];

describe.each(browsers)("in %s", (name, start) => {
  let site: HostedSite;
  beforeAll(async () => {
    site = await hostSite();
  });
  afterAll(() => site.stop());
  const open = inBrowser(name, async () => ({ ...(await start()), siteUrl: site.url }));

  test("everything is kept, and without the network pages open and a network trains", async (context) => {
    const page = await open(context, "/cargar-los-datos.html");
    await page.waitFor(press, "Guardar");
    await page.waitForText(".offline-panel", "✓ Disponible sin conexión");
    await site.stop();
    for (const path of sitePages) {
      await page.visit(`${path}.html`);
      const errors = await page.evaluate(
        () => document.querySelectorAll(".observablehq--error").length,
      );
      expect(errors, path).toBe(0);
    }
    await page.visit("/entrenar.html?epocas=1&imagenes=1000");
    await page.press(".training-panel button", "Entrenar");
    await page.waitForText(".training-status", "Entrenamiento terminado");
    expect(page.problems).toEqual([]);
  });
});

/** The button whose name begins so. Runs in the page. */
function press(start: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(".offline-panel button")];
  const button = all.find(({ textContent }) => textContent.trim().startsWith(start));
  button?.click();
  return button !== undefined;
}
