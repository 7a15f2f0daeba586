// The runs of a cell: what a run logs and leaves under way, one that never ends, one that a later overtakes.
import { expect } from "vitest";
import { axeViolations } from "../support/axeViolations.js";
import { test } from "../support/browser.js";
import { cell, edit, error, run } from "../support/cells.js";
import { expectStays } from "../support/expectStays.js";

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
  await expectStays(async () => (await shown.textContent())!.includes("nueva"), true);
  expect(await slow.locator(".cell-console").textContent()).toBe("");
  expect(await error(slow).isHidden()).toBe(true);
});

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
  await expectStays(async () => (await count()) <= atStop + 1, true);
  expect(await found.getByRole("button", { name: "Parar" }).isHidden()).toBe(true);

  await run(found);
  await found.getByText("Ejecutando…").waitFor();
  await found.getByRole("button", { name: "Restaurar" }).click();
  await found.getByText("Es la original otra vez").waitFor();
  const atRestore = await count();
  await expectStays(async () => (await count()) <= atRestore + 1, true);
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
  await expectStays(() => error(found).isHidden(), true);
  await found.getByRole("button", { name: "Restaurar" }).click();
  await expect.poll(() => error(found).isHidden()).toBe(true);
  await expectStays(() => error(found).isHidden(), true);
  expect(await found.locator(".cell-status").textContent()).toContain("Es la original otra vez");
  expect(problems.filter((problem) => problem.includes("Overtaken"))).toEqual([]);
});
