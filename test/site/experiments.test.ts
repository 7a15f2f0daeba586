// The runs of a reader, kept and compared: sorted, renamed, pinned, deleted and brought back, taken to
// another browser; with two tabs, a full disk, an older store and a newer one.
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { axeViolations } from "./axeViolations.js";
import { settle, siteUrl, test } from "./browser.js";
import { keptStore } from "./keptStore.js";
import { makeOlderStore } from "./olderStore.js";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(siteUrl(path));
  await settle(page);
}

async function train(page: Page, values: Record<string, number>): Promise<void> {
  await visit(page, "/entrenar");
  for (const [name, value] of Object.entries({ epochs: 2, trainImages: 1000, ...values })) {
    await page.fill(`#hiperparametro-${name}`, String(value));
  }
  await button(page, "Entrenar").click();
  const status = page.locator(".training-status");
  await status.filter({ hasText: "Entrenamiento terminado" }).waitFor({ timeout: 120_000 });
}

/** To an empty page of the same origin, so that the site has its store no longer open. */
async function leaveSite(page: Page): Promise<void> {
  const address = siteUrl("/empty");
  await page.route(address, (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await page.goto(address);
}

const rows = (page: Page) => page.locator(".run-table tbody tr");
const names = (page: Page) => page.locator(".run-name").allInnerTexts();
const card = (page: Page) => page.locator(".run-card");

async function rename(page: Page, name: string): Promise<void> {
  await card(page).getByLabel("Nombre").fill(name);
  await button(page, "Cambiar el nombre").click();
  await page.getByRole("heading", { name }).waitFor();
}

/** Saves what the button downloads. */
async function download(page: Page, name: string): Promise<string> {
  const downloading = page.waitForEvent("download");
  await button(page, name).click();
  const file = await downloading;
  const path = join(tmpdir(), `experiments-${process.pid}-${file.suggestedFilename()}`);
  await file.saveAs(path);
  return path;
}

describe("the page of experiments", () => {
  test("compares two runs, renames, pins, deletes and brings back, exports and imports", async ({
    open,
  }) => {
    const { page, problems } = await open("/experimentos");
    expect(await names(page)).toEqual(["la de referencia"]);
    await train(page, { learningRate: 0.01 });
    await train(page, { learningRate: 0.02, batchSize: 10 });
    await visit(page, "/experimentos");
    expect(await rows(page).count()).toBe(3);
    expect((await names(page))[0]).toMatch(/^\p{L}+ \p{L}+$/u);

    await rename(page, "lote pequeño");
    await rows(page).nth(1).locator("input[type=radio]").check(); // the first run as the base
    await rows(page)
      .first()
      .getByText("tamaño de lote 20 → 10; tasa de aprendizaje 0,01 → 0,02")
      .waitFor();

    await button(page, "Corrida").click();
    expect(await names(page)).toEqual((await names(page)).sort((a, b) => a.localeCompare(b, "es")));
    const header = page.locator(".run-table th[aria-sort=ascending]");
    expect(await header.textContent()).toContain("Corrida");
    await button(page, "Exactitud").press("Enter"); // by keyboard, the focus stays
    expect((await names(page))[0]).toBe("la de referencia");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Exactitud");

    const charts = page.locator(".plot-with-data svg[role=img]");
    expect(await charts.first().textContent()).toContain("lote pequeño");
    expect(await charts.nth(1).getAttribute("aria-label")).toMatch(/lote pequeño, \d+,\d %/);
    expect(await page.locator(".class-comparison thead").textContent()).toContain("lote pequeño");

    await button(page, "lote pequeño").click();
    await page.getByLabel("Fijar").check();
    await rows(page).getByText("fijada").waitFor();
    const file = await download(page, "Exportar");
    const csv = readFileSync(await download(page, "Historia (CSV)"), "utf8");
    expect(csv).toMatch(/^corrida,epoca,.*\nlote pequeño,1,.*\nlote pequeño,2,[\d.,]+\n$/);

    await button(page, "Borrar").click();
    await page.getByText("Has borrado «lote pequeño»").waitFor();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.reload(); // and it can still come back
    await settle(page);
    await button(page, "Deshacer").click();
    await expect.poll(() => rows(page).count()).toBe(3);

    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForTimeout(250);
      expect.soft(await axeViolations(page)).toEqual([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(wider).toBe(0);
    }

    const { page: other, problems: otherProblems } = await open("/experimentos");
    const input = other.locator("#archivo-corridas");
    const half = join(tmpdir(), `experiments-${process.pid}-half`);
    writeFileSync(half, readFileSync(file).subarray(0, 5000));
    await input.setInputFiles(half);
    await other.getByRole("alert").getByText("dañado o cortado").waitFor();
    writeFileSync(half, "una foto");
    await input.setInputFiles(half);
    await other.getByRole("alert").getByText("no es de corridas").waitFor();
    expect(await rows(other).count()).toBe(1);
    await input.setInputFiles(file);
    await other.getByText("Importada: «lote pequeño»").waitFor();
    await expect.poll(() => rows(other).count()).toBe(2);
    await input.setInputFiles(file);
    await other.getByText("Ya estaba: «lote pequeño»").waitFor();
    const [imported] = (await other.evaluate(keptStore)).runs;
    const original = (await page.evaluate(keptStore)).runs.find(({ id }) => id === imported!.id)!;
    expect(imported).toEqual(original);
    expect(imported!.epochsWithWeights).toEqual([1, 2]);
    expect([...problems, ...otherProblems]).toEqual([]);
  });

  test("the run chosen there is the one of the other pages", async ({ open }) => {
    const { page, problems } = await open("/experimentos");
    await train(page, { learningRate: 0.01 });
    await visit(page, "/experimentos");
    await rename(page, "la primera");
    await train(page, { learningRate: 0.02 });
    await visit(page, "/evaluar");
    expect(await page.locator(".run-note").textContent()).not.toContain("la primera");
    await visit(page, "/experimentos");
    await button(page, "la primera").click();
    await page.getByLabel("La que miran las demás páginas").check();
    await rows(page).getByText("en las páginas").waitFor();
    for (const path of ["/evaluar", "/visualizar-el-error", "/guardar-el-modelo"]) {
      await visit(page, path);
      expect(await page.locator(".run-note").textContent()).toContain("«la primera»");
    }
    await visit(page, "/experimentos");
    await button(page, "la primera").click();
    await button(page, "Borrar").click(); // then the pages show the latest
    await page.getByText("Has borrado").waitFor();
    await visit(page, "/evaluar");
    expect(await page.locator(".run-note").textContent()).toContain("tasa 0,02");
    expect(problems).toEqual([]);
  });

  test("goes back to an epoch, and the run that goes on from there is the same to the bit", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await train(page, { epochs: 3 });
    const [whole] = (await page.evaluate(keptStore)).runs;
    await visit(page, "/experimentos");
    await page.getByLabel("Época", { exact: true }).selectOption("1");
    await button(page, "Volver a esta época").click();
    await page.getByText("en pausa al final de la época 1").waitFor();
    await visit(page, "/entrenar");
    await page.getByText("quedó en la época 2 de 3").waitFor();
    await button(page, "Seguir donde estaba").click();
    const status = page.locator(".training-status");
    await status.filter({ hasText: "Entrenamiento terminado" }).waitFor();
    const { runs } = await page.evaluate(keptStore);
    expect(runs.map(({ weights }) => weights)).toEqual([whole!.weights, whole!.weights]);
    expect(runs.find(({ id }) => id !== whole!.id)).toMatchObject({ savedEpochs: [1, 2, 3] });
    expect(problems).toEqual([]);
  });
});

describe("nothing kept is lost or mixed up", () => {
  test("by two tabs that train at once, nor by one that follows the other's run", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    const other = await page.context().newPage();
    await Promise.all([
      train(page, { epochs: 8 }),
      train(other, { epochs: 6, learningRate: 0.01 }),
    ]);
    const { runs } = await page.evaluate(keptStore);
    expect(runs.map(({ savedEpochs }) => savedEpochs.length).sort()).toEqual([6, 8]);
    for (const run of runs) expect(run.epochsWithWeights).toEqual(run.savedEpochs);

    await page.fill("#hiperparametro-epochs", "500");
    await button(page, "Entrenar").click();
    await page
      .locator(".training-status")
      .filter({ hasText: /Época [2-9] de 500/ })
      .waitFor();
    await button(page, "Pausa").click();
    await page.locator(".training-status").filter({ hasText: "En pausa." }).waitFor();
    await visit(other, "/entrenar");
    await button(other, "Seguir donde estaba").click();
    await other.getByRole("alert").getByText("se está entrenando en otra pestaña").waitFor();
    expect(problems).toEqual([]);
  });

  test("by a tab that is closed while it saves", async ({ open }) => {
    const { page } = await open("/experimentos");
    for (let round = 0; round < 3; round++) {
      const tab = await page.context().newPage();
      await visit(tab, "/entrenar");
      await tab.fill("#hiperparametro-epochs", "500");
      await tab.fill("#hiperparametro-trainImages", "100");
      await button(tab, "Entrenar").click();
      await tab
        .locator(".training-status")
        .filter({ hasText: /Época \d\d+ de 500/ })
        .waitFor();
      await tab.close();
    }
    const { runs } = await page.evaluate(keptStore);
    expect(runs).toHaveLength(3);
    for (const run of runs) {
      expect(run.detailsBatch).toBe(run.batch);
      expect(run.epochsWithWeights).toEqual(run.savedEpochs);
    }
  });

  test("by a full disk: the reader is told, and the training goes on", async ({ open }) => {
    const { page } = await open("/entrenar");
    await train(page, { epochs: 3 });
    await visit(page, "/experimentos");
    await page.getByLabel("Fijar").check();
    await rows(page).getByText("fijada").waitFor();
    const [before] = (await page.evaluate(keptStore)).runs;
    const session = await page.context().newCDPSession(page);
    const { origin } = new URL(page.url());
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
    await visit(page, "/entrenar");
    await page.fill("#hiperparametro-epochs", "500");
    await page.fill("#hiperparametro-trainImages", "500");
    await button(page, "Entrenar").click();
    const alert = page.locator(".training-panel [role=alert]").getByText(/sitio/);
    await alert.waitFor({ timeout: 120_000 }); // the browser notices within half a minute
    const epoch = async () =>
      Number(/^Época (\d+)/.exec((await page.locator(".training-status").textContent())!)?.[1]);
    const told = await epoch();
    await expect.poll(epoch, { timeout: 60_000 }).toBeGreaterThan(told);
    await leaveSite(page);
    const kept = (await page.evaluate(keptStore)).runs.find(({ id }) => id === before!.id);
    expect(kept).toEqual(before);
  });

  test("by a store of version 1, which becomes the present one", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    await train(page, { epochs: 1 });
    await train(page, { epochs: 2, seed: 7 });
    const before = await page.evaluate(keptStore);
    await leaveSite(page);
    expect(await page.evaluate(makeOlderStore)).toBe(2);
    await visit(page, "/experimentos");
    expect(await rows(page).count()).toBe(3);
    const after = await page.evaluate(keptStore);
    expect(after.version).toBe(2);
    const last = (epochs: number[]) => epochs.slice(-1); // an older store had the latest only
    expect(after.runs).toEqual(
      before.runs.map((run) => ({
        ...run,
        savedEpochs: last(run.savedEpochs),
        epochsWithWeights: last(run.epochsWithWeights),
      })),
    );
    await visit(page, "/evaluar");
    expect(await page.locator(".run-note").textContent()).toContain("semilla 7");
    expect(problems).toEqual([]);
  });

  test("by a store of a newer version: it is left alone, and the reader is told", async ({
    open,
  }) => {
    const { page } = await open("/experimentos");
    await leaveSite(page);
    await page.evaluate(async () => {
      const [found] = await indexedDB.databases();
      await new Promise((resolve) => {
        indexedDB.open(found!.name!, 99).onsuccess = resolve;
      });
    });
    await visit(page, "/experimentos");
    await page.getByText("versión más nueva del cuaderno").waitFor();
    expect(await names(page)).toEqual(["la de referencia"]);
    const versions = await page.evaluate(async () =>
      (await indexedDB.databases()).map((one) => one.version),
    );
    expect(versions).toEqual([99]);
  });

  test("by a tab of an older version: the newer one waits, or gets the store and the older says so", async ({
    open,
  }) => {
    const { page } = await open("/experimentos");
    const older = await page.context().newPage();
    await visit(older, "/entrenar");
    await leaveSite(page);
    await page.evaluate(async () => {
      const [found] = await indexedDB.databases();
      await new Promise((resolve) => {
        indexedDB.open(found!.name!, 99).onsuccess = resolve; // the older tab has let go of it
      });
    });
    await older.fill("#hiperparametro-epochs", "1");
    await older.fill("#hiperparametro-trainImages", "500");
    await button(older, "Entrenar").click();
    await older.locator(".training-panel [role=alert]").getByText("versión más nueva").waitFor();
    await older
      .locator(".training-status")
      .filter({ hasText: "Entrenamiento terminado" })
      .waitFor();
  });
});
