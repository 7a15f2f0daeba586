// What runs when: an earlier run of a cell against a later one, what a run leaves under way, and cells that
// come from a file.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeViolations } from "../support/axeViolations.js";
import { reload, test, visit } from "../support/browser.js";
import { cell, code, edit, error, run } from "../support/cells.js";
import { download } from "../support/download.js";
import { focusedText } from "../support/focusedText.js";

const summary = (page: Page) => page.locator("figure table").first();

test("a run that is overtaken by a later one shows, logs and says nothing more", async ({
  open,
}) => {
  const { page } = await open("/definir-la-red");
  const slow = await edit(
    page,
    "apagado",
    (source) =>
      `${source}\nawait new Promise((go) => (globalThis.go = go));\nconsole.log("tarde");\ndisplay("vieja");`,
  );
  await run(slow);
  await slow.getByText("Ejecutando…").waitFor();
  await run(await edit(page, "apagado", (source) => `${source}\n"nueva"`));
  const shown = slow.locator(".observablehq--block");
  await shown.getByText("nueva").waitFor();
  await page.evaluate(() => {
    (globalThis as unknown as { go(): void }).go();
  });
  await page.waitForTimeout(300);
  expect(await shown.textContent()).toContain("nueva");
  expect(await slow.locator(".cell-console").textContent()).toBe("");
  expect(await error(slow).isHidden()).toBe(true);
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

test("a cell changed again after it ran says so when the page comes back", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  const found = await edit(page, "apagado", () => "const apagado = 0.7;");
  await run(found);
  await found.getByText("Ejecutada.").waitFor();
  await edit(page, "apagado", () => "const apagado = 0.8;");
  await reload(page);
  await found.getByText("Cambiada y sin ejecutar.").waitFor();
  await page.waitForTimeout(500); // what had run has run again
  expect(await found.locator(".cell-status").textContent()).toBe("Cambiada y sin ejecutar.");
  expect(await code(found).textContent()).toContain("0.8");
});

test("a cell that cannot do with what a changed one gives says so in Spanish", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  await run(await edit(page, "network", (source) => source.replace("[28, 28, 1]", "[28, 28, 3]")));
  const failed = page.locator(".observablehq--error").filter({ hasText: "Las formas no encajan" });
  await failed.first().waitFor();
  expect(await page.locator(".observablehq--error").allTextContents()).not.toContainEqual(
    expect.stringMatching(/^\w*Error/),
  );
});

test.for([
  ["a name used too early", "const apagado = apagado + 1;", "«apagado» se usa antes de la línea"],
  ["a thrown text", 'const apagado = 0.4;\nthrow "texto";', "se ha lanzado «texto»"],
  ["a shape", "const apagado = tf.zeros([2, 3]).sum(2);", "El eje 2 no existe"],
] as const)(
  "a cell that needs a failed one says which and why in Spanish: %s",
  async ([, source, why], { open }) => {
    const { page } = await open("/definir-la-red");
    const found = await edit(page, "apagado", () => source);
    await run(found);
    await error(found).getByText(why).waitFor();
    expect(await found.locator(".cm-lintRange-error").count()).toBe(
      source.includes("throw") ? 0 : 1,
    );
    const failed = page
      .locator(".observablehq--error")
      .filter({ hasText: "la celda «apagado» ha fallado" });
    await failed.filter({ hasText: why }).first().waitFor();
    expect(await failed.first().textContent()).toContain("necesita «apagado»");
    expect(await page.getByText(/could not be resolved|^RuntimeError/).count()).toBe(0);
  },
);

