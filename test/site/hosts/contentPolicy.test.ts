// Content security policies that a host sends with every file, and so with the workers' code too, whom the policy that
// stands in the pages does not reach: the same one, and those of hosts that allow less.
import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { settle, test } from "../support/browser.js";
import { button } from "../support/button.js";
import { cell, edit, error, layerTable, run, withFilters } from "../support/cells.js";
import { preparePages } from "../support/cellsSettled.js";
import { beginTraining, waitForStatus } from "../support/trainingPage.js";
import { contentPolicy, inlineScripts } from "../../../scripts/site/contentPolicy.js";
import { type ServedSite, serveSite } from "../../../scripts/site/serveSite.js";

const LIMIT_MS = 60_000;
let host: ServedSite;
let policy = "";
beforeAll(async () => {
  host = await serveSite("dist", { base: "/aula/" });
  host.server.prependListener("request", (_, response) => {
    response.setHeader("Content-Security-Policy", policy);
  });
});
afterAll(() => {
  host.server.close();
  host.server.closeAllConnections();
});

interface Visitor {
  profile: BrowserContext;
  page: Page;
  /** What the console says. */
  said: string[];
}

async function visitor(open: () => Promise<BrowserContext>): Promise<Visitor> {
  const profile = await open();
  await preparePages(profile);
  const page = await profile.newPage();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", ({ message }) => said.push(message));
  return { profile, page, said };
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(host.url + path);
  await settle(page);
}

/** What is folded up can be neither seen nor set. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}

/** The pages' own policy, as a header. */
function fullPolicy(): string {
  return contentPolicy(inlineScripts(readFileSync("dist/entrenar.html", "utf8")));
}

describe("a host that sends the pages' policy with every file", () => {
  test("sees every worker at work, and no violation", async ({ browser }) => {
    policy = fullPolicy();
    const { profile, page, said } = await visitor(() => browser.newContext({ locale: "es-ES" }));
    await visit(page, "entrenar.html");
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await unfold(page);
    await page.getByLabel("Hilos del motor propio").selectOption("2");
    await beginTraining(page, { epochs: 1, trainImages: 1000 });
    await waitForStatus(page, "con motor propio (2 hilos).");
    await page.getByLabel("Comparar motores").selectOption("wasm");
    await beginTraining(page, { epochs: 1, trainImages: 200 });
    await waitForStatus(page, "con tfjs (wasm)");

    await visit(page, "por-dentro.html");
    await page
      .locator(".epoch-slider output")
      .getByText(/Época \d/)
      .waitFor();
    await visit(page, "mapa-de-prendas.html");
    await button(page, "Calcular UMAP aquí").click();
    const panel = page.getByRole("group", { name: "Calcular UMAP aquí" });
    await panel.getByText("Buscando las vecinas de cada imagen…").waitFor({ timeout: LIMIT_MS });
    expect(said).toEqual([]);
    await profile.close();
  });

  test("lets a cell be changed, and keeps eval shut in it", async ({ browser }) => {
    policy = fullPolicy();
    const { profile, page, said } = await visitor(() => browser.newContext({ locale: "es-ES" }));
    await visit(page, "definir-la-red.html");
    const network = await edit(page, "network", withFilters(16));
    await run(network);
    await layerTable(page).getByText("26 × 26 × 16").waitFor();
    expect(said).toEqual([]);
    const off = await edit(page, "apagado", (source) => `${source}\neval("1 + 1")`);
    await run(off);
    await error(off).getByText("Un texto no se convierte en código").waitFor();
    await profile.close();
  });
});

describe("a host that allows no code but its files", () => {
  test("has pages that are read and train, and a button that says why cells do not change", async ({
    browser,
  }) => {
    policy = "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'";
    const { profile, page, said } = await visitor(() => browser.newContext({ locale: "es-ES" }));
    await visit(page, "entrenar.html");
    await beginTraining(page, { epochs: 1, trainImages: 1000 });
    await waitForStatus(page, "con motor propio");
    await visit(page, "definir-la-red.html");
    expect(said.filter((text) => !text.includes("inline script"))).toEqual([]);

    await cell(page, "network").getByRole("button", { name: "Editar" }).click();
    const note = cell(page, "network").getByRole("alert");
    await note.getByText("Este sitio no deja cambiar las celdas").waitFor();
    expect(await page.locator(".notebook-bar, .cm-editor").count()).toBe(0);
    await layerTable(page).getByText("26 × 26 × 10").waitFor();
    await profile.close();
  });

  test("trains with TensorFlow.js where WebAssembly is not allowed either", async ({ browser }) => {
    policy = "script-src 'self'";
    const { profile, page } = await visitor(() => browser.newContext({ locale: "es-ES" }));
    await visit(page, "entrenar.html");
    await beginTraining(page, { epochs: 1, trainImages: 200 });
    await page.getByText("La política de seguridad con que se publica este sitio").waitFor();
    await waitForStatus(page, /con tfjs \((?:cpu|webgl)\)/);
    await profile.close();
  });

  test("keeps what was changed before, and says so", async ({ browser }) => {
    policy = fullPolicy();
    const { profile, page } = await visitor(() => browser.newContext({ locale: "es-ES" }));
    await visit(page, "definir-la-red.html");
    await run(await edit(page, "network", withFilters(16)));
    await layerTable(page).getByText("26 × 26 × 16").waitFor();
    policy = "script-src 'self' 'wasm-unsafe-eval'";
    await visit(page, "definir-la-red.html");
    await page.getByRole("alert").getByText("Este sitio no deja cambiar las celdas").waitFor();
    await layerTable(page).getByText("26 × 26 × 10").waitFor();
    policy = fullPolicy();
    await visit(page, "definir-la-red.html");
    await layerTable(page).getByText("26 × 26 × 16").waitFor();
    await profile.close();
  });
});
