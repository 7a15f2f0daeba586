// A page on paper: A4 between its margins, black on white whatever the screen's theme, without controls.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { resize, widerThanWindow } from "../support/layout.js";

/** 210 mm without margins of 20 mm, at 96 px an inch. */
const SHEET_PX = 643;
const CONTROLS = [
  "main .button",
  "main input[type=range]",
  "main button.primary",
  "main .cell-edit",
  "#observablehq-sidebar",
  "#observablehq-header",
  ".training-console",
].join();

/** @param page that is seen in the dark */
export async function expectHandout(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await resize(page, SHEET_PX);
  await expect.poll(() => widerThanWindow(page), { message: "on paper" }).toEqual([]);
  const look = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { backgroundColor, color };
  });
  expect.soft(look.backgroundColor).toMatch(/255, 255, 255|rgba\(0, 0, 0, 0\)/);
  expect.soft(look.color).toBe("rgb(36, 33, 29)");
  expect.soft(await page.locator(CONTROLS).filter({ visible: true }).count()).toBe(0);
}
