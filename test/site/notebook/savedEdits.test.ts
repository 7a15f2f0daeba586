// What is saved of a changed cell, what of that is run again, and a browser that saves nothing.
import { describe, expect } from "vitest";
import { reload, test } from "../support/browser.js";
import { cell, code, edit, layerTable, run, withFilters } from "../support/cells.js";
import { expectStays } from "../support/expectStays.js";

describe("an edited cell", () => {
  test("a draft that has not been run survives a reload, and is not run", async ({ open }) => {
    const { page } = await open("/definir-la-red");
    await edit(page, "network", withFilters(16));
    await reload(page);
    const found = cell(page, "network");
    await found.getByText("Cambiada y sin ejecutar.").waitFor();
    expect(await code(found).textContent()).toContain("filters: 16");
    expect(await layerTable(page).textContent()).toContain("26 × 26 × 10");
  });

  test("an original that has changed since is offered beside the reader's", async ({ open }) => {
    const { page } = await open("/definir-la-red");
    const found = await edit(page, "apagado", () => "const apagado = 0.7;");
    await run(found);
    await found.getByText("Ejecutada.").waitFor();
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.endsWith("#apagado"))!;
      const saved = JSON.parse(localStorage.getItem(key)!) as object;
      localStorage.setItem(key, JSON.stringify({ ...saved, original: "const apagado = 0.3;" }));
    });
    for (let visit = 0; visit < 2; visit++) {
      await reload(page);
      const notice = found.getByText("El cuaderno ha cambiado esta celda");
      await notice.waitFor();
      await expectStays(() => notice.count(), 1); // longer than a draft waits to be saved
    }
    expect(await code(found).textContent()).toContain("0.7");
    await found.getByRole("button", { name: "Usar el original nuevo" }).click();
    await found.getByText("original otra vez").waitFor();
    expect(await code(found).textContent()).toContain("0.4");
  });
});

test("a cell changed again after it ran says so when the page comes back", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  const found = await edit(page, "apagado", () => "const apagado = 0.7;");
  await run(found);
  await found.getByText("Ejecutada.").waitFor();
  await edit(page, "apagado", () => "const apagado = 0.8;");
  await reload(page);
  await found.getByText("Cambiada y sin ejecutar.").waitFor();
  const status = found.locator(".cell-status"); // what had run runs again
  await expectStays(() => status.textContent(), "Cambiada y sin ejecutar.");
  expect(await code(found).textContent()).toContain("0.8");
});

test("where the browser keeps nothing the bar tells what differs, and the way back works", async ({
  open,
}) => {
  const { page } = await open("/definir-la-red");
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  const bar = page.locator(".notebook-bar");
  await run(await edit(page, "network", withFilters(16)));
  await run(await edit(page, "apagado", () => "const apagado = 0.9;"));
  await bar.getByText("difiere del original en 2 celdas: 2 aquí").waitFor();
  await bar.getByText("no ha podido guardarlo todo").waitFor();
  await page.getByRole("button", { name: "Restaurar todo aquí" }).click();
  await layerTable(page).getByText("26 × 26 × 10").waitFor();
  expect(await code(cell(page, "apagado")).textContent()).toContain("0.4");
  await bar.getByRole("button", { name: "Deshacer" }).click();
  await layerTable(page).getByText("26 × 26 × 16").waitFor();
  expect(await code(cell(page, "apagado")).textContent()).toContain("0.9");
});
