// The header of a phone: the menu, where I am, the way on.
import { expect } from "vitest";
import { linkUrl, test } from "../support/browser.js";

const PHONE = { width: 390, height: 844 };

test("says where I am and leads on; the menu opens the pages, by touch and by keyboard", async ({
  open,
}) => {
  const { page, problems } = await open("/entrenar", { viewport: PHONE });
  const header = page.locator("#observablehq-header");
  expect(await header.locator("p").innerText()).toBe("7 de 20 · Entrenar la red");
  const menu = page.getByRole("checkbox", { name: "Mostrar u ocultar el índice" });
  const pages = page.getByRole("navigation", { name: "Páginas" });
  expect(await pages.isVisible()).toBe(false);
  await menu.click();
  await pages.getByRole("link", { name: "Evaluar la red" }).waitFor();
  await page.mouse.click(380, 500); // beside it
  await expect.poll(() => pages.isVisible()).toBe(false);
  await menu.focus();
  await page.keyboard.press("Space");
  await expect.poll(() => pages.isVisible()).toBe(true);
  await page.keyboard.press("Space");
  await header.getByRole("link", { name: "Siguiente: Visualizar el error" }).click();
  await page.waitForURL(linkUrl("/visualizar-el-error"));
  expect(problems).toEqual([]);
});

test("the first page leads to the first step, the last one nowhere", async ({ open }) => {
  const { page } = await open("/index", { viewport: PHONE });
  expect(await page.locator("#observablehq-header a").getAttribute("href")).toContain(
    "cargar-los-datos",
  );
  const { page: last } = await open("/glosario", { viewport: PHONE });
  expect(await last.locator("#observablehq-header p").innerText()).toBe("20 de 20 · Glosario");
  expect(await last.locator("#observablehq-header a").count()).toBe(0);
});

test("in a wide window there is none", async ({ open }) => {
  const { page } = await open("/entrenar", { viewport: { width: 1280, height: 800 } });
  expect(await page.locator("#observablehq-header").isVisible()).toBe(false);
});
