// The reader's hands on a cell.
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
