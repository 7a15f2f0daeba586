// Changed cells taken to another browser in a file.
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { test, visit } from "../support/browser.js";
import { cell, code, edit, layerTable, run, withFilters } from "../support/cells.js";
import { download } from "../support/download.js";

test("changes go out to a file and come back in another browser", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  await run(await edit(page, "network", withFilters(16)));
  await layerTable(page).getByText("26 × 26 × 16").waitFor();
  await visit(page, "/guardar-el-modelo");
  const path = await download(page.getByRole("button", { name: "Descargar mis celdas" }));

  const { page: other } = await open("/definir-la-red");
  await run(await edit(other, "network", withFilters(12)));
  await layerTable(other).getByText("26 × 26 × 12").waitFor();
  await visit(other, "/guardar-el-modelo");
  const input = other.locator("#archivo-celdas");
  await input.setInputFiles({
    name: "roto.json",
    mimeType: "application/json",
    buffer: Buffer.from("{"),
  });
  await other.getByRole("alert").getByText("El archivo está dañado").waitFor();
  await input.setInputFiles(path);
  await other.getByText("Se ha traído 1 celda").waitFor();
  const undo = other.locator(".cell-exchange").getByRole("button", { name: "Deshacer" });
  await undo.click(); // the cell that was there is not lost
  await visit(other, "/definir-la-red");
  await layerTable(other).getByText("26 × 26 × 12").waitFor();

  await visit(other, "/guardar-el-modelo");
  await input.setInputFiles(path);
  await other.getByText("Se ha traído 1 celda").waitFor();
  await other.getByText("En 1 celda tenías cambios tuyos").waitFor();
  await visit(other, "/definir-la-red");
  const found = cell(other, "network");
  await found.getByText("Cambiada y sin ejecutar.").waitFor(); // code from a file is read first
  expect(await code(found).textContent()).toContain("filters: 16");
  await layerTable(other).getByText("26 × 26 × 12").waitFor(); // and what the reader has run goes on
  await run(found);
  await layerTable(other).getByText("26 × 26 × 16").waitFor();

  const { page: fresh } = await open("/guardar-el-modelo");
  await fresh.locator("#archivo-celdas").setInputFiles(path);
  const bar = fresh.locator(".notebook-bar");
  await bar.getByText("1 en «Definir la red»").waitFor();
  expect(await fresh.getByText("tenías cambios").count()).toBe(0);

  const { cells, ...file } = JSON.parse(readFileSync(path, "utf8")) as { cells: object[] };
  const bring = (name: string, some: readonly object[]) =>
    fresh.locator("#archivo-celdas").setInputFiles({
      name,
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify({ ...file, cells: some })),
    });
  const message = fresh.locator(".cell-exchange [role=status]");
  const undoFresh = fresh.locator(".cell-exchange").getByRole("button", { name: "Deshacer" });
  await bring("de-otro-tiempo.json", [...cells, { ...cells[0], cell: "quitada" }]);
  await message.getByText("1 celda del archivo ya no está en este cuaderno.").waitFor();
  await message.getByText("1 celda ya la tenías igual.").waitFor();
  expect(await undoFresh.isHidden()).toBe(true);
  await bring("vacio.json", []);
  await message.getByText("El archivo no trae ninguna celda.").waitFor();
  expect(await undoFresh.isHidden()).toBe(true);
  expect(await bar.textContent()).toContain("difiere del original en 1 celda");
});
