// The reader's hands on a cell, and what follows from the network's.
import type { Locator, Page } from "playwright-core";

export const cell = (page: Page, name: string) => page.locator(`.cell[data-cell="${name}"]`);
export const code = (of: Locator) => of.locator(".cm-content");
export const error = (of: Locator) => of.locator(".cell-error");

/** Opens the cell and puts in what becomes of its source. */
export async function edit(
  page: Page,
  name: string,
  change: (source: string) => string,
): Promise<Locator> {
  const found = cell(page, name);
  if ((await code(found).count()) === 0)
    await found.getByRole("button", { name: "Editar" }).click();
  const original = (await found.locator("pre code").textContent())!.trimEnd();
  await code(found).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(change(original));
  return found;
}

export async function run(of: Locator): Promise<void> {
  await of.getByRole("button", { name: "Ejecutar" }).click();
}

/** Changes the number of filters in the first layer of the cell `network`, 10 in the original. */
export const withFilters = (count: number) => (source: string) =>
  source.replace("filters: 10", `filters: ${count}`);

/** The table of the network's layers, on the page that defines it. */
export const layerTable = (page: Page) => page.locator("figure table").first();
