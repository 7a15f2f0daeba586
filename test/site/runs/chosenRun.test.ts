// The run that the reader chooses: for the other pages to look at, to go on with.
import { describe, expect } from "vitest";
import { openTab, settle, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { card, rename, rows, train } from "../support/experimentsPage.js";
import { storeContents } from "../support/storeContents.js";
import { setHyperparameters, trainingStatus, waitForStatus } from "../support/trainingPage.js";

describe("the page of experiments", () => {
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
    await page.getByLabel("El que miran las demás páginas").check();
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

  test("lets only a run that has been evaluated be the one of the other pages, as one that is stopped", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await setHyperparameters(page, { epochs: 1, trainImages: 200 });
    await button(page, "Un paso").click();
    await trainingStatus(page, "En pausa.").waitFor({ timeout: 60_000 });
    const other = await openTab(page, "/experimentos");
    const choice = other.getByLabel("El que miran las demás páginas");
    const reason = card(other).getByText("Todavía no hay resultados que enseñar");
    expect(await choice.isDisabled()).toBe(true);
    expect(await reason.isVisible()).toBe(true);
    const result = rows(other).first().locator("td").first();
    expect(await result.textContent()).toBe("—");
    await button(page, "Detener").click(); // in the first epoch
    await trainingStatus(page, "Entrenamiento detenido").waitFor();
    await expect.poll(() => choice.isEnabled()).toBe(true);
    const [, accuracy] = /prueba: ([\d,]+.%)/.exec((await trainingStatus(page).textContent())!)!;
    expect(await result.textContent()).toBe(accuracy);
    expect(await reason.isVisible()).toBe(false);
    await choice.check();
    await rows(other).getByText("en las páginas").waitFor();
    expect(problems).toEqual([]);
  });

  test("leads to the run that was left in the middle, whatever was trained after it", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar?epocas=3&imagenes=1000&semilla=5");
    await button(page, "Un paso").click();
    await page.getByRole("heading", { name: "Paso 1", exact: true }).waitFor({ timeout: 60_000 });
    await train(page, { epochs: 1 });
    await visit(page, "/experimentos");
    const goOn = card(page).getByRole("link", { name: "Seguir con él en Entrenar" });
    expect(await goOn.isVisible()).toBe(false); // the open one has finished
    await page.locator(".run-name").nth(1).click();
    await goOn.click();
    await settle(page);
    await page.getByText("quedó en la época 1 de 3, lote 1 de 50").waitFor();
    await button(page, "Seguir donde estaba").click();
    await waitForStatus(page, "Entrenamiento terminado");
    const { runs } = await page.evaluate(storeContents);
    expect(runs.map((run) => run.status)).toEqual(["finished", "finished"]);
    expect(problems).toEqual([]);
  });
});
