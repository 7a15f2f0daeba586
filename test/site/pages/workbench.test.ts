// The workbenches: what is set, the button and what changes stand in the first screen; on a phone the button stays at
// the foot while the settings are scrolled.
import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "../support/browser.js";
import { button } from "../support/button.js";
import { setHyperparameters, waitForStatus } from "../support/trainingPage.js";

const WINDOW = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

describe("in a window and on a phone, the first screen", () => {
  test.for([WINDOW, PHONE])("of Entrenar has it all, at $width px", async (viewport, { open }) => {
    const { page, problems } = await open("/entrenar", { viewport });
    for (const name of ["epochs", "batchSize", "learningRate", "trainImages"]) {
      expect(await isInView(page.locator(`#hiperparametro-${name}`), page), name).toBe(true);
    }
    for (const label of ["Entrenar", "Un paso", "Una época"]) {
      expect(await isInView(button(page, label), page), label).toBe(true);
    }
    expect(await isInView(page.locator(".training-figures"), page)).toBe(true);
    const chart = (await page.locator(".loss-chart").boundingBox())!;
    expect(chart.y).toBeLessThan(viewport.height - 200);
    expect(problems).toEqual([]);
  });

  test.for([WINDOW, PHONE])("of Barrido has it all, at $width px", async (viewport, { open }) => {
    const { page } = await open("/barrido", { viewport });
    expect(await isInView(button(page, "Empezar el barrido"), page)).toBe(true);
    expect(await isInView(page.locator(".sweep-fields select").first(), page)).toBe(true);
  });
});

test("on a phone the button stays in reach, and training is seen from it", async ({ open }) => {
  const { page } = await open("/entrenar", { viewport: PHONE });
  const train = button(page, "Entrenar");
  await page.getByText("Todos los ajustes, explicados").click();
  await page.locator("#hiperparametro-seed").scrollIntoViewIfNeeded();
  expect(await isInView(train, page)).toBe(true);
  await setHyperparameters(page, { epochs: 1, trainImages: 1000, seed: 7 });
  await train.click();
  await waitForStatus(page, "Entrenamiento terminado");
  const figures = page.locator(".training-figures");
  await figures.getByText("1 de 1").waitFor();
  expect(await isInView(button(page, "Entrenar"), page)).toBe(true);
  await page.locator("#lo-que-viste").scrollIntoViewIfNeeded();
  expect(await isInView(button(page, "Entrenar"), page)).toBe(false); // below the workbench it covers nothing
});

test("a setting is terse, and explained where the reader wants it", async ({ open }) => {
  const { page } = await open("/entrenar", { viewport: WINDOW });
  const help = page.locator("#hiperparametro-momentum-ayuda");
  expect((await help.boundingBox())!.height).toBeLessThan(2);
  await page.getByText("Explicar cada ajuste").click();
  expect((await help.boundingBox())!.height).toBeGreaterThan(10);
  await page.fill("#hiperparametro-momentum", "0.5");
  await page.getByRole("button", { name: /Volver a 0,9.*Momento/ }).click();
  expect(await page.inputValue("#hiperparametro-momentum")).toBe("0,9");
});

/** Whether all of it is in the window, before the foot of which nothing else stands. */
async function isInView(what: Locator, page: Page): Promise<boolean> {
  const box = await what.boundingBox();
  if (!box) return false;
  const { height, width } = page.viewportSize()!;
  return box.y >= 0 && box.y + box.height <= height && box.x >= 0 && box.x + box.width <= width;
}
