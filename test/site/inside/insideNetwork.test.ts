// «La red por dentro»: filters and maps through the epochs, a map walked by keyboard, and links into it.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "../support/browser.js";
import { expectStays } from "../support/expectStays.js";

const slider = (page: Page) => page.getByRole("slider", { name: "Época", exact: true });
const firstWeight = (page: Page) => page.locator(".filter-numbers td").first().textContent();

test("the filters are followed back to the network as it was born, and the address tells where", async ({
  open,
}) => {
  const { page, problems } = await open("/por-dentro");
  expect(await page.locator(".epoch-slider output").textContent()).toMatch(/Época 30 · 88,\d/);
  const learned = await firstWeight(page);
  await slider(page).focus();
  await page.keyboard.press("Home");
  await page.getByText("Época 0 · sin entrenar").waitFor();
  await expect.poll(() => firstWeight(page)).not.toBe(learned);
  expect(new URL(page.url()).hash).toBe("#epoca=0");
  await page.keyboard.press("End");
  await expect.poll(() => firstWeight(page)).toBe(learned);
  expect(problems).toEqual([]);
});

test("a link opens a map of a layer for an image at an epoch, and its sum is what the map says", async ({
  open,
}) => {
  const { page, problems } = await open("/por-dentro#capa=conv2&mapa=5&imagen=3&epoca=2");
  await page.getByText("Mapa 5 de conv2, 11 × 11").waitFor();
  await page.getByText("Imagen 3: Pantalón.").waitFor();
  const map = page.getByRole("application", { name: /Mapa 5 de conv2/ });
  await map.focus();
  for (const key of ["Home", "PageUp", "ArrowDown", "ArrowRight", "ArrowRight"]) {
    await page.keyboard.press(key);
  }
  await page.getByText("Fila 1, columna 2: vale").waitFor();
  const readout = (await page.locator(".map-explorer .figure-readout").textContent())!;
  const sum = (await page.locator(".unit-sum > p").textContent())!;
  const value = numberIn(readout.split("vale")[1]!);
  const total = numberIn(sum.split(":")[1]!);
  const channels = await page.locator(".channel-sum > span:last-child").allTextContents();
  const bias = numberIn(/\(([^)]*)\)/.exec(sum)![1]!);
  const added = channels.reduce((whole, text) => whole + numberIn(text), bias);
  expect(channels).toHaveLength(10);
  expect(Math.abs(added - total)).toBeLessThan(0.02); // ten channels of three decimals, and a bias of two
  expect(value).toBeCloseTo(Math.max(0, total), 2);
  expect(problems).toEqual([]);
});

test("a garment is set beside itself at another epoch, and beside another", async ({ open }) => {
  const { page, problems } = await open("/por-dentro");
  const lists = page.locator(".layer-journey ul.unit-picker");
  const explorer = page.locator(".layer-journey .map-explorer");
  await explorer.waitFor();
  expect(await lists.count()).toBe(0);
  await page.getByText("con otra época").click();
  await expect.poll(() => lists.count()).toBe(7);
  expect(await explorer.isVisible()).toBe(true); // where it stood, in new rows
  await page.getByRole("list", { name: "Mapas de conv1: Época 0" }).waitFor();
  await page.getByText("Época 0", { exact: true }).first().waitFor();
  await page.getByText("con otra prenda").click();
  await page.getByText("La otra", { exact: true }).first().waitFor();
  await expect.poll(() => lists.count()).toBe(7);
  const other = page.getByRole("group", { name: "Elegir prenda" }).nth(1);
  await other.getByRole("button", { name: "Siguiente", exact: true }).click();
  await other.getByText("Imagen 2: ").waitFor();
  await page.getByText("con nada").click();
  await expect.poll(() => lists.count()).toBe(0);
  expect(await explorer.isVisible()).toBe(true);
  await page.getByText("con otra prenda").click();
  await other.getByText("Imagen 2: ").waitFor(); // as it was left
  expect(problems).toEqual([]);
});

