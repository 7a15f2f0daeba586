import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { chosen, countInputs, openChooser, origin } from "./chooserPage.js";
import { reload, test, visit } from "../support/browser.js";

const paperOf = (chooser: Locator) => chooser.getByRole("application", { name: /^Papel/ });

/** @param line places on the paper, 0–1 */
async function drawLine(page: Page, paper: Locator, line: [x: number, y: number][]): Promise<void> {
  await paper.scrollIntoViewIfNeeded();
  const box = (await paper.boundingBox())!;
  const places = line.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height] as const);
  await page.mouse.move(...places[0]!);
  await page.mouse.down();
  for (const place of places.slice(1)) await page.mouse.move(...place, { steps: 5 });
  await page.mouse.up();
}

/** Of what is not black; a garment's faintest edges may be. */
async function extent(chooser: Locator) {
  const { pixels } = await chosen(chooser);
  const lit = [...pixels.keys()].filter((i) => pixels[i]! > 0);
  const rows = lit.map((i) => Math.floor(i / 28));
  const columns = lit.map((i) => i % 28);
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const offCentre = Math.abs(Math.min(...columns) + Math.max(...columns) - 27);
  return { isWhole: top <= 1 && bottom >= 26, isCentred: offCentre <= 2 };
}

describe("on the paper", () => {
  test("each stroke of the mouse gives a garment, in the middle and as large as the images", async ({
    open,
  }) => {
    const { page, chooser, problems } = await openChooser(open, { tab: "Dibujo" });
    const inputs = await countInputs(chooser);
    await drawLine(page, paperOf(chooser), [
      [0.2, 0.1],
      [0.2, 0.4],
    ]);
    await expect.poll(() => origin(chooser)).toBe("drawn");
    expect(await inputs()).toBe(1);
    const { label, index, pixels } = await chosen(chooser);
    expect([label, index, pixels.length]).toEqual([undefined, undefined, 784]);
    expect(await extent(chooser)).toEqual({ isWhole: true, isCentred: true });
    expect(await chooser.locator(".preparation-steps li").count()).toBe(8);
    expect(problems).toEqual([]);
  });

  test("a stroke is undone and made again, and a blank paper takes nothing away", async ({
    open,
  }) => {
    const { page, chooser } = await openChooser(open, { tab: "Dibujo" });
    const paper = paperOf(chooser);
    const button = (name: string) => chooser.getByRole("button", { name });
    await drawLine(page, paper, [
      [0.3, 0.3],
      [0.7, 0.3],
    ]);
    await expect.poll(() => origin(chooser)).toBe("drawn");
    const one = (await chosen(chooser)).pixels;
    await drawLine(page, paper, [
      [0.5, 0.3],
      [0.5, 0.9],
    ]);
    await expect.poll(async () => (await chosen(chooser)).pixels).not.toEqual(one);
    const two = (await chosen(chooser)).pixels;
    await page.keyboard.press("Control+z"); // the paper has the keyboard
    await expect.poll(async () => (await chosen(chooser)).pixels).toEqual(one);
    await button("Rehacer").click();
    await expect.poll(async () => (await chosen(chooser)).pixels).toEqual(two);
    await button("Borrar todo").click();
    await chooser.getByText("El papel está en blanco").waitFor();
    expect((await chosen(chooser)).pixels).toEqual(two);
    expect(await button("Borrar todo").isDisabled()).toBe(true);
    await button("Deshacer").click();
    await chooser.getByText("El papel está en blanco").waitFor({ state: "detached" });
  });

  test("the keyboard draws too, and says where it is", async ({ open }) => {
    const { page, chooser } = await openChooser(open, { tab: "Dibujo" });
    await paperOf(chooser).focus();
    await page.keyboard.press("ArrowRight");
    await chooser.getByText("Fila 14, columna 15: papel en blanco.").waitFor();
    expect(await origin(chooser)).toBe("test");
    await page.keyboard.press("Space");
    await chooser.getByText("Fila 14, columna 15: gris 80 de 255.").waitFor();
    await expect.poll(() => origin(chooser)).toBe("drawn");
    for (let i = 0; i < 10; i++) await page.keyboard.press("Shift+ArrowDown");
    await expect.poll(() => extent(chooser)).toEqual({ isWhole: true, isCentred: true });
  });

  test("a finger draws, and the page does not scroll under it", async ({ open }) => {
    const { page, chooser } = await openChooser(open, { tab: "Dibujo" });
    const paper = paperOf(chooser);
    await paper.scrollIntoViewIfNeeded();
    const box = (await paper.boundingBox())!;
    const before = await page.evaluate(() => scrollY);
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
      client.send("Input.dispatchTouchEvent", {
        type,
        touchPoints:
          y === undefined ? [] : [{ x: box.x + box.width / 2, y: box.y + y * box.height }],
      });
    await touch("touchStart", 0.9);
    for (const y of [0.8, 0.6, 0.4, 0.2]) await touch("touchMove", y);
    await touch("touchEnd");
    await expect.poll(() => origin(chooser)).toBe("drawn");
    expect((await extent(chooser)).isWhole).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(before);
  });
});

test("a drawing that was left for a test image can be taken again", async ({ open }) => {
  const { page, chooser } = await openChooser(open, { tab: "Dibujo" });
  await drawLine(page, paperOf(chooser), [
    [0.3, 0.3],
    [0.7, 0.6],
  ]);
  await expect.poll(() => origin(chooser)).toBe("drawn");
  const { pixels } = await chosen(chooser);
  await chooser.getByRole("tab", { name: "De prueba" }).click();
  await chooser.getByRole("button", { name: "Siguiente", exact: true }).click();
  expect(await origin(chooser)).toBe("test");
  await chooser.getByRole("tab", { name: "Dibujo" }).click();
  await chooser.getByRole("button", { name: "Usar este dibujo" }).click();
  expect(await chosen(chooser)).toMatchObject({ origin: "drawn", pixels });
});

test("a drawing outlives a reload and the way to another page, where it can be taken", async ({
  open,
}) => {
  const { page, chooser, problems } = await openChooser(open, { tab: "Dibujo" });
  await drawLine(page, paperOf(chooser), [
    [0.3, 0.3],
    [0.7, 0.6],
  ]);
  await expect.poll(() => origin(chooser)).toBe("drawn");
  const { pixels } = await chosen(chooser);
  for (const leave of [() => reload(page), () => visit(page, "/en-que-se-fija")]) {
    await leave();
    expect(await origin(chooser)).toBe("test");
    await chooser.getByRole("tab", { name: "Dibujo" }).click();
    await chooser.getByRole("button", { name: "Usar este dibujo" }).click();
    expect(await chosen(chooser)).toMatchObject({ origin: "drawn", pixels });
  }
  await chooser.getByRole("button", { name: "Borrar todo" }).click();
  await reload(page);
  await chooser.getByRole("tab", { name: "Dibujo" }).click();
  expect(await chooser.getByRole("button", { name: "Borrar todo" }).isDisabled()).toBe(true);
  expect(problems).toEqual([]);
});
