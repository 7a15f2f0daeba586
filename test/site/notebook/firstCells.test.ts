// The editable cells as the first version had them, each changed by a comment and saved: readers have
// such cells in their browsers. What the pages declare around them may move, as long as they run.
import { expect } from "vitest";
import { test, visit } from "../support/browser.js";
import firstCells from "./firstCells.json" with { type: "json" };

const pages = [...new Set(firstCells.map(({ page }) => page))];

test("the cells of the first version run in the pages of this one", async ({ open }) => {
  const { page, problems } = await open("/glosario");
  await page.evaluate((cells) => {
    const site = location.pathname.replace(/[^/]*$/, "");
    for (const { page, cell, source } of cells) {
      const edit = { page, cell, source: `${source} // mía`, original: source, savedAt: 1 };
      localStorage.setItem(`red-convolucional ${site} celda ${page}#${cell}`, JSON.stringify(edit));
    }
  }, firstCells);
  for (const path of pages) {
    await visit(page, path);
    const cells = firstCells.filter((cell) => cell.page === path).map(({ cell }) => cell);
    for (const cell of cells) await page.locator(`.cell.changed[data-cell=${cell}]`).waitFor();
    const failed = page.locator(".cell.failed, .observablehq--error");
    expect.soft({ path, failed: await failed.allTextContents() }).toEqual({ path, failed: [] });
  }
  expect(problems).toEqual([]);
});
