// A run in the hands of the reader: single steps, an epoch, pauses, an end, and a second run.
import { describe, expect } from "vitest";
import { axeViolations } from "../support/axeViolations.js";
import { test } from "../support/browser.js";
import { expectStays } from "../support/expectStays.js";
import { button } from "../support/button.js";
import { focusedText } from "../support/focusedText.js";
import { savedRun } from "../support/savedRun.js";
import {
  beginTraining,
  currentEpoch,
  midEpoch,
  shortRun,
  trainingStatus,
  waitForStatus,
} from "../support/trainingPage.js";

describe("a run in the reader's hands", () => {
  test("takes one step, the next one, an epoch, and ends as the run that never paused", async ({
    open,
  }) => {
    const { page, problems } = await open(shortRun);
    await button(page, "Un paso").press("Enter");
    await page.getByRole("heading", { name: "Paso 1", exact: true }).waitFor({ timeout: 60_000 });
    await waitForStatus(page, "En pausa. Época 1 de 2 · lote 1 de 100.");
    expect(await page.locator(".step-figure li").count()).toBe(20);
    expect(await page.locator(".step-figure code").allTextContents()).toEqual([
      "conv1",
      "conv2",
      "fc1",
      "fc2",
    ]);
    expect(await page.evaluate(savedRun)).toMatchObject({ status: "paused", batch: 1 });
    expect(await focusedText(page)).toBe("Un paso");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Paso 2", exact: true }).waitFor();
    await waitForStatus(page, "lote 2 de 100.");
    expect(await axeViolations(page)).toEqual([]);

    await button(page, "Una época").click();
    await waitForStatus(page, "En pausa. Época 1 de 2 · lote 100 de 100.");
    expect(await page.evaluate(savedRun)).toMatchObject({ status: "paused", batch: 100 });
    expect(await page.title()).toMatch(/^50\s% · Entrenar la red/);
    await button(page, "Continuar").click();
    await waitForStatus(page, "Entrenamiento terminado");
    const walked = await page.evaluate(savedRun);
    expect(await page.title()).toMatch(/^Entrenar la red/);

    const { page: other } = await open(shortRun);
    await button(other, "Entrenar").click();
    await waitForStatus(other, "Entrenamiento terminado");
    const { weights, curve } = await other.evaluate(savedRun);
    expect(walked).toMatchObject({ count: 1, weights, curve });
    expect(problems).toEqual([]);
  });
});

describe("the journey", () => {
  test("a second run has the data in memory: nothing is read again, and stop and pause still work", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await beginTraining(page, { epochs: 1, trainImages: 6000 });
    await waitForStatus(page, "Entrenamiento terminado");
    const asked: string[] = [];
    page.context().on("request", (request) => asked.push(request.url()));
    await beginTraining(page, { epochs: 100, trainImages: 5000 });
    await waitForStatus(page, midEpoch);
    await button(page, "Detener").click();
    await waitForStatus(page, "Entrenamiento detenido");
    await beginTraining(page, { epochs: 1, trainImages: 1000 });
    await waitForStatus(page, "Entrenamiento terminado");
    expect(asked.filter((url) => url.includes("_file/data"))).toEqual([]);
    expect((await page.evaluate(savedRun)).count).toBe(3);
    expect(problems).toEqual([]);
  });

  test("pausing, going on and stopping do what they say", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    await beginTraining(page, { epochs: 100, trainImages: 6000 });
    await waitForStatus(page, midEpoch);
    await button(page, "Pausa").click();
    await waitForStatus(page, "En pausa.");
    const text = await trainingStatus(page).textContent();
    await expectStays(() => trainingStatus(page).textContent(), text);
    await button(page, "Continuar").click();
    await waitForStatus(page, /Época ([2-9]|\d\d+) de 100/);
    await button(page, "Detener").click();
    await waitForStatus(page, "Entrenamiento detenido");
    const stopped = await page.evaluate(savedRun);
    expect(stopped.status).toBe("stopped");
    expect(stopped.batch).toBeGreaterThan(300);
    expect(problems).toEqual([]);
  });

  test("training needs neither frames nor timers of the page, as in a hidden tab", async ({
    open,
  }) => {
    const { page } = await open("/entrenar");
    await beginTraining(page, { epochs: 200, trainImages: 6000 });
    await waitForStatus(page, midEpoch);
    const begun = await currentEpoch(page);
    await page.evaluate(() => {
      const end = performance.now() + 6000;
      while (performance.now() < end); // the page does nothing at all for six seconds
    });
    // Far more than could be done after those seconds, in the time that the next report takes.
    await expect
      .poll(() => currentEpoch(page), { timeout: 1000 })
      .toBeGreaterThanOrEqual(begun + 4);
    const progress = page.getByRole("progressbar", { name: "Progreso del entrenamiento" });
    expect(Number(await progress.getAttribute("aria-valuenow"))).toBeGreaterThanOrEqual(2);
  });
});
