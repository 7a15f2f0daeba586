// «Lo que no sabe hacer»: a garment changed by the keyboard, curves measured here, and a change that fools the network.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "../support/browser.js";

const hashOf = (page: Page) => new URL(page.url()).hash;
const verdict = (page: Page) => page.locator(".fooled-garment .figure-readout").textContent();

test("a slider moved by keyboard changes what the network says, and the address", async ({
  open,
}) => {
  const { page, problems } = await open("/limites#imagen=0&ruido=10");
  const readout = page.locator(".changed-garment:not(.fooled-garment) .figure-readout");
  await expect.poll(() => readout.textContent()).toMatch(/^Botín pasa del 98,0\s%/);
  const turn = page.getByRole("slider", { name: "Giro" });
  await turn.focus();
  for (let press = 0; press < 12; press++) await page.keyboard.press("ArrowRight");
  expect(await turn.getAttribute("aria-valuetext")).toBe("60 grados");
  await expect.poll(() => readout.textContent()).toContain("ha cambiado de opinión");
  await expect.poll(() => hashOf(page)).toBe("#imagen=0&giro=60&ruido=10");
  await page.getByRole("button", { name: "Dejarla como estaba" }).click();
  await expect.poll(() => readout.textContent()).toContain("Sin cambio: la red dice Botín, 98,0");
  expect(hashOf(page)).toBe("#imagen=0");
  expect(problems).toEqual([]);
});

test("the curves are measured here on the sample, may be cancelled, and stand beside the others", async ({
  open,
}) => {
  const { page, problems } = await open("/limites");
  const series = page.locator(".limit-legend").first().locator("li");
  expect(await series.allTextContents()).toEqual([expect.stringContaining("con 10.000")]);
  const start = page.getByRole("button", { name: "Medir aquí con 200 imágenes" });
  await start.click();
  await page.getByRole("button", { name: "Cancelar" }).click();
  await page.getByText("Cancelado.").waitFor();
  await start.click();
  await page.getByText("Hecho: está en las figuras como «Medida aquí, con 200».").waitFor();
  await expect.poll(() => series.count()).toBe(2);
  const chart = page.getByRole("img", {
    name: /«Giro».*Medida aquí, con 200: 8\d,\d\s% sin cambio/,
  });
  expect(await chart.count()).toBe(1);
  await page.getByLabel("Cambio", { exact: true }).selectOption({ label: "Negativo" });
  const table = page.getByRole("region", {
    name: "Exactitud de cada clase según el cambio «Negativo»",
  });
  await table.waitFor();
  expect(await table.getByRole("row").count()).toBe(11);
  expect(problems).toEqual([]);
});

test("the smallest change that fools is found, and one level less does not fool", async ({
  open,
}) => {
  const { page, problems } = await open("/limites#imagen=0");
  await expect.poll(() => verdict(page)).toBe("Sin cambio, la red dice Botín.");
  await page.getByRole("button", { name: "Busca el ε más pequeño que la engaña" }).click();
  await page.getByText(/^El más pequeño es \d+\./).waitFor();
  await expect.poll(() => verdict(page)).toMatch(/^Engañada: dice Zapatilla, y antes Botín; /);
  const found = Number(/epsilon=(\d+)/.exec(hashOf(page))![1]);
  await page.getByLabel("ε", { exact: true }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => verdict(page)).toMatch(/^Todavía no: dice Botín; /);
  expect(hashOf(page)).toContain(`epsilon=${found - 1}`);
  await page.getByLabel("Que diga").selectOption({ label: "Bolso" });
  await page.getByRole("button", { name: "Busca el ε más pequeño que la engaña" }).click();
  await expect.poll(() => verdict(page)).toMatch(/^Engañada: dice Bolso, y antes Botín; /);
  expect(problems).toEqual([]);
});

test("the link of the network with augmentation opens the training with its settings", async ({
  open,
}) => {
  const { page, problems } = await open("/limites");
  await page.getByRole("link", { name: "entrenarla tú" }).click();
  await page.waitForURL(/entrenar/);
  await expect.poll(() => page.getByLabel("Espejo", { exact: true }).isChecked()).toBe(true);
  expect(problems).toEqual([]);
});
