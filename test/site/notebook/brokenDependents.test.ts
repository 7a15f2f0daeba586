// A changed cell that computes while what needs it fails: said at the cell.
import { expect } from "vitest";
import { test, visit } from "../support/browser.js";
import { cell, edit, run } from "../support/cells.js";

const status = (page: Parameters<typeof cell>[0], name: string) =>
  cell(page, name).locator(".cell-status");

test("a network of nine outputs is refused at its cell, and not handed on", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  await run(await edit(page, "network", (source) => source.replace("units: 10", "units: 9")));
  await status(page, "network")
    .getByText("falla lo que la usa (1 resultado): La red da 9 números; hacen falta 10")
    .waitFor();
  await visit(page, "/entrenar");
  expect(await page.locator("#red option").allTextContents()).not.toContain("La tuya");
});

test("a cell that no longer declares what others need names them; all is well when it does again", async ({
  open,
}) => {
  const { page } = await open("/definir-la-red");
  const network = await edit(page, "network", (source) => source.replace("const network", "const otra")); // prettier-ignore
  await run(network);
  const broken = status(page, "network");
  await broken.getByText("falla lo que la usa (").waitFor();
  await broken.getByText("«red»").waitFor();
  await broken.getByText("«network» no está definido.").waitFor();
  await run(await edit(page, "network", (source) => source));
  await broken.getByText("Ejecutada.").waitFor();
});

test("what needs a cell whose loop was stopped says so in Spanish", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  await run(await edit(page, "apagado", (source) => `${source}\nwhile (true) {}`));
  const told = "la celda «apagado» ha fallado. La celda llevaba 5 segundos";
  const shown = page.locator(".observablehq--error", { hasText: told }).first();
  await shown.waitFor();
  expect(await shown.textContent()).not.toMatch(/Error|stopped/);
});
