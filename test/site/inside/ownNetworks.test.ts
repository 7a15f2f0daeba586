// The instruments on a run of the reader's: each offered kind of network, from its birth to where it stands.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { waitForStatus } from "../support/trainingPage.js";

const networks = [
  { id: "densa", maps: 0 },
  { id: "normalizacion", maps: 3 },
  { id: "16-filtros", maps: 3 },
];

test.for(networks)("of the network $id", async ({ id, maps }, { open }) => {
  const { page, problems } = await open(`/entrenar?red=${id}&epocas=2&imagenes=2000&tasa=0.01`);
  await button(page, "Entrenar").click();
  await waitForStatus(page, "Entrenamiento terminado");

  await visit(page, "/por-dentro");
  await page.getByText("Tu entrenamiento").waitFor();
  expect(await page.locator(".epoch-slider output").textContent()).toMatch(/^Época 2 · /);
  const learned = await weights(page);
  await page.getByRole("slider", { name: "Época", exact: true }).focus();
  await page.keyboard.press("Home");
  await page.getByText("Época 0 · sin entrenar").waitFor();
  await expect.poll(() => weights(page)).not.toBe(learned);
  await page.keyboard.press("ArrowRight");
  await page.getByText(/^Época 1 · /).waitFor();
  await page.locator(".unit-sum strong").waitFor();
  expect(await page.locator(".observablehq--error").count()).toBe(0);

  await visit(page, "/en-que-se-fija");
  await expect.poll(() => page.locator(".saliency-figure").count()).toBe(maps === 0 ? 2 : 3);
  expect(await page.locator(".observablehq--error").count()).toBe(0);
  expect(problems).toEqual([]);
});

function weights(page: Page): Promise<string | null> {
  return page.locator(".filter-numbers").textContent();
}