test("another garment is shown in the same rows, where the chosen map and the keyboard stay", async ({
  open,
}) => {
  const { page, problems } = await open("/por-dentro#capa=conv2&mapa=3&imagen=0");
  const maps = page.getByRole("radiogroup", { name: "Mapas de conv2" });
  const chosen = maps.getByRole("radio", { name: /^Mapa 3: / });
  await expect.poll(() => chosen.isChecked()).toBe(true);
  const explorer = page.locator(".journey-detail");
  await explorer
    .getByText(/Fila \d/)
    .first()
    .waitFor();
  await chosen.focus();
  const before = await Promise.all([chosen.getAttribute("aria-label"), explorer.textContent()]);
  await page.evaluate(() => {
    // Without moving the keyboard, as a linked control would.
    const next = [...document.querySelectorAll("button")];
    next.find(({ textContent }) => textContent.trim() === "Siguiente")!.click();
  });
  await expect.poll(() => chosen.getAttribute("aria-label")).not.toBe(before[0]);
  await expect.poll(() => explorer.textContent()).not.toBe(before[1]);
  expect(await chosen.isChecked()).toBe(true);
  expect(await chosen.evaluate((radio) => radio === document.activeElement)).toBe(true);
  await page.keyboard.press("ArrowRight");
  await explorer.getByText("Mapa 4 de conv2, 11 × 11").waitFor();
  expect(new URL(page.url()).hash).toContain("capa=conv2&mapa=4&imagen=1");
  expect(problems).toEqual([]);
});

test("a link that is followed on the page itself shows what it asks for, and a heading's nothing else", async ({
  open,
}) => {
  const { page, problems } = await open("/por-dentro#capa=conv2&mapa=5&imagen=3&epoca=2");
  await page.getByText("Mapa 5 de conv2, 11 × 11").waitFor();
  const follow = (hash: string) =>
    page.evaluate((next) => {
      location.hash = next;
    }, hash);
  await follow("#capa=conv1&mapa=1&imagen=5&epoca=4");
  await page.getByText("Mapa 1 de conv1, 26 × 26").waitFor();
  await page.getByText("Imagen 5: ").waitFor();
  await page.getByText(/Época 4 · /).waitFor();
  await slider(page).press("ArrowRight");
  await page.getByText(/Época 5 · /).waitFor();
  expect(new URL(page.url()).hash).toBe("#capa=conv1&mapa=1&imagen=5&epoca=5");
  await follow("#qué-enciende-un-mapa");
  await slider(page).press("ArrowRight");
  await page.getByText(/Época 6 · /).waitFor();
  expect(new URL(page.url()).hash).toBe("#capa=conv1&mapa=1&imagen=5&epoca=6");
  await page.goBack(); // to what the first link showed, as it was left
  await page.getByText(/Época 5 · /).waitFor();
  expect(problems).toEqual([]);
});

test("the filters of another epoch stand below, in the same colours and with their numbers", async ({
  open,
}) => {
  const { page, problems } = await open("/por-dentro");
  await page.getByLabel("Comparar con la época").selectOption({ label: "0" });
  const other = page.getByRole("list", { name: "Filtros de conv1: Época 0" });
  await other.waitFor();
  expect(await other.locator("canvas").count()).toBe(10);
  await page.getByRole("radio", { name: /^Filtro 0: / }).focus();
  await page.keyboard.press("ArrowRight");
  const numbers = page.getByRole("group", { name: "Pesos del filtro 1" });
  await expect.poll(() => numbers.count()).toBe(2);
  const [own, born] = await numbers.locator("table").allTextContents();
  expect(own).not.toBe(born);
  expect(problems).toEqual([]);
});

test("the film of the epochs waits for one that is slow to arrive", async ({ open }) => {
  const { page, problems } = await open("/por-dentro#epoca=27");
  await page.getByText(/Época 27 · /).waitFor();
  const held: (() => Promise<void>)[] = [];
  await page.route(/epochs\/28\./, (route) => {
    held.push(() => route.continue());
  });
  const shown = page.locator("figcaption", { hasText: "filtros de conv1 en la época" });
  await page.getByRole("button", { name: "Ver cómo aprende" }).first().click();
  await page.getByText(/Época 28 · /).waitFor();
  await expect.poll(() => held.length).toBe(1);
  await expectStays(() => slider(page).inputValue(), "28", 1000);
  expect(await shown.textContent()).toContain("en la época 27");
  await held[0]!();
  await page.getByText(/Época 30 · /).waitFor();
  await expect.poll(() => shown.textContent()).toContain("en la época 30");
  await page.getByRole("button", { name: "Ver cómo aprende" }).first().waitFor();
  expect(problems).toEqual([]);
});

/** The first number of a Spanish text. */
function numberIn(text: string): number {
  const [found] = /[−-]?\d+(,\d+)?/.exec(text)!;
  return Number(found.replace("−", "-").replace(",", "."));
}
