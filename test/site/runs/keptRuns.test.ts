// The runs of a reader, kept: with two tabs, a tab that is closed, a full disk, an older store and a newer one.
import { describe, expect } from "vitest";
import { openTab, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { leaveSite, names, rows, train } from "../support/experimentsPage.js";
import { storeContents } from "../support/storeContents.js";
import { beginTraining, currentEpoch, trainingStatus } from "../support/trainingPage.js";
import { makeOlderStore } from "./olderStore.js";

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
    const { runs } = await page.evaluate(storeContents);
    expect(runs.map(({ savedEpochs }) => savedEpochs.length).sort()).toEqual([6, 8]);
    for (const run of runs) expect(run.epochsWithWeights).toEqual(run.savedEpochs);

    await beginTraining(page, { epochs: 500 });
    await trainingStatus(page, /Época ([2-9]|\d\d+) de 500/).waitFor();
    await button(page, "Pausa").click();
    await trainingStatus(page, "En pausa.").waitFor();
    await visit(other, "/entrenar");
    await button(other, "Seguir donde estaba").click();
    await other.getByRole("alert").getByText("está en marcha en otra pestaña").waitFor();
    expect(problems).toEqual([]);
  });

  test("by a tab that is closed while it saves", async ({ open }) => {
    const { page } = await open("/experimentos");
    for (let round = 0; round < 3; round++) {
      const tab = await openTab(page, "/entrenar");
      await beginTraining(tab, { epochs: 500, trainImages: 100 });
      await trainingStatus(tab, /Época \d\d+ de 500/).waitFor();
      await tab.close();
    }
    const { runs } = await page.evaluate(storeContents);
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
    await rows(page).getByText("fijado").waitFor();
    const [before] = (await page.evaluate(storeContents)).runs;
    const session = await page.context().newCDPSession(page);
    const { origin } = new URL(page.url());
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
    await visit(page, "/entrenar");
    await beginTraining(page, { epochs: 500, trainImages: 500 });
    const alert = page.locator(".training-panel [role=alert]").getByText(/sitio/);
    await alert.waitFor({ timeout: 120_000 }); // the browser notices within half a minute
    const told = await currentEpoch(page);
    await expect.poll(() => currentEpoch(page), { timeout: 60_000 }).toBeGreaterThan(told);
    await leaveSite(page);
    const after = (await page.evaluate(storeContents)).runs.find(({ id }) => id === before!.id);
    expect(after).toEqual(before);
  });

  test("by a store of version 1, which becomes the present one", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    await train(page, { epochs: 1 });
    await train(page, { epochs: 2, seed: 7 });
    const before = await page.evaluate(storeContents);
    await leaveSite(page);
    expect(await page.evaluate(makeOlderStore)).toBe(2);
    await visit(page, "/experimentos");
    expect(await rows(page).count()).toBe(3);
    const after = await page.evaluate(storeContents);
    expect(after.version).toBe(2);
    const last = (epochs: number[]) => epochs.slice(-1); // an older store had the latest only
    expect(after.runs).toEqual(
      before.runs.map((run) => ({
        ...run,
        network: undefined, // an older store had the original only, and did not name it
        savedEpochs: last(run.savedEpochs),
        epochsWithWeights: last(run.epochsWithWeights),
      })),
    );
    await visit(page, "/evaluar");
    expect(await page.locator(".run-note").textContent()).toContain("semilla 7");
    expect(problems).toEqual([]);
  });

  test("by a tab of an older version that holds the store: the newer one waits, and says so", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await train(page, { epochs: 1 });
    await leaveSite(page);
    await page.evaluate(makeOlderStore);
    await page.evaluate(async () => {
      const [found] = await indexedDB.databases();
      const opening = indexedDB.open(found!.name!, 1); // and does not let go of it when it is asked to
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      Object.assign(globalThis, { held: opening.result });
    });
    const newer = await openTab(page, "/experimentos");
    await newer.getByText("otra pestaña abierta con una versión anterior").waitFor();
    expect(await names(newer)).toEqual(["el de referencia"]);
    const message = newer.getByText(/versión anterior de este cuaderno/);
    for (const path of ["/experimentos", "/barrido", "/entrenar"]) {
      await visit(newer, path); // again, while the request of the page before is still waiting
      await message.waitFor();
    }
    await button(newer, "Un paso").click(); // nothing is kept, but it trains
    await trainingStatus(newer, "En pausa.").waitFor();
    await visit(newer, "/evaluar");
    expect(await newer.locator(".run-note").textContent()).toContain("precalculado");
    await page.close();
    await visit(newer, "/experimentos");
    expect(await message.count()).toBe(0);
    expect(await rows(newer).count()).toBe(2);
    expect((await newer.evaluate(storeContents)).version).toBe(2);
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
    expect(await names(page)).toEqual(["el de referencia"]);
    const versions = await page.evaluate(async () =>
      (await indexedDB.databases()).map((one) => one.version),
    );
    expect(versions).toEqual([99]);
  });

  test("by a tab of an older version: the newer one waits, or gets the store and the older says so", async ({
    open,
  }) => {
    const { page } = await open("/experimentos");
    const older = await openTab(page, "/entrenar");
    await leaveSite(page);
    await page.evaluate(async () => {
      const [found] = await indexedDB.databases();
      await new Promise((resolve) => {
        indexedDB.open(found!.name!, 99).onsuccess = resolve; // the older tab has let go of it
      });
    });
    await beginTraining(older, { epochs: 1, trainImages: 500 });
    await older.locator(".training-panel [role=alert]").getByText("versión más nueva").waitFor();
    await trainingStatus(older, "Entrenamiento terminado").waitFor();
  });

  test("by a run deleted in another tab while it is trained: its own tab says so", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await beginTraining(page, { epochs: 500, trainImages: 1000 });
    await trainingStatus(page, /Época ([2-9]|\d\d+) de 500/).waitFor();
    await button(page, "Pausa").click();
    await trainingStatus(page, "En pausa.").waitFor();
    const other = await openTab(page, "/experimentos");
    const [name] = await names(other);
    await button(other, "Borrar").click();
    const note = page.getByRole("status").getByText(`Has borrado este entrenamiento, «${name}»`);
    await note.waitFor();
    await button(page, "Continuar").click(); // and it is still told
    await trainingStatus(page, /Época \d+ de 500/).waitFor();
    await button(page, "Detener").click();
    await trainingStatus(page, "detenido").waitFor();
    expect(await note.count()).toBe(1);
    expect(await rows(other).count()).toBe(1);
    await button(page, "Recuperarlo").press("Enter");
    await page.getByText(`«${name}» vuelve a estar entre tus entrenamientos`).waitFor();
    await expect.poll(() => rows(other).count()).toBe(2);
    const [run] = (await page.evaluate(storeContents)).runs;
    expect(run!.epochsWithWeights).toEqual(run!.savedEpochs);

    await button(other, name!).click();
    await button(other, "Borrar").click(); // the unfinished run that the page offers
    await note.waitFor();
    await button(other, "Deshacer").click();
    await note.waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });

  test("by a run that was deleted long ago: its undoing is not offered once it is purged", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await train(page, { epochs: 1 });
    await visit(page, "/experimentos");
    await button(page, "Borrar").click();
    await page.getByText("Has borrado").waitFor();
    await leaveSite(page);
    await page.evaluate(async () => {
      const [found] = await indexedDB.databases();
      const result = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => {
          request.onsuccess = () => {
            resolve(request.result);
          };
        });
      const database = await result(indexedDB.open(found!.name!));
      const runs = database.transaction("runs", "readwrite").objectStore("runs");
      const [run] = (await result(runs.getAll())) as { deletedAt: number; updatedAt: number }[];
      const [deletedAt, updatedAt] = [run!.deletedAt, run!.updatedAt].map((at) => at - 3_600_000);
      await result(runs.put({ ...run, deletedAt, updatedAt }));
      database.close();
    });
    await visit(page, "/experimentos");
    expect(await page.getByText("Has borrado").count()).toBe(0);
    expect((await page.evaluate(storeContents)).runs).toEqual([]);
    expect(problems).toEqual([]);
  });
});
