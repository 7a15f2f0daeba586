// Cells changed in place, on the built site: what follows from a change, what is kept, the ways back, and
// what a broken cell says.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { axeViolations } from "../support/axeViolations.js";
import { openTab, reload, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { cell, code, edit, error, run } from "../support/cells.js";
import { download } from "../support/download.js";
import { focusedText } from "../support/focusedText.js";
import { storeContents } from "../support/storeContents.js";
import { beginTraining, waitForStatus } from "../support/trainingPage.js";

const sixteen = (source: string) => source.replace("filters: 10", "filters: 16");
const summary = (page: Page) => page.locator("figure table").first();

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
    const network = await edit(page, "network", sixteen);
    await run(network);
    await summary(page).getByText("26 × 26 × 16").waitFor();
    await page.getByText("Tu cuaderno difiere del original en 1 celda: 1 aquí.").waitFor();

    await reload(page);
    await summary(page).getByText("26 × 26 × 16").waitFor();
    expect(await code(cell(page, "network")).textContent()).toContain("filters: 16");

    await visit(page, "/evaluar");
    await page.getByText("1 en «Definir la red»").waitFor();
    await visit(page, "/definir-la-red");
    await page.getByRole("button", { name: "Restaurar todo aquí" }).click();
    await summary(page).getByText("26 × 26 × 10").waitFor();
    await page.locator(".notebook-bar").getByRole("button", { name: "Deshacer" }).click();
    await summary(page).getByText("26 × 26 × 16").waitFor();
    await cell(page, "network").getByRole("button", { name: "Restaurar" }).click();
    await summary(page).getByText("26 × 26 × 10").waitFor();
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

  test("a draft that has not been run survives a reload, and is not run", async ({ open }) => {
    const { page } = await open("/definir-la-red");
    await edit(page, "network", sixteen);
    await reload(page);
    const found = cell(page, "network");
    await found.getByText("Cambiada y sin ejecutar.").waitFor();
    expect(await code(found).textContent()).toContain("filters: 16");
    expect(await summary(page).textContent()).toContain("26 × 26 × 10");
  });

  test("an original that has changed since is offered beside the reader's", async ({ open }) => {
    const { page } = await open("/definir-la-red");
    const found = await edit(page, "apagado", () => "const apagado = 0.7;");
    await run(found);
    await found.getByText("Ejecutada.").waitFor();
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.endsWith("#apagado"))!;
      const kept = JSON.parse(localStorage.getItem(key)!) as object;
      localStorage.setItem(key, JSON.stringify({ ...kept, original: "const apagado = 0.3;" }));
    });
    for (let visit = 0; visit < 2; visit++) {
      await reload(page);
      await found.getByText("El cuaderno ha cambiado esta celda").waitFor();
      await page.waitForTimeout(500); // longer than a draft waits to be kept
    }
    expect(await code(found).textContent()).toContain("0.7");
    await found.getByRole("button", { name: "Usar el original nuevo" }).click();
    await found.getByText("original otra vez").waitFor();
    expect(await code(found).textContent()).toContain("0.4");
  });
});

describe("a broken cell says what is wrong, marks the line, and the page lives on", () => {
  test.for([
    ["a bracket", (s: string) => s.replace("});", "}"), "Falta cerrar «(»", true],
    [
      "a name",
      (s: string) => s.replace("dropoutRate", "dropoutRat"),
      "¿Querías decir «dropoutRate»?",
      true,
    ],
    [
      "a shape",
      (s: string) => s.replace("kernelSize: 3", "kernelSize: 40"),
      "Las formas no encajan",
      true,
    ],
    ["a declared name", (s: string) => `${s}\nconst capas = 1;`, "ya lo declara otra celda", true],
    [
      "a circle",
      (s: string) => s.replace("filters: 10", "filters: capas.length"),
      "Referencia circular",
      true,
    ],
    ["a loop", (s: string) => `${s}\nwhile (true) {}`, "5 segundos en un bucle", true],
    ["a member of nothing", (s: string) => `${s}\nnetwork.nada.algo;`, "Se pide «algo»", true],
  ] as const)("%s", async ([, change, message], { open }) => {
    const { page } = await open("/definir-la-red");
    const found = await edit(page, "network", change);
    await run(found);
    await error(found).getByText(message).waitFor();
    expect(await found.locator(".cm-lintRange-error").count()).toBeGreaterThan(0);
    await found.getByRole("button", { name: "Restaurar" }).click();
    await summary(page).getByText("26 × 26 × 10").waitFor();
    expect(await error(found).isHidden()).toBe(true);
  });
});

