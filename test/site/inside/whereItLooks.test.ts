// «¿En qué se fija?»: three maps of a garment and a class, each beside the untrained network's.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "../support/browser.js";

const readouts = (page: Page) => page.locator(".saliency-figure .figure-readout").allTextContents();

test("three maps are told for the class of a link, and follow another garment and another class", async ({
  open,
}) => {
  const { page, problems } = await open("/en-que-se-fija#imagen=3&clase=1");
  await page.getByText("La red da a Pantalón un 100,0").waitFor();
  await page.locator(".saliency-figure").nth(2).waitFor();
  for (const text of await readouts(page))
    expect(text).toMatch(/^Entrenada, fila \d+, columna \d+: .* a favor/);

  await page.getByLabel("A favor de").selectOption({ label: "Vestido" });
  await page.getByText("La red da a Vestido").waitFor();
  await expect.poll(async () => (await readouts(page)).join()).toContain("a favor de Vestido");
  expect(new URL(page.url()).hash).toBe("#imagen=3&clase=3");
  await page.getByRole("button", { name: "Siguiente", exact: true }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe("#imagen=4&clase=3");
  expect(problems).toEqual([]);
});

test("a cell is reached by keyboard, in the map of the untrained network too", async ({ open }) => {
  const { page, problems } = await open("/en-que-se-fija");
  const cells = page.getByRole("application", { name: /^Sin entrenar, 13 × 13 celdas/ });
  await cells.focus();
  for (const key of ["Home", "PageUp", "ArrowRight"]) await page.keyboard.press(key);
  await page.getByText("Sin entrenar, fila 0, columna 1: 0,000, no cuenta.").waitFor();
  expect(problems).toEqual([]);
});
