// The notebook open in two tabs of one browser: what one does to a cell, the other follows, and neither
// overwrites the other.
import { expect } from "vitest";
import { openTab, test, visit } from "../support/browser.js";
import { cell, code, edit, layerTable, run, withFilters } from "../support/cells.js";
import { expectStays } from "../support/expectStays.js";

test("a cell changed in one tab changes in the other", async ({ open }) => {
  const { page, problems } = await open("/definir-la-red");
  const other = await openTab(page, "/definir-la-red");
  await run(await edit(page, "network", withFilters(16)));
  await layerTable(page).getByText("26 × 26 × 16").waitFor();
  await layerTable(other).getByText("26 × 26 × 16").waitFor();
  await other.locator(".notebook-bar").getByText("1 aquí").waitFor();

  await edit(other, "network", withFilters(12)); // not run
  await cell(page, "network").getByText("Cambiada y sin ejecutar.").waitFor();
  expect(await code(cell(page, "network")).textContent()).toContain("filters: 12");
  expect(await layerTable(page).textContent()).toContain("26 × 26 × 16");

  await other.getByRole("button", { name: "Restaurar todo aquí" }).click();
  await layerTable(page).getByText("26 × 26 × 10").waitFor();
  await other.locator(".notebook-bar").getByRole("button", { name: "Deshacer" }).click();
  await layerTable(page).getByText("26 × 26 × 16").waitFor();
  expect(problems).toEqual([]);
});

test("what is written here is not overwritten by what another tab kept, nor that by this", async ({
  open,
}) => {
  const { page } = await open("/definir-la-red");
  const other = await openTab(page, "/evaluar");
  const found = await edit(page, "network", withFilters(16));
  await run(found);
  await layerTable(page).getByText("26 × 26 × 16").waitFor();
  await edit(page, "network", withFilters(14)); // not saved before the other tab saves its own
  await other.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.endsWith("#network"))!;
    const saved = JSON.parse(localStorage.getItem(key)!) as { source: string };
    const source = saved.source.replace("filters: 16", "filters: 13");
    localStorage.setItem(key, JSON.stringify({ ...saved, source }));
  });
  await found.getByText("En otra pestaña también has cambiado esta celda").waitFor();
  const mine = async () => (await code(found).textContent())!.includes("filters: 14");
  await expectStays(mine, true, 600); // longer than it takes to save a draft
  expect(await found.locator(".cell-notices pre").textContent()).toContain("filters: 13");
  await found.getByRole("button", { name: "Usar lo de la otra pestaña" }).click();
  await layerTable(page).getByText("26 × 26 × 13").waitFor();
  expect(await found.locator(".cell-notices").textContent()).toBe("");
  await found.getByRole("button", { name: "Deshacer" }).click();
  expect(await code(found).textContent()).toContain("filters: 14");
});

test("undoing a restoring takes nothing of what has been done since", async ({ open }) => {
  const { page } = await open("/evaluar");
  const bar = page.locator(".notebook-bar");
  const undo = bar.getByRole("button", { name: "Deshacer" });
  const similar = (list: string) => (source: string) => source.replace("[0, 2, 3, 4]", list);
  await run(await edit(page, "parecidas", similar("[1]")));
  await run(await edit(page, "precision", (source) => `${source} // mía`));
  await bar.getByText("2 aquí").waitFor();
  await page.getByRole("button", { name: "Restaurar todo aquí" }).click();
  await undo.waitFor();

  const other = await openTab(page, "/evaluar");
  await run(await edit(other, "parecidas", similar("[7]")));
  await visit(other, "/definir-la-red");
  await run(await edit(other, "network", withFilters(7)));
  await layerTable(other).getByText("26 × 26 × 7").waitFor();

  await undo.click();
  await bar.getByText("2 aquí").waitFor();
  expect(await code(cell(page, "parecidas")).textContent()).toContain("[7]");
  expect(await code(cell(page, "precision")).textContent()).toContain("// mía");
  await visit(other, "/entrenar");
  expect(await other.locator("#red").inputValue()).toBe("tuya");
});

test("a page with nothing changed learns what another tab changes", async ({ open }) => {
  const { page } = await open("/evaluar");
  const other = await openTab(page, "/definir-la-red");
  await run(await edit(other, "network", withFilters(16)));
  await page.locator(".notebook-bar").getByText("1 en «Definir la red»").waitFor();
});

test("what another tab takes back while the page still follows it stands again", async ({
  open,
}) => {
  const { page, problems } = await open("/definir-la-red");
  await run(await edit(page, "network", withFilters(16)));
  await layerTable(page).getByText("26 × 26 × 16").waitFor();
  await page.evaluate(async () => {
    const main = document.querySelector("main")!;
    const until = (found: () => boolean | undefined) =>
      new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          if (!found()) return;
          observer.disconnect();
          resolve();
        }).observe(main, { childList: true, subtree: true, characterData: true });
      });
    const elsewhere = document.body.appendChild(document.createElement("iframe")).contentWindow!;
    const key = Object.keys(localStorage).find((name) => name.endsWith("#network"))!;
    const saved = localStorage.getItem(key)!;
    const code = main.querySelector('[data-cell="network"] .cm-content')!;
    const follows = until(() => code.textContent.includes("filters: 10"));
    const restored = until(() => main.querySelector("figure table")?.textContent.includes("× 10"));
    elsewhere.localStorage.removeItem(key);
    await follows; // it stands in the editor and has not run yet
    elsewhere.localStorage.setItem(key, saved);
    await restored;
  });
  await layerTable(page).getByText("26 × 26 × 16").waitFor();
  expect(await code(cell(page, "network")).textContent()).toContain("filters: 16");
  expect(problems).toEqual([]);
});
