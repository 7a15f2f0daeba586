// The network by hand, as a reader goes through it: numbers written, arrows back, the check, steps taken and undone.
import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "../support/browser.js";
import { button } from "../support/button.js";
import { cell, edit, run } from "../support/cells.js";
import { expectFits } from "../support/expectFits.js";
import { focusedText } from "../support/focusedText.js";

const PAGE = "/el-gradiente";

const figures = (page: Page) => {
  const all = page.locator("figure:has(.hand-figure)");
  return { forward: all.nth(0), backward: all.nth(1), check: all.nth(2), training: all.nth(3) };
};
const box = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const cells = (of: Locator, name: string) =>
  of.getByRole("group", { name, exact: true }).locator(".hand-cell").allInnerTexts();

/** The cells of a row of a table, without its name. */
const row = (of: Locator, name: string) =>
  of.getByRole("row", { name, exact: false }).first().locator("td").allTextContents();

async function type(page: Page, name: string, text: string): Promise<void> {
  await box(page, name).fill(text);
  await page.keyboard.press("Enter");
}

describe("the way forward", () => {
  test("a number that is written, with a comma or a point, changes what comes after it", async ({
    open,
  }) => {
    const { page, problems } = await open(PAGE);
    const { forward } = figures(page);
    expect(await cells(forward, "Puntuación")).toEqual(["−0,125", "0,415"]);
    await type(page, "Peso de la clase 0", "1,5");
    expect(await cells(forward, "Puntuación")).toEqual(["0,825", "0,415"]);
    expect(await cells(forward, "Máximo")).toEqual(["0,95"]);
    await type(page, "Peso de la clase 0", "-0.5");
    expect(await cells(forward, "Puntuación")).toEqual(["−1,075", "0,415"]);
    await forward.getByLabel("1", { exact: true }).check();
    await forward.getByText("a la clase verdadera, la 1").waitFor();
    for (let change = 0; change < 3; change++) await button(forward, "Deshacer").click();
    expect(await cells(forward, "Puntuación")).toEqual(["−0,125", "0,415"]);
    expect(await box(page, "Peso de la clase 0").inputValue()).toBe("0,5");
    expect(problems).toEqual([]);
  });

  test("what is no number is told and loses nothing; Escape takes it back", async ({ open }) => {
    const { page } = await open(PAGE);
    const { forward } = figures(page);
    await type(page, "Sesgo del filtro", "mucho");
    await page.getByText("«mucho» no es un número: escribe, por ejemplo, 0,5").waitFor();
    await type(page, "Imagen, fila 0, columna 0", "3");
    await page.getByText("«3» se sale: escribe un número entre 0 y 1").waitFor();
    expect(await box(page, "Sesgo del filtro").inputValue()).toBe("mucho");
    expect(await cells(forward, "Pérdida")).toEqual(["0,999"]);
    await page.keyboard.press("Escape");
    expect(await box(page, "Imagen, fila 0, columna 0").inputValue()).toBe("0");
    await page.getByText("«mucho» no es un número").waitFor(); // that one still stands
    await type(page, "Sesgo del filtro", "0,3");
    expect(await page.locator(".hand-problem:visible").count()).toBe(0);
    expect(await cells(forward, "Máximo")).toEqual(["1,45"]);
  });
});

describe("the way backward", () => {
  test("by keyboard: an arrow at a time to the image, and back again", async ({ open }) => {
    const { page, problems } = await open(PAGE);
    const { backward } = figures(page);
    const gradient = (name: string) => cells(backward, `Gradiente: ${name}`);
    expect(await gradient("Puntuación")).toEqual(["·", "·"]);
    await button(backward, "Siguiente").focus();
    await page.keyboard.press("Enter");
    expect(await gradient("Puntuación")).toEqual(["−0,632", "0,632"]);
    expect(await gradient("Máximo")).toEqual(["·"]);
    for (let arrow = 1; arrow < 4; arrow++) await page.keyboard.press("Enter");
    expect(await gradient("ReLU")).toEqual(["0", "0", "−0,505", "0"]);
    await backward.getByText("4 de 7. Solo al que ganó.").waitFor();
    expect(await backward.getByRole("img", { name: /^Vuelve a / }).count()).toBe(5);
    await backward.getByRole("img", { name: "Vuelve a Máximo, −0,505", exact: true }).waitFor();
    for (let arrow = 4; arrow < 9; arrow++) await page.keyboard.press("Enter");
    expect(await focusedText(page)).toBe("Siguiente");
    expect(await gradient("Filtro")).toEqual([
      "0",
      "0",
      "−0,505",
      "0",
      "−0,505",
      "−0,253",
      "−0,505",
      "−0,253",
      "0",
    ]);
    await button(backward, "Atrás").click();
    await backward.getByText("6 de 7.").waitFor();
    expect(await gradient("Imagen")).toEqual(Array<string>(16).fill("·"));
    await button(backward, "Todas").click();
    await button(backward, "Ninguna").click();
    await backward.getByText("Aún no ha vuelto nada").waitFor();
    expect(problems).toEqual([]);
  });
});

