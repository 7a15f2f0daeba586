// The form of a training: by keyboard, through a reload, and the networks that it offers.
import { describe, expect } from "vitest";
import { reload, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { focusedText } from "../support/focusedText.js";
import { storeContents } from "../support/storeContents.js";
import { shortRun, waitForStatus } from "../support/trainingPage.js";

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
    await page.getByLabel("Espejo", { exact: true }).press("Space");
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
    await page.fill("#hiperparametro-epochs", "0"); // out of range: not saved
    await page.evaluate(() => {
      localStorage.setItem("red-convolucional /cuaderno/red/ red", "{}");
    });
    await reload(page);
    expect(await set()).toEqual(["tuya", "0,02", "30"]);
    expect(problems).toEqual([]);
  });

  test("train the network that is chosen", async ({ open }) => {
    const { page, problems } = await open(`${shortRun}&red=densa`);
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
    await visit(page, `${shortRun}&red=tuya`);
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
