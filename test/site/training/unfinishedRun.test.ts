// A run that was left in the middle, taken up on another visit and in another tab.
import { describe, expect } from "vitest";
import { openTab, reload, siteUrl, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { savedRun } from "../support/savedRun.js";
import { beginTraining, midEpoch, shortRun, waitForStatus } from "../support/trainingPage.js";

/** Long enough to be paused on its way. */
const long = { epochs: 8, trainImages: 6000, learningRate: 0.01 };

describe("a run in the reader's hands", () => {
  test("is offered again after a visit, for one step more too", async ({ open }) => {
    const { page, problems } = await open(shortRun);
    await button(page, "Un paso").click();
    await waitForStatus(page, "En pausa.");
    await reload(page);
    await button(page, "Darle un paso más").click();
    await page.getByRole("heading", { name: "Paso 2", exact: true }).waitFor({ timeout: 60_000 });
    await waitForStatus(page, "lote 2 de 100.");
    expect(await page.evaluate(savedRun)).toMatchObject({ count: 1, batch: 2 });
    expect(problems).toEqual([]);
  });

  test("is offered as it stands now, if it goes on in another tab meanwhile", async ({ open }) => {
    const { page, problems } = await open(shortRun);
    await button(page, "Un paso").click();
    await waitForStatus(page, "En pausa.");
    await reload(page);
    const other = await openTab(page, shortRun);
    await other.getByLabel("Tasa de aprendizaje desde aquí").filter({ visible: true }).fill("0,02");
    await button(other, "Darle un paso más").click();
    await waitForStatus(other, "lote 2 de 100.");
    await other.close();
    const offer = page.locator(".training-panel > div > .callout");
    await offer.getByText("lote 2 de 100").waitFor();
    expect(await offer.getByLabel("Tasa de aprendizaje desde aquí").inputValue()).toBe("0,02");
    await button(page, "Seguir donde estaba").click();
    await waitForStatus(page, "Entrenamiento terminado");
    expect(await page.locator(".loss-changes text").allTextContents()).toEqual(["tasa 0,02"]);
    expect(problems).toEqual([]);
  });
});

describe("the journey", () => {
  test("a run left in the middle goes on exactly, on another visit", async ({ open }) => {
    const { page } = await open("/entrenar");
    await beginTraining(page, long);
    await waitForStatus(page, "Entrenamiento terminado");
    const whole = await page.evaluate(savedRun);

    const { page: other, problems } = await open("/entrenar"); // with an empty store of its own
    await beginTraining(other, long);
    await waitForStatus(other, midEpoch);
    await button(other, "Pausa").click();
    await waitForStatus(other, "En pausa.");
    const paused = await other.evaluate(savedRun);
    expect(paused.status).toBe("paused");
    await other.goto(siteUrl("/glosario"));
    await visit(other, "/entrenar");
    await other.getByText("Tienes un entrenamiento a medias").waitFor();
    await button(other, "Seguir donde estaba").click();
    await waitForStatus(other, "Entrenamiento terminado");
    expect(await other.evaluate(savedRun)).toMatchObject({
      count: 1,
      batch: 2400,
      weights: whole.weights,
    });
    expect(problems).toEqual([]);
  });
});
