// What follows from a change of a cell: what is computed from it, what it shows, the ways back.
import { describe, expect } from "vitest";
import { reload, test, visit } from "../support/browser.js";
import { cell, code, edit, error, layerTable, run, withFilters } from "../support/cells.js";

describe("an edited cell", () => {
  test("a page with no edit loads no editor and no parser", async ({ open }) => {
    const { page, problems } = await open("/definir-la-red");
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    );
    expect(
      loaded.filter((url) =>
        /codemirror|lezer|acorn|openNotebook|editableCell|vocabulary/.test(url),
      ),
    ).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("what is computed from it follows, a reload finds it, and the original comes back", async ({
    open,
  }) => {
    const { page, problems } = await open("/definir-la-red");
    const network = await edit(page, "network", withFilters(16));
    await run(network);
    await layerTable(page).getByText("26 × 26 × 16").waitFor();
    await page.getByText("Tu cuaderno difiere del original en 1 celda: 1 aquí.").waitFor();

    await reload(page);
    await layerTable(page).getByText("26 × 26 × 16").waitFor();
    expect(await code(cell(page, "network")).textContent()).toContain("filters: 16");

    await visit(page, "/evaluar");
    await page.getByText("1 en «Definir la red»").waitFor();
    await visit(page, "/definir-la-red");
    await page.getByRole("button", { name: "Restaurar todo aquí" }).click();
    await layerTable(page).getByText("26 × 26 × 10").waitFor();
    await page.locator(".notebook-bar").getByRole("button", { name: "Deshacer" }).click();
    await layerTable(page).getByText("26 × 26 × 16").waitFor();
    await cell(page, "network").getByRole("button", { name: "Restaurar" }).click();
    await layerTable(page).getByText("26 × 26 × 10").waitFor();
    await reload(page);
    expect(await page.locator(".notebook-bar").count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test("shows its last value and what it logs; a new name is seen by other cells, wherever they stand", async ({
    open,
  }) => {
    const { page, problems } = await open("/definir-la-red");
    const early = await edit(
      page,
      "network",
      (source) => `${source}\nconsole.log("capas:", network.layers.length);\ndoble`,
    );
    await run(early);
    await error(early).getByText("«doble» no está definido").waitFor();
    const late = await edit(page, "apagado", (source) => `${source}\nconst doble = 2 * apagado;`);
    await run(late);
    await early.locator(".observablehq--block").getByText("0.8").waitFor();
    expect(await early.locator(".cell-console").textContent()).toContain("capas: 9");
    expect(await error(early).isHidden()).toBe(true);
    expect(
      problems.filter((problem) => !problem.startsWith("console error: RuntimeError")),
    ).toEqual([]);
  });
});

test("an evaluation that the reader has made stays when the cell that counts its hits changes", async ({
  open,
}) => {
  const { page } = await open("/precision-inicial");
  await page.getByRole("button", { name: "Evaluar la red sin entrenar" }).click();
  await page.getByText("de exactitud y una pérdida de").waitFor();
  await run(await edit(page, "cuenta", () => "const accuracy = () => 0.25;"));
  await page.getByText("25,00 % de exactitud y una pérdida de").waitFor();
});

test("what Experimentos computes of two runs follows its cell", async ({ open }) => {
  const { page, problems } = await open("/experimentos");
  const found = await edit(page, "diferencias", (source) => `${source}\nbase.id === abierta.id`);
  await run(found);
  await found.locator(".observablehq--block").getByText("true").waitFor();
  expect(problems).toEqual([]);
});
