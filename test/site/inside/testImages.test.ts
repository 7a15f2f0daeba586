import { readFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { describe, expect } from "vitest";
import { chosen, countInputs, index, openChooser } from "./chooserPage.js";
import { test } from "../support/browser.js";
import { expectFits } from "../support/expectFits.js";
import { focusedText } from "../support/focusedText.js";
import type { ReferenceRunJson } from "../../../src/lib/files/referenceRun.js";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { imageAt } from "../../../src/lib/dataset/dataset.js";

const { test: images } = await readDataset();
const json = JSON.parse(readFileSync("src/reference/run.json", "utf8")) as ReferenceRunJson;
const predictions = Array.from(json.evaluation.predictions, Number);
const firstErrors = Array.from({ length: 200 }, (_, i) => i).filter(
  (i) => predictions[i] !== images.labels[i],
);

const numberField = (chooser: Locator) => chooser.getByRole("textbox", { name: /^Número/ });

const inStrip = (chooser: Locator, options: Parameters<Locator["getByRole"]>[1] = {}) =>
  chooser.getByRole("listbox", { name: /^Imágenes de prueba/ }).getByRole("option", options);

describe("the test images that are there", () => {
  test("are picked by number, by steps and from the strip, and the page hears of each", async ({
    open,
  }) => {
    const { chooser, problems } = await openChooser(open);
    const inputs = await countInputs(chooser);
    const number = numberField(chooser);
    await number.fill("17");
    expect(await inputs()).toBe(0); // not while it is typed
    await number.press("Enter");
    expect(await chosen(chooser)).toEqual({
      index: 17,
      label: images.labels[17],
      origin: "test",
      pixels: [...imageAt(images, 17)],
    });
    await chooser.getByRole("button", { name: "Siguiente", exact: true }).click();
    expect(await index(chooser)).toBe(18);
    await chooser.getByRole("button", { name: "Anterior", exact: true }).click();
    await inStrip(chooser, { name: /^Imagen 20:/ }).click();
    expect(await index(chooser)).toBe(20);
    expect(await inputs()).toBe(4);
    expect(problems).toEqual([]);
  });

  test("are found by what the network says of them, and a choice stays until another", async ({
    open,
  }) => {
    const { chooser } = await openChooser(open);
    const inputs = await countInputs(chooser);
    await chooser.getByLabel("Cuáles").selectOption("errores");
    const options = inStrip(chooser, { selected: false }).filter({ hasText: "✗" });
    await expect.poll(() => options.count()).toBe(12);
    expect(await options.first().getAttribute("aria-label")).toMatch(
      new RegExp(`^Imagen ${firstErrors[0]!}: .*error$`),
    );
    expect([await index(chooser), await inputs()]).toEqual([0, 0]);
    await chooser.getByText(`${firstErrors.length} de las 200 primeras`).waitFor();
    await chooser.getByRole("button", { name: "Siguiente", exact: true }).click();
    expect(await index(chooser)).toBe(firstErrors[0]);
    await chooser.getByLabel("Cuáles").selectOption({ value: "doubtful" });
    await chooser.getByText("menos de un 60 % a su respuesta").waitFor();
  });

  test("come at random by a seed, the same for everybody", async ({ open }) => {
    const { chooser } = await openChooser(open);
    const draw = chooser.getByRole("button", { name: "Una al azar" });
    await draw.click();
    const first = await index(chooser);
    expect(await chooser.getByLabel("Semilla").inputValue()).toBe("42");
    await draw.click();
    expect(await chooser.getByLabel("Semilla").inputValue()).toBe("43");
    expect(await index(chooser)).not.toBe(first);
    await chooser.getByLabel("Semilla").fill("42");
    await chooser.getByLabel("Semilla").press("Enter");
    await inStrip(chooser).first().click();
    expect(await index(chooser)).toBe(first);
    await chooser.getByLabel("Semilla").fill("mil");
    await chooser.getByLabel("Semilla").press("Enter");
    expect(await chooser.getByLabel("Semilla").inputValue()).toBe("42");
  });

  test("are walked by the arrows, beyond the strip's end, and chosen by Enter", async ({
    open,
  }) => {
    const { page, chooser } = await openChooser(open);
    await inStrip(chooser, { selected: true }).focus();
    await page.keyboard.press("ArrowRight");
    expect(await focusedText(page)).toContain("1 ");
    expect(await index(chooser)).toBe(0);
    await page.keyboard.press("PageDown");
    await page.keyboard.press("Enter");
    expect(await index(chooser)).toBe(13);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Space");
    expect(await index(chooser)).toBe(0);
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    expect(await index(chooser)).toBe(199);
  });

  test("what is no number of theirs is refused, and the choice stays", async ({ open }) => {
    const { chooser } = await openChooser(open);
    await numberField(chooser).fill("10.000");
    await numberField(chooser).press("Enter");
    await chooser.getByText("No hay ninguna imagen «10.000»").waitFor();
    expect(await numberField(chooser).getAttribute("aria-invalid")).toBe("true");
    expect(await index(chooser)).toBe(0);
  });
});

describe("a test image that is not there yet", () => {
  test("is asked for, downloaded on a button, and then chosen", async ({ open }) => {
    const { chooser } = await openChooser(open);
    await numberField(chooser).fill("4321");
    await numberField(chooser).press("Enter");
    await chooser.getByText("La imagen 4.321 no está entre las 200 primeras").waitFor();
    await chooser.getByRole("button", { name: /^Descargar las 10.000 \(\d,\d MB\)$/ }).click();
    await expect.poll(() => index(chooser)).toBe(4321);
    expect((await chosen(chooser)).pixels).toEqual([...imageAt(images, 4321)]);
    await chooser.getByText("10.000 de las 10.000 imágenes").waitFor();
  });

  test("of a link comes at once; meanwhile the first is there", async ({ open }) => {
    const { chooser } = await openChooser(open, { query: "#imagen=4321" });
    await expect.poll(() => index(chooser)).toBe(4321);
  });

  test("of a link that cannot be downloaded can be tried again", async ({ open }) => {
    const { page, chooser } = await openChooser(open);
    await page.context().route(/test-images/, (route) => route.abort());
    await page.evaluate(() => caches.delete("red-convolucional-datos"));
    await page.evaluate(() => {
      location.hash = "imagen=4321";
    });
    await page.reload();
    await chooser.getByRole("button", { name: "Reintentar" }).waitFor();
    expect(await index(chooser)).toBe(0);
    await page.context().unroute(/test-images/);
    await chooser.getByRole("button", { name: "Reintentar" }).click();
    await expect.poll(() => index(chooser)).toBe(4321);
  });
});

test("the chooser fits in any window and breaks no rule of axe", async ({ open }) => {
  const { page, chooser } = await openChooser(open);
  for (const tab of ["De prueba", "Dibujo", "Foto o archivo"]) {
    await chooser.getByRole("tab", { name: tab }).click();
    await expectFits(page);
  }
});