test("a cell's console shows tensors, collections, elements and tables", async ({ open }) => {
  const { page, problems } = await open("/definir-la-red");
  const found = await edit(
    page,
    "apagado",
    (source) =>
      `${source}\nconsole.log("mapa", new Map([["a", [undefined]]]), tf.tensor([[1, 2]]), html\`<p id="x">hola</p>\`);\nconsole.group("dentro");\nconsole.warn("%d %%", 88.5);\nconsole.groupEnd();\nconsole.table([{capa: "conv1", pesos: 100}, {capa: "fc1", pesos: 25050}]);\nfor (let i = 0; i < 30; i++) console.log(i);`,
  );
  await run(found);
  const lines = found.locator(".cell-console-line");
  await lines.filter({ hasText: "mapa" }).waitFor();
  expect(await lines.first().textContent()).toBe(
    'mapa Map {"a" => [undefined]} Tensor float32 [1, 2]: 1, 2 <p id="x">…</p>',
  );
  expect(await lines.allTextContents()).toContain("88.5 %");
  const table = found.locator(".cell-console table");
  expect(await table.getByRole("columnheader").allTextContents()).toEqual([
    "Índice",
    "capa",
    "pesos",
  ]);
  expect(await table.getByRole("cell").allTextContents()).toEqual(["conv1", "100", "fc1", "25050"]);
  expect(await axeViolations(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test("the editor opens once, however often it is asked for", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  await cell(page, "apagado")
    .getByRole("button", { name: "Editar" })
    .evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
  await code(cell(page, "apagado")).first().waitFor();
  await page.waitForTimeout(300);
  expect(await code(cell(page, "apagado")).count()).toBe(1);
});

test("a cell that loops for ever but gives way, or waits for ever, is stopped or overtaken", async ({
  open,
}) => {
  const { page, problems } = await open("/definir-la-red");
  const count = () => page.evaluate(() => (globalThis as unknown as { turns: number }).turns);
  const forever = (source: string) =>
    `${source}\nfor (globalThis.turns = 0; ; globalThis.turns++) await new Promise((go) => setTimeout(go, 5));`;
  const found = await edit(page, "apagado", forever);
  await run(found);
  await found.getByRole("button", { name: "Parar" }).click();
  await error(found).getByText("Has parado la celda").waitFor();
  const atStop = await count();
  await page.waitForTimeout(200);
  expect(await count()).toBeLessThanOrEqual(atStop + 1);
  expect(await found.getByRole("button", { name: "Parar" }).isHidden()).toBe(true);

  await run(found);
  await found.getByText("Ejecutando…").waitFor();
  await found.getByRole("button", { name: "Restaurar" }).click();
  await found.getByText("Es la original otra vez").waitFor();
  const atRestore = await count();
  await page.waitForTimeout(200);
  expect(await count()).toBeLessThanOrEqual(atRestore + 1);
  await cell(page, "apagado").getByText("Es la original otra vez").waitFor();

  const waiting = await edit(
    page,
    "formas",
    (source) => `${source}\nif (capas.length > 9) await new Promise(() => {});`,
  );
  await run(waiting);
  await waiting.getByText("Ejecutando…").waitFor();
  await run(
    await edit(page, "red", (source) =>
      source.replace("describeLayers(red)", "describeLayers(red).slice(1)"),
    ),
  );
  await waiting.getByText("Ejecutada.").waitFor();
  expect(problems.filter((problem) => !/RuntimeError|NotebookError/.test(problem))).toEqual([]);
});

test("what a cell leaves under way and fails later is told under it", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  const found = await edit(
    page,
    "apagado",
    (source) => `${source}\nsetTimeout(() => {\n  [][0].x;\n}, 50);`,
  );
  await run(found);
  const told = error(found).getByText("Ha fallado algo que la celda dejó en marcha");
  await told.waitFor();
  expect(await error(found).textContent()).toContain("línea 3");
  await edit(page, "apagado", (source) => `${source}\nPromise.reject(new RangeError("tarde"));`);
  await run(found);
  await error(found).getByText("RangeError: tarde").waitFor();
});

test("what a source that has been replaced left under way fails in silence", async ({ open }) => {
  const { page, problems } = await open("/definir-la-red");
  const found = await edit(
    page,
    "apagado",
    (source) =>
      `${source}\nsetInterval(() => [][0].x, 100);\nsetInterval(() => { for (const i of [1]) display(i); }, 100);`,
  );
  await run(found);
  await error(found).getByText("Ha fallado algo que la celda dejó en marcha").waitFor();
  await run(await edit(page, "apagado", (source) => `${source}\n"nueva"`));
  await found.locator(".observablehq--block").getByText("nueva").waitFor();
  await page.waitForTimeout(500);
  expect(await error(found).isHidden()).toBe(true);
  await found.getByRole("button", { name: "Restaurar" }).click();
  await page.waitForTimeout(500);
  expect(await error(found).isHidden()).toBe(true);
  expect(await found.locator(".cell-status").textContent()).toContain("Es la original otra vez");
  expect(problems.filter((problem) => problem.includes("Overtaken"))).toEqual([]);
});

test("the keyboard stays at the cell when a button goes out of use", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  const found = await edit(page, "apagado", (source) => `${source} // mía`);
  await run(found);
  await found.getByRole("button", { name: "Restaurar" }).click();
  await found.getByText("Es la original otra vez").waitFor();
  expect(await focusedText(page)).toBe("Ejecutar");
  while (await found.getByRole("button", { name: "Deshacer" }).isEnabled()) {
    await found.getByRole("button", { name: "Deshacer" }).click();
  }
  expect(await focusedText(page)).toBe("Ejecutar");
});

const sixteen = (source: string) => source.replace("filters: 10", "filters: 16");

test("changes go out to a file and come back in another browser", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  await run(await edit(page, "network", sixteen));
  await summary(page).getByText("26 × 26 × 16").waitFor();
  await visit(page, "/guardar-el-modelo");
  const path = await download(page.getByRole("button", { name: "Descargar mis celdas" }));

  const { page: other } = await open("/definir-la-red");
  await run(await edit(other, "network", (source) => source.replace("filters: 10", "filters: 12")));
  await summary(other).getByText("26 × 26 × 12").waitFor();
  await visit(other, "/guardar-el-modelo");
  const input = other.locator("#archivo-celdas");
  await input.setInputFiles({
    ...{ name: "roto.json", mimeType: "application/json", buffer: Buffer.from("{") },
  });
  await other.getByRole("alert").getByText("El archivo está dañado").waitFor();
  await input.setInputFiles(path);
  await other.getByText("Se ha traído 1 celda").waitFor();
  const undo = other.locator(".cell-exchange").getByRole("button", { name: "Deshacer" });
  await undo.click(); // the cell that was there is not lost
  await visit(other, "/definir-la-red");
  await summary(other).getByText("26 × 26 × 12").waitFor();

  await visit(other, "/guardar-el-modelo");
  await input.setInputFiles(path);
  await other.getByText("Se ha traído 1 celda").waitFor();
  await other.getByText("En 1 celda tenías cambios tuyos").waitFor();
  await visit(other, "/definir-la-red");
  const found = cell(other, "network");
  await found.getByText("Cambiada y sin ejecutar.").waitFor(); // code from a file is read first
  expect(await code(found).textContent()).toContain("filters: 16");
  await summary(other).getByText("26 × 26 × 12").waitFor(); // and what the reader has run goes on
  await run(found);
  await summary(other).getByText("26 × 26 × 16").waitFor();

  const { page: fresh } = await open("/guardar-el-modelo");
  await fresh.locator("#archivo-celdas").setInputFiles(path);
  const bar = fresh.locator(".notebook-bar");
  await bar.getByText("1 en «Definir la red»").waitFor();
  expect(await fresh.getByText("tenías cambios").count()).toBe(0);

  const { cells, ...file } = JSON.parse(readFileSync(path, "utf8")) as { cells: object[] };
  const bring = (name: string, some: readonly object[]) =>
    fresh.locator("#archivo-celdas").setInputFiles({
      ...{ name, mimeType: "application/json" },
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
