// Another learning rate in mid-run: after a pause, and after a visit.
import { describe, expect } from "vitest";
import { axeViolations } from "../support/axeViolations.js";
import { reload, test } from "../support/browser.js";
import { button } from "../support/button.js";
import { savedRun } from "../support/savedRun.js";
import { shortRun, waitForStatus } from "../support/trainingPage.js";

describe("a run in the reader's hands", () => {
  test("goes on with another rate, marks it on the curve, and resumes exactly", async ({
    open,
  }) => {
    const { page, problems } = await open(shortRun);
    await button(page, "Una época").click();
    await waitForStatus(page, "En pausa.");
    const rate = page.getByLabel("Tasa de aprendizaje desde aquí");
    expect(await rate.inputValue()).toBe("0,01");
    await rate.fill("100");
    await button(page, "Continuar").click();
    await page.getByRole("alert").getByText("Tasa de aprendizaje: hace falta").waitFor();
    await rate.fill("0,05");
    await button(page, "Continuar").click();
    await waitForStatus(page, "Entrenamiento terminado");
    const whole = await page.evaluate(savedRun);
    expect(await page.locator(".loss-changes text").allTextContents()).toEqual(["tasa 0,05"]);
    await page.getByText("El enlace no la lleva: la tasa cambió").waitFor();

    const { page: other } = await open(shortRun);
    await button(other, "Una época").click();
    await waitForStatus(other, "En pausa.");
    await other.getByLabel("Tasa de aprendizaje desde aquí").fill("0,05");
    await button(other, "Un paso").click();
    await other.getByRole("heading", { name: "Paso 101", exact: true }).waitFor();
    await waitForStatus(other, "lote 1 de 100.");
    await reload(other);
    await button(other, "Seguir donde estaba").click();
    await waitForStatus(other, "Entrenamiento terminado");
    expect((await other.evaluate(savedRun)).weights).toBe(whole.weights);
    expect(problems).toEqual([]);
  });

  test("goes on after a visit with another rate as it would have after a pause", async ({
    open,
  }) => {
    const { page, problems } = await open(shortRun);
    const rate = page.getByLabel("Tasa de aprendizaje desde aquí").filter({ visible: true });
    await button(page, "Un paso").click();
    await waitForStatus(page, "En pausa.");
    await reload(page);
    expect(await rate.inputValue()).toBe("0,01");
    expect(await axeViolations(page)).toEqual([]);
    await rate.fill("");
    await button(page, "Seguir donde estaba").click();
    await page.getByRole("alert").getByText("Tasa de aprendizaje: hace falta").waitFor();
    await rate.fill("0,05");
    await button(page, "Darle un paso más").click();
    await waitForStatus(page, "lote 2 de 100.");
    expect(await rate.inputValue()).toBe("0,05");
    await button(page, "Detener").click();
    await waitForStatus(page, "Entrenamiento detenido");
    expect(await rate.inputValue()).toBe("0,05");
    await rate.fill("0,02");
    await button(page, "Seguir donde estaba").click();
    await waitForStatus(page, "Entrenamiento terminado");
    const marks = ["tasa 0,05", "tasa 0,02"];
    expect(await page.locator(".loss-changes text").allTextContents()).toEqual(marks);

    const { page: other } = await open(shortRun);
    const inPause = other.getByLabel("Tasa de aprendizaje desde aquí").filter({ visible: true });
    await button(other, "Un paso").click();
    await waitForStatus(other, "En pausa.");
    await inPause.fill("0,05");
    await button(other, "Un paso").click();
    await waitForStatus(other, "lote 2 de 100.");
    await inPause.fill("0,02");
    await button(other, "Continuar").click();
    await waitForStatus(other, "Entrenamiento terminado");
    const { weights } = await other.evaluate(savedRun);
    expect(await page.evaluate(savedRun)).toMatchObject({ count: 1, weights });
    expect(problems).toEqual([]);
  });
});