test("by keyboard alone: in, write, run, out", async ({ open }) => {
  const { page, problems } = await open("/definir-la-red");
  await cell(page, "apagado").locator("pre").focus();
  await page.keyboard.press("Enter");
  await code(cell(page, "apagado")).waitFor();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\napagado * 10");
  await page.keyboard.press("Control+Enter");
  await cell(page, "apagado").locator(".observablehq--block").getByText("4").waitFor();
  await page.keyboard.press("Tab");
  expect(await focusedText(page)).toBe("Ejecutar");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Enter");
  await code(cell(page, "logProbabilidades")).waitFor();
  await page.keyboard.press("Escape");
  expect(await focusedText(page)).toBe("Editar");
  expect(problems).toEqual([]);
});

test("names are completed with a line of help", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  await edit(page, "apagado", () => "");
  await page.keyboard.type("createN");
  const option = page.locator(".cm-tooltip-autocomplete li").first();
  await option.getByText("Crea la red del original").waitFor();
  await page.waitForTimeout(200); // a list that has just come up takes no key yet
  await page.keyboard.press("Enter");
  expect(await code(cell(page, "apagado")).textContent()).toContain("createNetwork");
  await page.keyboard.type(" + netwo");
  await option.getByText("De esta página: una red de 9 capas.").waitFor();
  await page.keyboard.type(" + f");
  const options = page.locator(".cm-tooltip-autocomplete li");
  await options.getByText("un bucle que cuenta").waitFor();
  const details = options.locator(".cm-completionDetail");
  expect(await details.count()).toBe(await options.count());
  expect((await details.allTextContents()).join()).not.toMatch(/loop|definition/);
});

test("on a phone the completions leave the cell's buttons free", async ({ open }) => {
  const { page } = await open("/definir-la-red", {
    ...{ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } },
  });
  const found = await edit(page, "apagado", (source) => `${source}\n\n`);
  await page.keyboard.type("red");
  const list = page.locator(".cm-tooltip-autocomplete");
  await list.waitFor();
  const bottom = await list.evaluate((shown) => shown.getBoundingClientRect().bottom);
  const top = await found
    .getByRole("button", { name: "Ejecutar" })
    .evaluate((button) => button.getBoundingClientRect().top);
  expect(bottom).toBeLessThanOrEqual(top);
});

test("with the notebook's bar at the top of the window, the line being typed and its completions are seen", async ({
  open,
}) => {
  const { page } = await open("/definir-la-red");
  await edit(page, "apagado", () => Array.from({ length: 60 }, (_, i) => `// ${i}`).join("\n"));
  const bar = page.locator(".notebook-bar");
  await bar.getByText("1 aquí").waitFor();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("createN");
  const list = page.locator(".cm-tooltip-autocomplete");
  await list.getByText("Crea la red del original").waitFor();
  await page.waitForTimeout(500); // until it has been measured again
  const bottom = (await bar.boundingBox())!;
  const line = (await page.locator(".cm-cursor-primary").boundingBox())!;
  expect(line.y).toBeGreaterThanOrEqual(bottom.y + bottom.height);
  const { y } = (await list.boundingBox())!;
  expect(y).toBeGreaterThan(bottom.y + bottom.height);
  expect(y).toBeLessThan(page.viewportSize()!.height);
});

