// Hosts and frames with which the notebook works all the same, and what check:host takes for broken.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished } from "vitest";
import { type Alteration, alteredHost } from "./alteredHost.js";
import { header, script, type } from "./lackingHosts.js";
import { settle, siteUrl, test } from "../support/browser.js";
import { button } from "../support/button.js";
import { preparePages } from "../support/cellsSettled.js";
import { beginTraining, waitForStatus } from "../support/trainingPage.js";
import type { Browser, Page } from "playwright-core";

async function open(browser: Browser, address: string): Promise<Page> {
  const profile = await browser.newContext({ locale: "es-ES", serviceWorkers: "block" });
  onTestFinished(() => profile.close());
  await preparePages(profile);
  const page = await profile.newPage();
  await page.goto(address);
  await settle(page);
  return page;
}

async function hostUrl(alteration: Alteration): Promise<string> {
  const { url, server } = await alteredHost(alteration);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return url;
}

/** A page of another origin, which nobody has isolated, with this address in a frame. */
async function framing(address: string): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<iframe width="1200" height="900" src="${address}"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}

test("in a frame of another site it trains, with one thread, and says why", async ({ browser }) => {
  const profile = await browser.newContext({ locale: "es-ES" });
  onTestFinished(() => profile.close());
  const page = await profile.newPage();
  await page.goto(await framing(siteUrl("/entrenar")));
  const frame = page.frameLocator("iframe");
  await frame.locator("#hiperparametro-epochs").fill("1");
  await frame.locator("#hiperparametro-trainImages").fill("1000");
  await frame.getByRole("button", { name: "Entrenar", exact: true }).click();
  await frame.getByText("con motor propio (1 hilo).").first().waitFor({ timeout: 60_000 });
  const hint = "Hay un solo hilo porque esta página está en un marco de otra web";
  expect(await frame.locator("body").textContent()).toContain(hint);
});

test("programs and data of the wrong type train in both engines", async ({ browser }) => {
  const url = await hostUrl(type(/\.(?:wasm|bin|safetensors)$/, "text/plain; charset=iso-8859-1"));
  const page = await open(browser, `${url}entrenar.html`);
  await beginTraining(page, { epochs: 1, trainImages: 1000 });
  await waitForStatus(page, "con motor propio");
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
  await page.getByLabel("Comparar motores").selectOption("wasm");
  await beginTraining(page, { epochs: 1, trainImages: 200 });
  await waitForStatus(page, "con tfjs (wasm)");
});

test("isolation without that of the workers keeps training from beginning, and the page says so", async ({
  browser,
}) => {
  const url = await hostUrl(header("Cross-Origin-Embedder-Policy", "", script));
  const page = await open(browser, `${url}entrenar.html`);
  await button(page, "Entrenar").click();
  await page
    .locator(".training-panel [role=alert]")
    .getByText("El entrenamiento no ha podido arrancar")
    .waitFor();
});
