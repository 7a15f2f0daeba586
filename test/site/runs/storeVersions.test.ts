// A store that an older or a newer version of the site has made or holds.
import { describe, expect } from "vitest";
import { openTab, siteUrl, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { leaveSite, names, rows, train } from "../support/experimentsPage.js";
import { storeContents } from "../support/storeContents.js";
import { beginTraining, trainingStatus } from "../support/trainingPage.js";
import { makeOlderStore } from "./olderStore.js";

describe("nothing kept is lost or mixed up", () => {
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
    expect(after.version).toBe(4);
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
    const newer = await page.context().newPage();
    await newer.clock.install(); // the page's patience with the store need not be the test's
    const message = newer.getByText(/versión anterior de este cuaderno/);
    const isTold = async () => {
      await newer.clock.runFor(2000);
      return message.isVisible();
    };
    await newer.goto(siteUrl("/experimentos"));
    await expect.poll(isTold, { timeout: 30_000 }).toBe(true);
    expect(await names(newer)).toEqual(["el de referencia"]);
    for (const path of ["/experimentos", "/barrido", "/entrenar"]) {
      await newer.goto(siteUrl(path)); // while the request of the page before is still waiting
      await expect.poll(isTold, { timeout: 30_000 }).toBe(true);
    }
    await button(newer, "Un paso").click(); // nothing is saved, but it trains
    await trainingStatus(newer, "En pausa.").waitFor();
    await visit(newer, "/evaluar");
    expect(await newer.locator(".run-note").textContent()).toContain("precalculado");
    await page.close();
    await visit(newer, "/experimentos");
    expect(await message.count()).toBe(0);
    expect(await rows(newer).count()).toBe(2);
    expect((await newer.evaluate(storeContents)).version).toBe(4);
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
});
