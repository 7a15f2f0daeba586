// Training in the reader's hands: controls by keyboard, other networks, single steps, an epoch, another
// rate in mid-run.
import { describe, expect } from "vitest";
import { axeViolations } from "../support/axeViolations.js";
import { openTab, reload, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { focusedText } from "../support/focusedText.js";
import { savedRun } from "../support/savedRun.js";
import { storeContents } from "../support/storeContents.js";
import { waitForStatus } from "../support/trainingPage.js";

/** 200 steps in two epochs. */
const short = "/entrenar?epocas=2&imagenes=2000&tasa=0.01";

describe("the controls", () => {
  test("are all within reach of the keyboard, and say what has changed", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    const number = page.getByLabel("Tasa de aprendizaje", { exact: true });
    await number.focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    expect(await number.inputValue()).toBe("0,002");
    const slider = page.getByLabel("Tasa de aprendizaje, valores que probar");
    expect(await slider.getAttribute("aria-valuetext")).toBe("0,002 por paso");
    await page.keyboard.press("Tab");
    expect(await focusedText(page)).toContain("Volver a 0,001");
    await page.keyboard.press("Enter");
    expect(await number.inputValue()).toBe("0,001");
    expect(await button(page, "Volver a los valores del original").isDisabled()).toBe(true);

    await number.fill("0,0123"); // a value of which the slider has none
    expect(await slider.inputValue()).toBe("10");
    expect(
      await page.getByText("cambiado", { exact: true }).filter({ visible: true }).count(),
    ).toBe(1);
    await button(page, "Otra al azar").press("Enter");
    expect(await page.getByLabel("Semilla", { exact: true }).inputValue()).toMatch(/^\d{1,5}$/);
    await page.locator("summary", { hasText: /^Más allá del original/ }).press("Enter");
    await page.getByLabel("Espejo").press("Space");
    await page.getByText("Más allá del original · 1 cambiado").waitFor();
    expect(problems).toEqual([]);
  });

  test("keep what was set through a reload, and the network until the reader makes another", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    const set = () =>
      Promise.all(
        ["#red", "#hiperparametro-learningRate", "#hiperparametro-epochs"].map((field) =>
          page.inputValue(field),
        ),
      );
    await page.fill("#hiperparametro-learningRate", "0,02");
    await page.selectOption("#red", "densa");
    await reload(page);
    expect(await set()).toEqual(["densa", "0,02", "30"]);
    expect(await page.getByText("Has abierto un enlace").count()).toBe(0);
    await page.fill("#hiperparametro-epochs", "0"); // out of range: not kept
    await page.evaluate(() => {
      localStorage.setItem("red-convolucional /cuaderno/red/ red", "{}");
    });
    await reload(page);
    expect(await set()).toEqual(["tuya", "0,02", "30"]);
    expect(problems).toEqual([]);
  });

  test("train the network that is chosen", async ({ open }) => {
    const { page, problems } = await open(`${short}&red=densa`);
    await button(page, "Un paso").click();
    await page.locator(".step-figure").waitFor({ timeout: 60_000 });
    expect(await page.locator(".step-figure code").allTextContents()).toEqual(["fc1", "fc2"]);
    expect(problems).toEqual([]);
  });

  test("offer the reader's own network, whose dropout is its own", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    expect(await page.locator("#red option").allTextContents()).not.toContain("La tuya");
    await page.evaluate(() => {
      const layers = [
        { class_name: "Flatten", config: { name: "plana", batch_input_shape: [null, 28, 28, 1] } },
        { class_name: "Dense", config: { name: "mia", units: 10, activation: "softmax" } },
      ];
      const topology = JSON.stringify({ class_name: "Sequential", config: { name: "x", layers } });
      localStorage.setItem("red-convolucional /cuaderno/red/ red", topology);
    });
    await visit(page, `${short}&red=tuya`);
    expect(await page.inputValue("#red")).toBe("tuya");
    const dropout = page.locator("#hiperparametro-dropoutRate");
    const changed = page.locator(".hyperparameter", { has: dropout }).getByText("cambiado");
    await page.selectOption("#red", "original");
    await dropout.fill("0,2");
    expect(await changed.isVisible()).toBe(true);
    await page.selectOption("#red", "tuya");
    expect(await dropout.isDisabled()).toBe(true);
    expect(await changed.isVisible()).toBe(false);
    await page.getByText("Tu red lleva sus propias capas de dropout").waitFor();
    await page.selectOption("#red", "original"); // where it is as it was
    expect(await dropout.inputValue()).toBe("0,2");
    expect(await changed.isVisible()).toBe(true);
    await page.selectOption("#red", "tuya");
    await button(page, "Un paso").click();
    await page.locator(".step-figure").waitFor({ timeout: 60_000 });
    expect(await page.locator(".step-figure code").allTextContents()).toEqual(["mia"]);
    await waitForStatus(page, "En pausa.");
    const { runs } = await page.evaluate(storeContents);
    expect(runs.map(({ network, dropoutRate }) => [network, dropoutRate])).toEqual([["tuya", 0.4]]);
    expect(problems).toEqual([]);
  });
});

describe("a run in the reader's hands", () => {
  test("takes one step, the next one, an epoch, and ends as the run that never paused", async ({
    open,
  }) => {
    const { page, problems } = await open(short);
    await button(page, "Un paso").press("Enter");
    await page.getByRole("heading", { name: "Paso 1", exact: true }).waitFor({ timeout: 60_000 });
    await waitForStatus(page, "En pausa. Época 1 de 2 · lote 1 de 100.");
    expect(await page.locator(".step-figure li").count()).toBe(20);
    expect(await page.locator(".step-figure code").allTextContents()).toEqual([
      ...["conv1", "conv2", "fc1", "fc2"],
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

    const { page: other } = await open(short);
    await button(other, "Entrenar").click();
    await waitForStatus(other, "Entrenamiento terminado");
    const { weights, curve } = await other.evaluate(savedRun);
    expect(walked).toMatchObject({ count: 1, weights, curve });
    expect(problems).toEqual([]);
  });

  test("goes on with another rate, marks it on the curve, and resumes exactly", async ({
    open,
  }) => {
    const { page, problems } = await open(short);
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

    const { page: other } = await open(short);
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

  test("is offered again after a visit, for one step more too", async ({ open }) => {
    const { page, problems } = await open(short);
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
    const { page, problems } = await open(short);
    await button(page, "Un paso").click();
    await waitForStatus(page, "En pausa.");
    await reload(page);
    const other = await openTab(page, short);
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

  test("goes on after a visit with another rate as it would have after a pause", async ({
    open,
  }) => {
    const { page, problems } = await open(short);
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

    const { page: other } = await open(short);
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
