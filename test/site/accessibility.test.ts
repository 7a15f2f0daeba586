// axe-core on every page, by day and by night, on a laptop's window and on a phone's.
import { describe, expect } from "vitest";
import { axeViolations } from "./axeViolations.js";
import { test } from "./browser.js";
import { sitePages } from "./sitePages.js";

describe.each([...sitePages, "/404"])("page %s", (path) => {
  test("breaks no rule of axe", async ({ open }) => {
    const { page } = await open(path, { viewport: { width: 1280, height: 800 } });
    expect.soft(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForTimeout(250); // figures draw again once the window rests
    expect.soft(await axeViolations(page)).toEqual([]);
  });
});
