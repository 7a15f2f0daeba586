// Cells whose work is long run when the reader says so, and at no other time: until then they, and what is
// computed from them, keep what they have.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { openTab, reload, test } from "../support/browser.js";
import { cell, code, edit, error, run } from "../support/cells.js";
import { expectStays } from "../support/expectStays.js";

/** What the cell `precision` of «Evaluar» must declare, from a name of the cell `parecidas`. */
const precision = (rest: string) => () =>
  `evaluateInWorker; const camisa = 6, exhaustividad = 0.5, precision = base;\n${rest}`;

/** Gives `base` its value in the cell that stands above. */
const setBase = async (page: Page, value: string) =>
  run(
    await edit(
      page,
      "parecidas",
      () => `const parecidas = [0, 2], fallos = 1, entreParecidas = 1;\nconst base = ${value};`,
    ),
  );

/** Whether something is saved that stands in the editor of the cell `carga` and was not run. */
const hasDraft = (page: Page) =>
  page.evaluate(() =>
    Object.entries<string>(localStorage).some(
      ([key, edit]) => key.endsWith("#carga") && "draft" in (JSON.parse(edit) as object),
    ),
  );

test("a costly cell does not run again by itself: it and what follows from it are marked", async ({
  open,
}) => {
  const { page, problems } = await open("/evaluar");
  await run(await edit(page, "exactitud", (source) => `${source}\nconst n = 1;`));
  const costly = await edit(
    page,
    "precision",
    (source) => `${source}\nconst prueba = await loadTestSet(archivos);\nprueba.count + n`,
  );
  await run(costly);
  const shown = costly.locator(".observablehq--block");
  await shown.getByText("10001").waitFor();
  await run(await edit(page, "exactitud", (source) => `${source}\nconst n = 2;`));
  await costly.getByText("Desactualizada").waitFor();
  await page.locator(".observablehq--block.outdated").first().waitFor();
  expect(await shown.textContent()).toBe("10001");
  await run(costly);
  await shown.getByText("10002").waitFor();
  expect(await page.locator(".outdated").count()).toBe(0);

  await reload(page);
  await costly.getByText("Desactualizada").waitFor();
  await expectStays(() => shown.textContent(), "", 1000);
  await run(costly);
  await shown.getByText("10002").waitFor();
  expect(problems).toEqual([]);
});

test("a function with long work costs where it is called, not where it is declared", async ({
  open,
}) => {
  const { page, problems } = await open("/evaluar");
  const declares = (n: number) => (source: string) =>
    `${source}\nconst n = ${n};\nconst cuenta = async () => (await loadTestSet(archivos)).count + n;`;
  const declarer = await edit(page, "exactitud", declares(1));
  await run(declarer);
  const caller = await edit(page, "precision", (source) => `${source}\nawait cuenta()`);
  await run(caller);
  const shown = caller.locator(".observablehq--block");
  await shown.getByText("10001").waitFor();
  await run(await edit(page, "exactitud", declares(2)));
  await caller.getByText("Desactualizada").waitFor();
  expect(await shown.textContent()).toBe("10001");
  await run(caller);
  await shown.getByText("10002").waitFor();

  await reload(page);
  await caller.getByText("Desactualizada").waitFor();
  await declarer.getByText("Ejecutada.").waitFor();
  expect(await shown.textContent()).toBe("");
  expect(problems).toEqual([]);
});

test("what is computed from one follows when it is run after having waited", async ({ open }) => {
  const { page } = await open("/precision-inicial");
  const found = await edit(
    page,
    "exactitud",
    () => `const referencia = await referenceRun();
const etiquetas = await loadTestLabels(await datasetFiles());
evaluateInWorker;
const exactitud = 0.7;`,
  );
  await run(found);
  const shown = page.locator(".observablehq--block").getByText("70,00 %").first();
  await shown.waitFor();
  await reload(page);
  await found.getByText("Desactualizada").waitFor();
  expect(await shown.count()).toBe(0);
  await run(found);
  await shown.waitFor();
});

test("one that was stopped, that failed or that was overtaken does not begin again by itself", async ({
  open,
}) => {
  const { page } = await open("/evaluar");
  const begun = () => page.evaluate(() => (globalThis as unknown as { begun: number }).begun);
  const costly = cell(page, "precision");
  const waits = async ({ begunBefore }: { begunBefore: number }) => {
    await costly.getByText("Desactualizada").waitFor();
    await expectStays(begun, begunBefore);
  };
  await page.evaluate(() => Object.assign(globalThis, { begun: 0 }));
  await setBase(page, "0.1");
  await edit(page, "precision", precision("globalThis.begun++;\nawait new Promise(() => {});"));
  await run(costly);
  await costly.getByRole("button", { name: "Parar" }).click();
  await setBase(page, "0.2");
  await waits({ begunBefore: 1 });

  await run(costly);
  await costly.getByText("Ejecutando…").waitFor();
  await setBase(page, "0.3");
  await waits({ begunBefore: 2 });

  await edit(page, "precision", precision("globalThis.begun++;\nthrow new Error('mal');"));
  await run(costly);
  await error(costly).getByText("mal").waitFor();
  await setBase(page, "0.4");
  await waits({ begunBefore: 3 });
});

test("what one has given goes on working while it waits", async ({ open }) => {
  const { page } = await open("/evaluar");
  await setBase(page, "0.1");
  const costly = await edit(
    page,
    "precision",
    precision(`function count() { let n = 0; for (let i = 0; i < 10; i++) n++; return n; }
const chosen = view(Inputs.range([0, 10], {value: 7, step: 1}));
display("resultado");`),
  );
  await run(costly);
  const user = await edit(
    page,
    "parecidas",
    () => `const parecidas = [0, 2], fallos = 1, entreParecidas = 1;\nconst base = 0.1;`,
  );
  const matrix = await edit(
    page,
    "matriz",
    (source) => `${source}\nconsole.log("cuenta", count(), chosen);`,
  );
  await run(matrix);
  const logged = matrix.locator(".cell-console");
  await logged.getByText("cuenta 10 7").waitFor();

  await setBase(page, "0.2");
  await costly.getByText("Desactualizada").waitFor();
  await costly.locator("input[type=number]").fill("9");
  await page.keyboard.press("Enter");
  await logged.getByText("cuenta 10 9").waitFor();

  await run(await edit(page, "parecidas", () => "throw new Error('mal');"));
  await error(user).getByText("mal").waitFor();
  await setBase(page, "0.3");
  await costly.getByText("Desactualizada").waitFor();
  await logged.getByText("cuenta 10 9").waitFor();
  await costly.locator(".observablehq--block").getByText("resultado").waitFor();
});

test("one that waits says so while it is looked at, and does not close", async ({ open }) => {
  const { page } = await open("/cargar-los-datos");
  const found = await edit(page, "carga", (source) => `${source} // mía`);
  await run(found);
  await found.getByText("Ejecutada.").waitFor();
  const other = await openTab(page, "/cargar-los-datos");
  const there = cell(other, "carga");
  await there.getByText("Desactualizada").waitFor();
  await code(there).click();
  await other.keyboard.press("End");
  await other.keyboard.type(" ");
  await there.getByText("Cambiada y sin ejecutar.").waitFor();
  await other.keyboard.press("Backspace");
  await there.getByText("Desactualizada").waitFor();
  await expect.poll(() => hasDraft(other)).toBe(false); // a restoring takes nothing that is not saved yet
  await found.getByRole("button", { name: "Restaurar" }).click();
  await there.getByText("Desactualizada").waitFor({ state: "detached" }); // the original runs unasked
  expect(await code(there).textContent()).not.toContain("mía");
});
