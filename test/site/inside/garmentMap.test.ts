// The map of the garments: what it shows on arrival, and what its reader does with it.
import { describe, expect } from "vitest";
import { canvasIn, colours, download, inked, inSight, mapIn, openMap, umapIn } from "./mapPage.js";
import { test } from "../support/browser.js";
import { button } from "../support/button.js";
import { expectFits } from "../support/expectFits.js";

const LIMIT_MS = 60_000;

describe("on arrival", () => {
  test("the reference run's 10,000 dots are there without a download", async ({ open }) => {
    const { page, problems } = await openMap(open);
    await expect.poll(() => inSight(page)).toBe(10_000);
    await expect.poll(() => inked(page)).toBeGreaterThan(5_000);
    expect(await umapIn(page).getByText("10.000 prendas a la vista").count()).toBe(1);
    const row = page.getByRole("row", { name: /^Camisa/ });
    expect(await row.textContent()).toMatch(/Jersey.*\d\s%/s);
    expect(problems).toEqual([]);
  });

  test("a class that is called for is the only one in colour", async ({ open }) => {
    const { page, problems } = await openMap(open);
    await expect.poll(() => inked(page)).toBeGreaterThan(5_000);
    const bag = mapIn(page).getByRole("button", { name: /^Bolso/ });
    await bag.focus();
    await page.keyboard.press("Enter");
    expect(await bag.getAttribute("aria-pressed")).toBe("true");
    await expect
      .poll(async () => Object.keys(await colours(page)).includes("220,220,220"))
      .toBe(true);
    expect(Object.keys(await colours(page))).not.toContain("0,114,178");
    await mapIn(page).getByLabel("Color").selectOption("acierto o error");
    await mapIn(page)
      .getByRole("button", { name: /^Error 1\.\d{3}/ })
      .waitFor();
    expect(problems).toEqual([]);
  });
});

describe("by keyboard", () => {
  test("it is magnified, moved, and shown whole again; an image is chosen and marked", async ({
    open,
  }) => {
    const { page, problems } = await openMap(open);
    await expect.poll(() => inSight(page)).toBe(10_000);
    await canvasIn(page).focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press("+");
    await expect.poll(() => inSight(page)).toBeLessThan(10_000);
    const before = await inSight(page);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => inSight(page)).not.toBe(before);
    await page.keyboard.press("Enter");
    const [, number] = /imagen (\d+)/i.exec(
      await mapIn(page)
        .locator(".chosen-garment p")
        .textContent()
        .then((text) => text!.replaceAll(".", "")),
    )!;
    expect(new URL(page.url()).hash).toBe(`#imagen=${number!}`);
    await page.keyboard.press("0");
    await expect.poll(() => inSight(page)).toBe(10_000);
    await button(mapIn(page), "Marcar las del centro").press("Enter");
    await mapIn(page)
      .getByText(/^24 prendas marcadas: /)
      .waitFor();
    expect(await mapIn(page).locator(".map-marked li").count()).toBe(13);
    expect(problems).toEqual([]);
  });

  test("an image is looked for by its number; another than those there are is refused", async ({
    open,
  }) => {
    const { page, problems } = await openMap(open);
    const field = mapIn(page).getByLabel(/^Número de la imagen/);
    await field.fill("10000");
    await page.keyboard.press("Enter");
    await mapIn(page).getByText("No hay ninguna imagen «10000»").waitFor();
    await field.fill("4823");
    await page.keyboard.press("Enter");
    await mapIn(page).getByText("Imagen 4.823: ", { exact: false }).first().waitFor();
    await expect.poll(() => inSight(page)).toBeLessThan(5_000);
    const link = mapIn(page).getByRole("link", { name: "Mírala en «La red por dentro»" });
    expect(await link.getAttribute("href")).toBe("./por-dentro.html#imagen=4823");
    expect(await umapIn(page).getByText("Imagen 4.823: ").first().textContent()).toContain("4.823");
    expect(problems).toEqual([]);
  });
});

test("a rectangle marks what is inside it", async ({ open }) => {
  const { page, problems } = await openMap(open);
  await expect.poll(() => inSight(page)).toBe(10_000);
  await button(mapIn(page), "Marcar un rectángulo").click();
  await canvasIn(page).scrollIntoViewIfNeeded();
  const box = (await canvasIn(page).boundingBox())!;
  await page.mouse.move(box.x + 5, box.y + 5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 5, box.y + box.height / 3, { steps: 4 });
  await page.mouse.up();
  await mapIn(page)
    .getByText(/prendas marcadas: .*de Pantalón/)
    .waitFor();
  expect(await inSight(page)).toBe(10_000);
  expect(problems).toEqual([]);
});

