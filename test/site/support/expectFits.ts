import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeViolations } from "./axeViolations.js";
import { resize, widerThanWindow } from "./layout.js";

/** In a laptop's window and in a phone's: no rule of axe broken, and nothing wider than the window. */
export async function expectFits(page: Page): Promise<void> {
  for (const width of [1280, 390]) {
    await resize(page, width);
    await expect.poll(() => widerThanWindow(page), { message: `${width} px` }).toEqual([]);
    expect.soft({ width, broken: await axeViolations(page) }).toEqual({ width, broken: [] });
  }
}
