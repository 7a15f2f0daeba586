// Runs as they are saved: by two tabs, by one that is closed, on a full disk.
import { describe, expect } from "vitest";
import { openTab, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { leaveSite, rows, train } from "../support/experimentsPage.js";
import { storeContents } from "../support/storeContents.js";
import {
  beginTraining,
  currentEpoch,
  setHyperparameters,
  trainingStatus,
} from "../support/trainingPage.js";

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
    const alert = page.locator(".training-panel [role=alert]").getByText(/sitio/);
    await visit(page, "/entrenar");
    await setHyperparameters(page, { epochs: 500, trainImages: 500 });
    await button(page, "Un paso").click();
    await trainingStatus(page, "En pausa.").waitFor();
    const isTold = async () => {
      await button(page, "Una época").click();
      await trainingStatus(page, "En pausa.").waitFor();
      return alert.isVisible();
    };
    const patience = { interval: 1000, timeout: 60_000 }; // the browser notices within half a minute
    await expect.poll(isTold, patience).toBe(true);
    await button(page, "Continuar").click();
    await trainingStatus(page, /^Época/).waitFor();
    const told = await currentEpoch(page);
    await expect.poll(() => currentEpoch(page), { timeout: 60_000 }).toBeGreaterThan(told);
    await leaveSite(page);
    const after = (await page.evaluate(storeContents)).runs.find(({ id }) => id === before!.id);
    expect(after).toEqual(before);
  });
});