test.for([
  { width: 1280, height: 900 },
  { width: 390, height: 800 },
])(
  "axe finds nothing with an editor open and a cell failed, at $width px",
  async (viewport, { open }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page } = await open("/definir-la-red", { viewport, colorScheme });
      const found = await edit(page, "network", (source) => source.replace("});", "}"));
      await run(found);
      await error(found).getByText("Falta cerrar").waitFor();
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
    }
  },
);

test("the network edited on its page is the one trained, evaluated, looked at and saved", async ({
  open,
}) => {
  const { page, problems } = await open("/definir-la-red");
  await run(await edit(page, "network", sixteen));
  await summary(page).getByText("26 × 26 × 16").waitFor();
  await run(await edit(page, "apagado", () => "const apagado = 0.9;")); // not of the network
  await page.getByText("difiere del original en 2 celdas").waitFor();

  await visit(page, "/entrenar");
  await beginTraining(page, { epochs: 1, trainImages: 2000 });
  await waitForStatus(page, "Entrenamiento terminado");
  const { runs } = await page.evaluate(storeContents);
  expect(runs.map(({ editedCells }) => editedCells)).toEqual([["network"]]);

  for (const address of ["/evaluar", "/ver-resultados"]) {
    await visit(page, address);
    expect(await page.locator("main").textContent()).toContain("Tu entrenamiento");
  }
  await visit(page, "/guardar-el-modelo");
  const file = readFileSync(await download(button(page, "Descargar para PyTorch (safetensors)")));
  const header = file.subarray(8, 8 + Number(file.readBigUInt64LE(0))).toString();
  const shapes = JSON.parse(header) as Record<string, { shape: number[] }>;
  expect(shapes["conv1.weight"]!.shape).toEqual([16, 1, 3, 3]);
  expect(shapes["conv2.weight"]!.shape).toEqual([20, 16, 3, 3]);
  expect(problems).toEqual([]);
});

test("where the network's cells fail, the other pages say which network they use", async ({
  open,
}) => {
  const { page } = await open("/definir-la-red");
  await run(await edit(page, "network", sixteen));
  await summary(page).getByText("26 × 26 × 16").waitFor();
  const training = await openTab(page, "/entrenar");
  const note = training.getByText("falla tal como está ahora");
  expect(await note.isVisible()).toBe(false);
  await run(
    await edit(page, "network", (source) => source.replace("[28, 28, 1]", "[28, 28, 1, 1]")),
  );
  await note.waitFor();
  expect(await note.textContent()).toContain("la última que funcionó");
  expect(await training.locator("#red").inputValue()).toBe("tuya");
  await training.getByRole("button", { name: "Restaurar todo el cuaderno" }).click();
  await note.waitFor({ state: "hidden" });
  expect(await training.locator("#red option").allTextContents()).not.toContain("La tuya");
  await training.locator(".notebook-bar").getByRole("button", { name: "Deshacer" }).click();
  await note.waitFor();
  expect(await training.locator("#red option").allTextContents()).toContain("La tuya");
});

test("a network that cannot be handed on is told as well", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  await run(await edit(page, "red", () => "const red = {hola: 1};\nconst capas = [];"));
  await page.locator(".observablehq--error").first().waitFor();
  await visit(page, "/entrenar");
  await page.getByText("falla tal como está ahora").waitFor();
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
  await run(await edit(page, "network", sixteen));
  await run(await edit(page, "apagado", () => "const apagado = 0.9;"));
  await bar.getByText("difiere del original en 2 celdas: 2 aquí").waitFor();
  await bar.getByText("no ha podido guardarlo todo").waitFor();
  await page.getByRole("button", { name: "Restaurar todo aquí" }).click();
  await summary(page).getByText("26 × 26 × 10").waitFor();
  expect(await code(cell(page, "apagado")).textContent()).toContain("0.4");
  await bar.getByRole("button", { name: "Deshacer" }).click();
  await summary(page).getByText("26 × 26 × 16").waitFor();
  expect(await code(cell(page, "apagado")).textContent()).toContain("0.9");
});
