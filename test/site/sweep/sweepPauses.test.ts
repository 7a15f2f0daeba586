// A sweep that is paused at any moment, cancelled, or asked for in two tabs.
import { describe, expect } from "vitest";
import { openTab, test } from "../support/browser.js";
import { button } from "../support/button.js";
import { storeContents } from "../support/storeContents.js";
import { trainingStatus, waitForStatus } from "../support/trainingPage.js";
import { plan } from "./sweepPage.js";

describe("a sweep", () => {
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
    await button(other, "Empezar el barrido").click(); // one more is not even saved
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
      "valores-1": "0,003; 0,01",
      semillas: "1 2 3 4 5 6 7 8 9 10 11 12",
      epocas: "1",
      imagenes: "200", // most of the time is spent between two trainings
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
});
