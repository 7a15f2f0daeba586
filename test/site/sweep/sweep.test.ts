// A sweep from end to end: planned, trained run by run, interrupted by a reload, and read.
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { reload, test } from "../support/browser.js";
import { button } from "../support/button.js";
import { expectFits } from "../support/expectFits.js";
import { storeContents } from "../support/storeContents.js";
import { setVisibility, wouldAsk } from "../support/tabPresence.js";
import { trainingStatus, waitForStatus } from "../support/trainingPage.js";
import { plan, shortSweep } from "./sweepPage.js";

/** What must be the same however often the sweep was interrupted. */
async function results(page: Page) {
  const { runs } = await page.evaluate(storeContents);
  return runs
    .map(({ learningRate, batchSize, seed, weights, status: end, savedEpochs }) => ({
      recipe: `${learningRate} ${batchSize} ${seed}`,
      weights,
      end,
      savedEpochs,
    }))
    .sort((a, b) => a.recipe.localeCompare(b.recipe));
}

describe("a sweep", () => {
  test("of 2 × 2 × 2 seeds survives a reload in the middle, and gives the same to the bit", async ({
    open,
  }) => {
    const { page, problems } = await open("/barrido");
    await plan(page, shortSweep);
    await page.getByText("2 × 2 valores × 2 semillas = 8 entrenamientos").waitFor();
    await button(page, "Empezar el barrido").click();
    await waitForStatus(page, /Entrenamiento [2-7] de 8 · queda/);
    await reload(page);
    await page.getByText(/Tienes un barrido a medias: [1-7] de 8/).waitFor();
    const before = await page.evaluate(storeContents);
    expect(before.runs.length).toBeLessThan(8);
    await button(page, "Seguir con el barrido").click();
    await waitForStatus(page, "Barrido terminado: 8 entrenamientos");
    const { runs, sweeps } = await page.evaluate(storeContents);
    expect(sweeps.map((sweep) => sweep.status)).toEqual(["finished"]);
    expect(runs.map(({ id }) => id).sort()).toEqual([...sweeps[0]!.runIds].sort());
    expect(new Set(runs.map(({ sweepId }) => sweepId)).size).toBe(1);
    const interrupted = await results(page);
    expect(interrupted.every(({ end }) => end === "finished")).toBe(true);

    const chart = page.locator(".plot-with-data svg[role=img]");
    await expect.poll(() => chart.textContent()).toMatch(/± \d,\d \(2 semillas\)/);
    expect(await page.locator("main").textContent()).toMatch(
      /La mejor media es la de .* puntos de diferencia/,
    );
    await expectFits(page);
    expect(problems).toEqual([]);

    const { page: other } = await open("/barrido"); // the same, in one go
    await plan(other, shortSweep);
    await button(other, "Empezar el barrido").click();
    await waitForStatus(other, "Barrido terminado");
    expect(await results(other)).toEqual(interrupted);
  });

  test("shows in the title how far it is, and makes the browser ask before steps are lost", async ({
    open,
  }) => {
    const { page, problems } = await open("/barrido");
    const title = await page.title();
    await page.selectOption("#barrido-hiperparametro-2", "");
    await plan(page, { "valores-1": "0,003; 0,01", semillas: "1", epocas: "5", imagenes: "6000" });
    expect(await page.evaluate(wouldAsk)).toBe(false);
    await button(page, "Empezar el barrido").click();
    await page.waitForFunction(wouldAsk);
    expect(await page.title()).toMatch(/^\d+\u00a0% · Barrido/);
    await button(page, "Pausa").click();
    await trainingStatus(page, "En pausa.").waitFor();
    expect(await page.evaluate(wouldAsk)).toBe(false);
    await page.evaluate(setVisibility, "hidden" as const);
    await button(page, "Continuar").click();
    await waitForStatus(page, "Barrido terminado");
    expect(await page.title()).toBe(`Terminado · ${title}`);
    await page.evaluate(setVisibility, "visible" as const);
    expect(await page.title()).toBe(title);
    expect(problems).toEqual([]);
  });
});
