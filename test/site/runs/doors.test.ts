// What comes from outside and is not as it should be: damaged rows in the reader's store, files of runs that do
// not fit, a store that does not answer.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { formerBytes, formerStore } from "../../fixtures/formerData.js";
import { damages, recordDamages, type StoredRun } from "../../lib/run/damages.js";
import { test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { download } from "../support/download.js";
import { leaveSite } from "../support/experimentsPage.js";
import { storeContents } from "../support/storeContents.js";
import { beginTraining, trainingStatus } from "../support/trainingPage.js";
import { type StoreRows, writeRows } from "../support/writeRows.js";
import { decodeRunFile, encodeRunFile } from "../../../src/lib/files/runFile.js";

const former = formerStore("store.json.gz");
const [, sound] = former.runs as StoredRun["run"][];

/** The sound run under another id and name, with all its parts. */
function copyOf(id: string, values: object = {}): StoredRun {
  const details = (former.details as StoredRun["details"][]).find((row) => row.id === sound!.id)!;
  const epoch = (former.epochs as StoredRun["epoch"][]).find((row) => row.runId === sound!.id)!;
  return structuredClone({
    run: { ...sound!, id, name: id, savedEpochs: [epoch.epoch], ...values },
    details: { ...details, id },
    epoch: { ...epoch, runId: id },
  });
}

const rowsOf = (all: readonly StoredRun[]): StoreRows => ({
  runs: all.map(({ run }) => run),
  details: all.map(({ details }) => details),
  epochs: all.map(({ epoch }) => epoch),
});

const damagedItems = (page: Page) => page.locator(".damaged-runs li");

describe("what is not as it should be", () => {
  test("hides no sound run where it is damaged: it is set apart, named, exported, gone back from, deleted", async ({
    open,
  }) => {
    const { page, problems } = await open("/experimentos");
    await leaveSite(page);
    const damaged = damages.map(({ damage, what }) => {
      // the latest are opened and compared at once; the one that is asked for below is the oldest
      const hour = what === "no weights" ? -3_600_000 : 0;
      const stored = copyOf(what, { updatedAt: Date.now() + hour });
      damage(stored);
      return stored;
    });
    await writeRows(page, { ...rowsOf([...damaged, copyOf("la buena")]), sweeps: [{ id: "s1" }] });
    for (const path of ["/barrido", "/entrenar", "/evaluar", "/experimentos"]) {
      await visit(page, path);
      expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
    }
    await button(page, "la buena").waitFor();
    const texts = (await damagedItems(page).allTextContents()).join("\n");
    for (const { what } of recordDamages.filter((one) => one.what !== "a number for a name")) {
      expect(texts).toContain(`${what}: `);
    }
    expect(texts).toContain("barrido s1: falta «createdAt».");

    await button(page, "no weights").click(); // its record alone is whole
    const item = damagedItems(page).filter({ hasText: "no weights:" });
    await item
      .getByText("«checkpoint.weights» debería ser la lista de los pesos de la red")
      .waitFor();
    const raw = readFileSync(await download(button(item, "Descargar tal cual")), "utf8");
    expect(JSON.parse(raw)).toMatchObject({
      run: { id: "no weights" },
      details: { id: "no weights" },
    });
    await item.getByRole("button", { name: "Volver a su época" }).click();
    await page.getByText("Hay un entrenamiento nuevo, en pausa").waitFor();
    const before = await damagedItems(page).count();
    await item.getByRole("button", { name: "Borrar para siempre" }).click();
    await page.getByText("Borrado para siempre: «no weights».").waitFor();
    await expect.poll(() => damagedItems(page).count()).toBe(before - 1);
    expect(problems).toEqual([]);
  });

  test("takes away nothing of the reader's where a file does not fit, and stands for no run of theirs", async ({
    open,
  }) => {
    const { page, problems } = await open("/experimentos");
    const own = Array.from({ length: 98 }, (_, i) => copyOf(`mía ${i}`, { updatedAt: 1e12 + i }));
    await writeRows(page, rowsOf(own));
    await visit(page, "/experimentos");
    const [theirs] = await decodeRunFile(formerBytes("runs.corridas.gz"));
    const future = Date.now() + 1e10;
    const file = ["ajena 1", "ajena 2", "ajena 3", "ajena 4"].map((id) => ({
      ...theirs!,
      run: { ...theirs!.run, id, name: id, updatedAt: future },
    }));
    const buffer = Buffer.from(await encodeRunFile(file));
    await page
      .locator("#archivo-entrenamientos")
      .setInputFiles({ name: "a.gz", mimeType: "application/gzip", buffer });
    await page.getByText("Importados: «ajena 1» y «ajena 2».").waitFor();
    await page.getByRole("alert").getByText("guarda 100 entrenamientos como mucho").waitFor();
    await page.getByRole("alert").getByText("No se han importado «ajena 3» y «ajena 4»").waitFor();
    const { runs } = await page.evaluate(storeContents);
    expect(runs).toHaveLength(100);
    expect(runs.filter(({ id }) => id.startsWith("mía"))).toHaveLength(98);
    await visit(page, "/evaluar");
    expect(await page.locator(".run-note").textContent()).toContain("«mía 97»");
    expect(problems).toEqual([]);
  });

  test("holds no training where the store does not answer: the reader is told", async ({
    open,
  }) => {
    const { page, problems } = await open("/experimentos");
    const other = await page.context().newPage();
    await leaveSite(other);
    await other.evaluate(async () => {
      const [found] = await indexedDB.databases();
      const opening = indexedDB.open(found!.name!);
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      const stores = [...opening.result.objectStoreNames];
      const held = opening.result.transaction(stores, "readwrite").objectStore("runs");
      const goOn = () => {
        held.count().onsuccess = goOn; // a transaction lasts as long as it is asked
      };
      goOn();
    });
    await visit(page, "/entrenar");
    await beginTraining(page, { epochs: 1, trainImages: 200 });
    const told = page.getByText("El navegador no responde al guardar o leer");
    await told.first().waitFor();
    await trainingStatus(page, "Entrenamiento terminado").waitFor();
    await button(page, "Descargar este entrenamiento").waitFor();
    await other.close();
    expect(problems).toEqual([]);
  });
});