describe("with the images", () => {
  test("they are seen near, an epoch moves them, and neighbours stand side by side", async ({
    open,
  }) => {
    const { page, problems } = await openMap(open, "", { reducedMotion: "reduce" });
    await expect.poll(() => inked(page)).toBeGreaterThan(5_000);
    await download(page);
    const slider = page.getByRole("slider", { name: "Época" });
    await expect.poll(() => slider.isEnabled()).toBe(true);
    const last = await inked(page);
    await slider.focus();
    await page.keyboard.press("Home");
    await page.getByText(/Época 0/).waitFor();
    // Before it has learned, all lie close together.
    await expect.poll(() => inked(page), { timeout: LIMIT_MS }).toBeLessThan(last / 2);
    expect(new URL(page.url()).hash).toBe("#epoca=0");
    await page.keyboard.press("End");
    await expect.poll(() => inked(page), { timeout: LIMIT_MS }).toBeGreaterThan(0.95 * last);
    await mapIn(page)
      .getByLabel(/^Número de la imagen/)
      .fill("17");
    await page.keyboard.press("Enter");
    await page.getByText(/^Para la red \(fc1\)/).waitFor({ timeout: LIMIT_MS });
    expect(await page.locator(".neighbour-rows canvas").count()).toBe(18);
    expect(await mapIn(page).locator(".chosen-garment canvas").count()).toBe(1);
    await expectFits(page);
    expect(problems).toEqual([]);
  });

  test("a link opens at an image and an epoch", async ({ open }) => {
    const { page, problems } = await openMap(open, "#imagen=4823&epoca=3");
    await page.getByText("Las 10.000 imágenes están aquí").waitFor({ timeout: LIMIT_MS });
    await page.getByText(/Época 3 /).waitFor();
    await mapIn(page).getByText("Imagen 4.823: ").first().waitFor();
    await page.getByText(/^Por sus píxeles/).waitFor({ timeout: LIMIT_MS });
    const inside = mapIn(page).getByRole("link", { name: "Mírala en «La red por dentro»" });
    expect(await inside.getAttribute("href")).toBe("./por-dentro.html#imagen=4823&epoca=3");
    const neighbour = page.locator(".neighbour-rows a").first();
    expect(await neighbour.getAttribute("href")).toBe("./por-dentro.html#imagen=4823&epoca=3");
    await page.evaluate(() => {
      location.hash = "#imagen=17&epoca=4";
    });
    await page.getByText(/Época 4 /).waitFor();
    await mapIn(page).getByText("Imagen 17: ").first().waitFor();
    await expect.poll(() => neighbour.getAttribute("href")).toContain("#imagen=17&epoca=4");
    expect(problems).toEqual([]);
  });

  test("UMAP is begun here, tells how far it is, and can be cancelled", async ({ open }) => {
    const { page, problems } = await openMap(open);
    const held: (() => Promise<void>)[] = [];
    await page.route(/umapWorker/, (route) => {
      held.push(() => route.continue());
    });
    await button(page, "Calcular UMAP aquí").click();
    const panel = page.getByRole("group", { name: "Calcular UMAP aquí" });
    await panel.getByText("Cargando el programa que calcula UMAP…").waitFor({ timeout: LIMIT_MS });
    await expect.poll(() => held.length).toBe(1);
    await held[0]!();
    await panel.getByText("Buscando las vecinas de cada imagen…").waitFor({ timeout: LIMIT_MS });
    await button(panel, "Cancelar").click();
    await panel.getByText("Cancelado.").waitFor();
    expect(await umapIn(page).getByText("10.000 prendas a la vista").count()).toBe(1);
    expect(problems).toEqual([]);
  });
});

test("on paper every map is drawn, on white, also one that the reader has not come to", async ({
  open,
}) => {
  const { page, problems } = await open("/mapa-de-prendas", { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect.poll(() => inked(page)).toBeGreaterThan(1000);
  expect(Object.keys(await colours(page))).toContain("255,255,255");
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await expect.poll(async () => Object.keys(await colours(page))).not.toContain("255,255,255");
  expect(problems).toEqual([]);
});
