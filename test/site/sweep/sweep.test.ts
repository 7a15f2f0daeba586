// A sweep of the reader's: planned, trained run by run, interrupted by a reload, and read.
import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { openTab, reload, test } from "../support/browser.js";
import { button } from "../support/button.js";
import { expectFits } from "../support/expectFits.js";
import { card } from "../support/experimentsPage.js";
import { storeContents } from "../support/storeContents.js";
import { setVisibility, wouldAsk } from "../support/tabPresence.js";
import { trainingStatus, waitForStatus } from "../support/trainingPage.js";

async function plan(page: Page, values: Record<string, string>): Promise<void> {
  for (const [id, value] of Object.entries(values)) await page.fill(`#barrido-${id}`, value);
}

/** 2 × 2 × 2 seeds. */
const short = {
  ...{ "valores-1": "0,003; 0,01", "valores-2": "20; 50" },
  ...{ semillas: "1; 2", epocas: "1", imagenes: "2000" },
};

/** What must be the same however often the sweep was interrupted. */
async function results(page: Page) {
  const { runs } = await page.evaluate(storeContents);
  return runs
    .map(({ learningRate, batchSize, seed, weights, status: end, savedEpochs }) => ({
      ...{ recipe: `${learningRate} ${batchSize} ${seed}`, weights, end, savedEpochs },
    }))
    .sort((a, b) => a.recipe.localeCompare(b.recipe));
}

