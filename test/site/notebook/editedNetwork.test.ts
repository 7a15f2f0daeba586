// The network that the reader has changed, on the pages that train, evaluate and save it.
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { openTab, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { code, edit, error, layerTable, run, withFilters } from "../support/cells.js";
import { expectStays } from "../support/expectStays.js";
import { download } from "../support/download.js";
import { storeContents } from "../support/storeContents.js";
import { beginTraining, waitForStatus } from "../support/trainingPage.js";

test("the network edited on its page is the one trained, evaluated, looked at and saved", async ({
  open,
}) => {
  const { page, problems } = await open("/definir-la-red");
  await run(await edit(page, "network", withFilters(16)));
  await layerTable(page).getByText("26 × 26 × 16").waitFor();
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
  await run(await edit(page, "network", withFilters(16)));
  await layerTable(page).getByText("26 × 26 × 16").waitFor();
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

test("a restoring that is undone at once loses no network, though another tab is still restoring", async ({
  open,
}) => {
  const { page } = await open("/definir-la-red");
  await run(await edit(page, "network", withFilters(16)));
  await layerTable(page).getByText("26 × 26 × 16").waitFor();
  const broken = await edit(page, "network", (source) =>
    source.replace("[28, 28, 1]", "[28, 28, 1, 1]"),
  );
  await run(broken);
  await error(broken).waitFor();
  const training = await openTab(page, "/entrenar");
  const restore = training.getByRole("button", { name: "Restaurar todo el cuaderno" });
  await restore.evaluate(async (button: HTMLButtonElement) => {
    const undo = () =>
      [...document.querySelectorAll<HTMLButtonElement>(".notebook-bar button")].find(
        ({ textContent, hidden }) => textContent.trim() === "Deshacer" && !hidden,
      );
    button.click();
    while (!undo()) await new Promise((resolve) => setTimeout(resolve));
    undo()!.click();
  });
  await expect.poll(() => code(broken).textContent()).toContain("[28, 28, 1, 1]");
  await error(broken).waitFor();
  const offered = () => training.locator("#red option").allTextContents();
  await expect.poll(offered).toContain("La tuya");
  await expectStays(async () => (await offered()).includes("La tuya"), true);
});

test("a network that cannot be handed on is told as well", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  await run(await edit(page, "red", () => "const red = {hola: 1};\nconst capas = [];"));
  await page.locator(".observablehq--error").first().waitFor();
  await visit(page, "/entrenar");
  await page.getByText("falla tal como está ahora").waitFor();
});
