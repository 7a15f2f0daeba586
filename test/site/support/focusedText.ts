import type { Page } from "playwright-core";

/** What is written on the element that has the keyboard's focus. */
export const focusedText = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent.trim());
