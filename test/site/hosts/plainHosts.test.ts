// Hosts and frames that give less than the usual: only addresses that end in .html, plain http, no origin,
// files that are missing. What works must work, and what does not must be said.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { settle, siteUrl, test, withoutServiceWorker } from "../support/browser.js";
import { preparePages } from "../support/cellsSettled.js";
import { sitePages } from "../support/sitePages.js";
import { beginTraining, waitForStatus } from "../support/trainingPage.js";
import { launchChromium } from "../../../scripts/launchChromium.js";
import { type ServedSite, serveSite } from "../../../scripts/site/serveSite.js";

async function trainShortly(page: Page): Promise<void> {
  await beginTraining(page, { epochs: 1, trainImages: 1000 });
  await waitForStatus(page, "Entrenamiento terminado");
}

describe("a host that serves only addresses that end in .html", () => {
  let host: ServedSite;
  beforeAll(async () => {
    host = await serveSite("dist", { base: "/solo/", clean: false });
  });
  afterAll(() => {
    host.server.close();
    host.server.closeAllConnections();
  });

  test("every link of the index, the search and the pager lead on", async ({ browser }) => {
    expect((await fetch(`${host.url}entrenar`)).status).toBe(404);
    const page = await browser.newPage({ serviceWorkers: "block" });
    await page.goto(host.url);
    const links = await page
      .locator("#observablehq-sidebar a[href], main a[href^='./']")
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    expect(new Set(links).size).toBeGreaterThanOrEqual(sitePages.length);
    for (const link of new Set(links)) expect((await fetch(link)).status, link).toBe(200);
    await page.getByRole("searchbox").fill("barrido");
    await page.locator("#observablehq-search-results a").first().click();
    await page.waitForURL(/\.html/);
    await page.locator("#observablehq-footer a[rel=next]").click();
    await page.waitForURL(/\.html$/);
    expect(await page.locator("h1").count()).toBe(1);
    await page.close();
  });
});

test("over plain http it trains, and what the browser forbids there is named", async () => {
  const browser = await launchChromium(inject("chromiumPath"), [
    "--host-resolver-rules=MAP aula.example 127.0.0.1",
  ]);
  const page = await browser.newPage({ serviceWorkers: "block" });
  const address = siteUrl("/entrenar").replace("127.0.0.1", "aula.example");
  await page.goto(address);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByText("esta página no llega por https").waitFor();
  await trainShortly(page);
  await page.getByText("Huella").first().waitFor();
  await browser.close();
});

describe("a frame without an origin of its own", () => {
  let framing: Server;
  let allowed: ServedSite;
  beforeAll(async () => {
    allowed = await serveSite("dist", { base: "/abierto/" });
    allowed.server.prependListener("request", (_, response) => {
      response.setHeader("Access-Control-Allow-Origin", "*"); // as GitHub Pages does
      response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    });
    framing = createServer((request, response) => {
      const address = new URL(request.url!, "http://x").searchParams.get("de")!;
      response.setHeader("Content-Type", "text/html");
      response.end(
        `<iframe sandbox="allow-scripts" width=900 height=900 src="${address}"></iframe>`,
      );
    });
    await new Promise<void>((resolve) => framing.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    for (const server of [framing, allowed.server]) {
      server.close();
      server.closeAllConnections();
    }
  });

  test.for(["modules do not load", "modules load"])(
    "says why, and what works: %s",
    async (way, { browser }) => {
      const page = await browser.newPage({ serviceWorkers: "block" });
      const site = way === "modules load" ? `${allowed.url}entrenar` : siteUrl("/entrenar");
      const { port } = framing.address() as AddressInfo;
      await page.goto(`http://127.0.0.1:${port}/?de=${encodeURIComponent(site)}`);
      const frame = page.frameLocator("iframe");
      await frame.getByText("dentro de un marco aislado de otra web").waitFor();
      if (way === "modules load") {
        await frame.getByRole("button", { name: "Entrenar", exact: true }).click();
        await frame.getByText("no deja que esta página trabaje en segundo plano").waitFor();
      }
      await page.close();
    },
  );
});

test.for(["/index", "/entrenar", "/evaluar", "/rendimiento"])(
  "%s says in Spanish that its files are missing",
  async (path, { browser }) => {
    const page = await browser.newPage({ serviceWorkers: "block" });
    await preparePages(page.context());
    await withoutServiceWorker(page.context());
    await page.route(/\/_file\/.*\.(json|safetensors)$/, (route) => route.fulfill({ status: 404 }));
    await page.goto(siteUrl(path));
    await page.getByText("No es posible cargar").first().waitFor();
    await settle(page);
    const errors = await page.locator(".observablehq--error").allTextContents();
    for (const error of errors) expect(error).toContain("No es posible cargar");
    expect(errors.filter((error) => /\w+Error:/.test(error))).toEqual([]);
    await page.close();
  },
);

test.for([
  ["without WebAssembly", "--jitless", "no tiene WebAssembly", /con tfjs \(cpu\)/],
  [
    "without its vectors",
    "--no-enable-sse4-1",
    "no tiene instrucciones vectoriales",
    /con tfjs \(wasm\)/,
  ],
] as const)("%s it trains with TensorFlow.js, and says so", async ([, flag, reason, engine]) => {
  const browser = await launchChromium(inject("chromiumPath"), [`--js-flags=${flag}`]);
  const page = await browser.newPage({ serviceWorkers: "block" });
  await page.goto(siteUrl("/entrenar"));
  await beginTraining(page, { epochs: 1, trainImages: 1000 });
  await page.locator("[role=alert]").getByText(reason).waitFor({ timeout: 60_000 });
  await page.getByText("Se entrena con TensorFlow.js").waitFor();
  await waitForStatus(page, engine);
  await browser.close();
});
