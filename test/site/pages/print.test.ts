// Every page on paper: A4 between its margins, black on white whatever the screen's theme, without controls.
import { expect } from "vitest";
import { test } from "../support/browser.js";
import { widerThanWindow } from "../support/layout.js";
import { sitePages } from "../support/sitePages.js";

/** 210 mm without margins of 20 mm, at 96 px an inch. */
const SHEET_PX = 643;

test.for(sitePages)("page %s prints as a handout", async (path, { open }) => {
  const { page } = await open(path, {
    viewport: { width: SHEET_PX, height: 900 },
    colorScheme: "dark",
  });
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => widerThanWindow(page)).toEqual([]);
  const look = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { backgroundColor, color };
  });
  expect(look.backgroundColor).toMatch(/255, 255, 255|rgba\(0, 0, 0, 0\)/);
  expect(look.color).toBe("rgb(36, 33, 29)");
  const controls = page.locator(
    [
      "main .button",
      "main input[type=range]",
      "main button.primary",
      "main .cell-edit",
      "#observablehq-sidebar",
      "#observablehq-header",
      ".training-console",
    ].join(),
  );
  expect(await controls.filter({ visible: true }).count()).toBe(0);
});

test("the confusion matrix keeps its cells on paper", async ({ open }) => {
  const { page } = await open("/evaluar");
  await page.emulateMedia({ media: "print" });
  const cells = page.locator(".confusion-matrix td button").filter({ visible: true });
  expect(await cells.count()).toBe(100);
});
