// Runs of a sweep that the reader deletes, before its end and after it.
import type { Locator } from "playwright-core";
import { describe, expect } from "vitest";
import { openTab, reload, test } from "../support/browser.js";
import { button } from "../support/button.js";
import { card } from "../support/experimentsPage.js";
import { storeContents } from "../support/storeContents.js";
import { trainingStatus, waitForStatus } from "../support/trainingPage.js";
import { plan } from "./sweepPage.js";

describe("a sweep", () => {
  test("does not count the runs that are deleted, and goes on with them", async ({ open }) => {
    const { page, problems } = await open("/barrido");
    await page.selectOption("#barrido-hiperparametro-2", "");
    await plan(page, {
      "valores-1": "0,003; 0,01",
      semillas: "1; 2",
      epocas: "10",
      imagenes: "2000",
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
});