describe("a sweep", () => {
  test("of 2 × 2 × 2 seeds survives a reload in the middle, and gives the same to the bit", async ({
    open,
  }) => {
    const { page, problems } = await open("/barrido");
    await plan(page, short);
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
    await plan(other, short);
    await button(other, "Empezar el barrido").click();
    await waitForStatus(other, "Barrido terminado");
    expect(await results(other)).toEqual(interrupted);
  });

  test("does not count the runs that are deleted, and goes on with them", async ({ open }) => {
    const { page, problems } = await open("/barrido");
    await page.selectOption("#barrido-hiperparametro-2", "");
    await plan(page, {
      ...{ "valores-1": "0,003; 0,01", semillas: "1; 2", epocas: "20", imagenes: "2000" },
    });
    await button(page, "Empezar el barrido").click();
    await waitForStatus(page, /Entrenamiento [23] de 4 · queda/);
    await button(page, "Pausa").click();
    await trainingStatus(page, "En pausa.").waitFor();
    const other = await openTab(page, "/experimentos");
    const remove = async (run: Locator) => {
      const name = await run.innerText();
      await run.click();
      await card(other).getByRole("heading", { name }).waitFor();
      await button(other, "Borrar").click();
      await other.getByText(`Has borrado «${name}»`).waitFor();
    };
    const runs = other.locator(".run-name"); // the latest first, the reference run at the end
    const visible = (await runs.count()) - 1;
    await remove(runs.nth(visible - 1));
    await remove(runs.first());

    const note = page.getByRole("status").getByText("Has borrado este entrenamiento"); // the one under way
    await note.waitFor();
    await button(page, "Recuperarlo").click();
    await page.getByText("vuelve a estar entre tus entrenamientos").waitFor();
    await expect.poll(() => runs.count()).toBe(visible);
    await reload(page);
    await page
      .getByText(/[01] de 4 entrenamientos hechos y 1 borrado\. Sigue justo donde/)
      .waitFor();
    await button(page, "Seguir con el barrido").click();
    await waitForStatus(page, "Entrenamiento 4 de 4 · queda");
    await button(page, "Pausa").click();
    await trainingStatus(page, "En pausa.").waitFor();
    await expect.poll(() => runs.count()).toBe(5); // what was deleted is back
    await remove(runs.nth(3));
    await button(page, "Continuar").click();
    await waitForStatus(page, "Barrido terminado: 3 de 4 entrenamientos; has borrado 1");
    await button(other, "Deshacer").click();
    await expect.poll(() => runs.count()).toBe(5);
    const { runs: all } = await page.evaluate(storeContents);
    expect(all.map((run) => run.status)).toEqual(Array(4).fill("finished"));
    expect(problems).toEqual([]);
  });

  test("can be paused and cancelled, and only one tab conducts it", async ({ open }) => {
    const { page, problems } = await open("/barrido");
    await page.selectOption("#barrido-hiperparametro-2", "");
    await plan(page, {
      "valores-1": "0,001; 0,01",
      semillas: "1; 2",
      epocas: "100",
      imagenes: "2000",
    });
    await button(page, "Empezar el barrido").press("Enter"); // by keyboard
    await waitForStatus(page, "Entrenamiento 1 de 4 · queda");
    await button(page, "Pausa").press("Enter");
    await trainingStatus(page, "En pausa.").waitFor();
    const other = await openTab(page, "/barrido");
    const busy = other.getByText("Otra pestaña está haciendo un barrido");
    await button(other, "Seguir con el barrido").click();
    await busy.waitFor();
    await button(other, "Empezar el barrido").click(); // one more is not even kept
    await busy.waitFor({ state: "detached" });
    await busy.waitFor();
    await button(other, "Dejarlo así").click();
    await busy.waitFor();
    const during = await page.evaluate(storeContents);
    expect(during.sweeps.map((sweep) => sweep.status)).toEqual(["paused"]);
    await button(page, "Continuar").press("Enter");
    await trainingStatus(page, "Entrenamiento 1 de 4 · queda").waitFor();
    await button(page, "Cancelar el barrido").press("Enter");
    await trainingStatus(page, "Barrido cancelado").waitFor();
    const { runs, sweeps } = await page.evaluate(storeContents);
    expect(sweeps[0]!.status).toBe("cancelled");
    expect(runs.map((run) => run.status)).toEqual(["stopped"]);
    await button(other, "Seguir con el barrido").waitFor({ state: "detached" }); // it has ended
    expect(problems).toEqual([]);
  });

  test("is paused at whatever moment that is asked for", async ({ open }) => {
    const { page, problems } = await open("/barrido");
    await page.selectOption("#barrido-hiperparametro-2", "");
    await plan(page, {
      ...{ "valores-1": "0,003; 0,01", semillas: "1 2 3 4 5 6 7 8 9 10 11 12" },
      ...{ epocas: "1", imagenes: "200" }, // most of the time is spent between two trainings
    });
    await button(page, "Empezar el barrido").click();
    for (let i = 0; i < 6; i++) {
      await button(page, "Pausa").click({ timeout: 120_000 });
      await trainingStatus(page, "En pausa. Entrenamiento").waitFor({ timeout: 20_000 });
      expect((await page.evaluate(storeContents)).sweeps[0]!.status).toBe("paused");
      await button(page, "Continuar").click();
      await trainingStatus(page, "queda:").waitFor({ timeout: 20_000 });
    }
    await waitForStatus(page, "Barrido terminado: 24 entrenamientos.");
    expect(problems).toEqual([]);
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

  test("with an absurd plan does not begin, and says what is wrong", async ({ open }) => {
    const { page, problems } = await open("/barrido");
    await plan(page, { "valores-1": "0,001; -3; hola" });
    await page.getByText("Tasa de aprendizaje: hace falta un número").first().waitFor();
    await button(page, "Empezar el barrido").click();
    await page.getByText("Corrige antes el plan").waitFor();
    expect((await page.evaluate(storeContents)).sweeps).toEqual([]);

    await plan(page, { ...short, epocas: "2 3" });
    const note = page.locator(".sweep-note");
    await note.getByText("Épocas de cada entrenamiento: hace falta un solo número").waitFor();
    await button(page, "Empezar el barrido").click();
    await plan(page, { epocas: "2", imagenes: "2000; 6000" });
    await note.getByText("Imágenes de cada entrenamiento: hace falta un solo número").waitFor();
    await button(page, "Empezar el barrido").click();
    expect((await page.evaluate(storeContents)).sweeps).toEqual([]);
    await page.selectOption("#barrido-hiperparametro-2", "trainImages"); // then it is not asked for
    await note.getByText("= 8 entrenamientos").waitFor();
    expect(problems).toEqual([]);
  });

  test("that is planned and not begun is still planned after a reload", async ({ open }) => {
    const { page, problems } = await open("/barrido");
    const fields = () =>
      page
        .locator(".sweep-form :is(input, select)")
        .evaluateAll((all) =>
          all.map((field) => (field as HTMLInputElement | HTMLSelectElement).value),
        );
    const notes = () => page.locator(".sweep-note").textContent();
    const first = [await fields(), await notes()];
    await page.selectOption("#red", "densa");
    await page.selectOption("#barrido-hiperparametro-1", "dropoutRate");
    await page.selectOption("#barrido-hiperparametro-2", "");
    await plan(page, { "valores-1": "0,2; 0,5; x", semillas: "3; 4" });
    const before = [await fields(), await notes()];
    expect(before).not.toEqual(first);
    await reload(page);
    expect([await fields(), await notes()]).toEqual(before);
    const second = page.locator("#barrido-valores-2");
    expect(await second.isVisible()).toBe(false);

    await button(page, "Volver al plan del principio").press("Enter");
    expect([await fields(), await notes()]).toEqual(first);
    expect(await second.isVisible()).toBe(true);
    await reload(page);
    expect([await fields(), await notes()]).toEqual(first);
    expect(problems).toEqual([]);
  });

  test("of one of the offered networks trains it with each rate of dropout", async ({ open }) => {
    const { page, problems } = await open("/barrido");
    await page.selectOption("#red", "densa");
    await page.selectOption("#barrido-hiperparametro-1", "dropoutRate");
    await page.selectOption("#barrido-hiperparametro-2", "");
    await plan(page, {
      ...{ "valores-1": "0,2; 0,5", semillas: "3", epocas: "1", imagenes: "2000" },
    });
    await button(page, "Empezar el barrido").click();
    await waitForStatus(page, "Barrido terminado: 2 entrenamientos");
    const { runs } = await page.evaluate(storeContents);
    expect(runs.map(({ network }) => network)).toEqual(["densa", "densa"]);
    expect(runs.map(({ layerDropout }) => layerDropout).sort()).toEqual([0.2, 0.5]);
    expect(new Set(runs.map(({ weights }) => weights)).size).toBe(2);
    expect(problems).toEqual([]);
  });

  test("says whose network it trains, and has no rate of dropout with the reader's", async ({
    open,
  }) => {
    const { page, problems } = await open("/barrido");
    await page.getByText("aquí podrás elegir también la tuya").waitFor();
    expect(await page.getByLabel("Red", { exact: true }).inputValue()).toBe("original");
    await page.evaluate(() => {
      localStorage.setItem("red-convolucional /cuaderno/red/ red", "{}");
    });
    await reload(page);
    const network = page.getByLabel("Red", { exact: true });
    const dropout = page.locator("#barrido-hiperparametro-1 option[value=dropoutRate]");
    expect(await network.inputValue()).toBe("tuya");
    expect(await dropout.getAttribute("disabled")).not.toBeNull();
    await network.selectOption("original");
    expect(await dropout.getAttribute("disabled")).toBeNull();
    await reload(page);
    expect(await network.inputValue()).toBe("original");
    await page.evaluate(() => {
      localStorage.setItem("red-convolucional /cuaderno/red/ red", '{"another": 1}');
    });
    await reload(page);
    expect(await network.inputValue()).toBe("tuya");
    expect(problems).toEqual([]);
  });
});