describe("the check and the steps", () => {
  test("both gradients agree, and a mistake in the code of one is found", async ({ open }) => {
    const { page } = await open(PAGE);
    const { check } = figures(page);
    await button(figures(page).backward, "Siguiente").click();
    await check.getByText("✓ Los catorce coinciden").waitFor();
    expect((await row(check, "Sesgo[0]")).slice(0, 2)).toEqual(["−0,631812", "−0,631812"]);
    await check.getByRole("combobox").selectOption({ label: "0,1" });
    expect((await row(check, "Sesgo[0]"))[0]).toBe("−0,631812");
    expect((await row(check, "Sesgo[0]"))[1]).not.toBe("−0,631812");
    const changed = await edit(page, "backward", (source) =>
      source.replace(/^ *dScores\[label\] -= 1;.*\n/m, ""),
    );
    await run(changed);
    await check.getByText("✗ No coinciden (≠): Filtro[0, 2]").waitFor();
    expect((await row(check, "Sesgo[0]"))[2]).toMatch(/^≠ /);
    expect((await row(check, "Sesgo[1]"))[2]).not.toMatch(/≠/);
    await figures(page).backward.getByText("1 de 7.").waitFor(); // as the reader left it
  });

  test("steps lower the loss, everywhere at once, and can be undone", async ({ open }) => {
    const { page, problems } = await open(PAGE);
    const { forward, training } = figures(page);
    const [, , , willBe] = await row(training, "Peso[0]");
    await button(training, "Dar un paso").focus();
    await page.keyboard.press("Enter");
    await training.getByText("Tras 1 paso, la pérdida es 0,7393.").waitFor();
    expect((await row(training, "Peso[0]"))[0]).toBe(willBe);
    expect(await box(page, "Peso de la clase 0").inputValue()).toBe(willBe);
    expect(await cells(forward, "Pérdida")).toEqual(["0,739"]);
    await page.keyboard.press("Enter");
    await training.getByText("Tras 2 pasos, la pérdida es 0,3456.").waitFor();
    await button(training, "Deshacer").click();
    await training.getByText("Tras 1 paso, la pérdida es 0,7393.").waitFor();
    await type(page, "Momento", "0");
    await button(training, "Dar un paso").click();
    await training.getByText("Tras 2 pasos").waitFor();
    await button(training, "Empezar de nuevo").click();
    await training.getByText("Tras 0 pasos, la pérdida es 0,9992.").waitFor();
    expect(await box(page, "Momento").inputValue()).toBe("0,9");
    expect(problems).toEqual([]);
  });
});

describe("the real network", () => {
  test("it comes when it is asked for, and its gradient is checked weight by weight", async ({
    open,
  }) => {
    const { page, problems } = await open(PAGE);
    const hasTfjs = () =>
      page.evaluate(() =>
        performance.getEntriesByType("resource").some(({ name }) => name.includes("/tensorflow.")),
      );
    expect(await hasTfjs()).toBe(false);
    const slopes = page.getByRole("region", { name: "El gradiente, moviendo el peso" });
    expect(await slopes.count()).toBe(0);
    await button(page, "Traer la red de verdad y sus imágenes").click();
    await slopes.waitFor({ timeout: 60_000 });
    expect(await hasTfjs()).toBe(true);
    await page.getByText("conv1/kernel tiene 90 números").waitFor();
    await page.getByRole("combobox", { name: /^Pesos/ }).selectOption("fc2/bias");
    await page.getByText("fc2/bias tiene 10 números, del 0 al 9.").waitFor();
    await type(page, "Número", "10");
    await page.getByText("«10» se sale: escribe un número entre 0 y 9").waitFor();
    await type(page, "Número", "6");
    await page.getByText("El 6 es el de la salida 6.").waitFor();
    await expect.poll(() => page.getByText(/Gradiente hacia atrás: 4,407 · 10⁻²/).count()).toBe(1);
    expect((await row(slopes, "0,01"))[1]).toMatch(/^(✓ )?0,0\s%$/);
    await expectFits(page);
    expect(problems).toEqual([]);
  });
});

test("the slider shows that the squared error stalls where the network is sure and wrong", async ({
  open,
}) => {
  const { page } = await open(PAGE);
  const slider = page.getByRole("slider", { name: "Probabilidad de la clase verdadera" });
  await slider.focus();
  await page.keyboard.press("Home");
  await page
    .getByText(
      "entropía cruzada, pérdida 4,605 y gradiente −0,990; error cuadrático, pérdida 0,98 y gradiente −0,020",
    )
    .waitFor();
  await page.keyboard.press("End");
  await page.getByText("Con un 99 % para la clase verdadera").waitFor();
  expect(await cell(page, "twoLosses").count()).toBe(1);
});
