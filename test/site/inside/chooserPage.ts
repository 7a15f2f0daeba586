// The chooser of a garment as it stands in its page, and what it has chosen.
import type { Locator, Page } from "playwright-core";
import type { Garment } from "../../../src/lib/dataset/garment.js";
import type { OpenedPage, OpenPage } from "../support/browser.js";

export const CHOOSER_PAGE = "/por-dentro";

type Element = HTMLElement & { value: Garment };

export interface ChooserPage extends OpenedPage {
  chooser: Locator;
}

/** @param tab that is opened; left out: that of the test images */
export async function openChooser(
  open: OpenPage,
  { query = "", tab }: { query?: string; tab?: string } = {},
): Promise<ChooserPage> {
  const { page, problems } = await open(`${CHOOSER_PAGE}${query}`);
  const chooser = chooserIn(page);
  if (tab !== undefined) await chooser.getByRole("tab", { name: tab }).click();
  return { page, problems, chooser };
}

/** The one that works, not what was written for it: on a busy machine its cell may come late. */
export const chooserIn = (page: Page) =>
  page.locator(".garment-chooser:not(observablehq-loading *)");

export interface ChosenGarment extends Omit<Garment, "pixels"> {
  pixels: number[];
}

export function chosen(chooser: Locator): Promise<ChosenGarment> {
  return chooser.evaluate((element: Element) => ({
    ...element.value,
    pixels: [...element.value.pixels],
  }));
}

export const origin = (chooser: Locator) =>
  chooser.evaluate((element: Element) => element.value.origin);
export const index = (chooser: Locator) =>
  chooser.evaluate((element: Element) => element.value.index);

/** How often the page has heard of a garment since this was called. */
export async function countInputs(chooser: Locator): Promise<() => Promise<number>> {
  const counter = await chooser.evaluateHandle((element: Element) => {
    const counter = { count: 0 };
    element.addEventListener("input", () => counter.count++);
    return counter;
  });
  return () => counter.evaluate(({ count }) => count);
}
