// What a cell that does not parse, fails or needs a failed one says, in Spanish and at its line.
import { describe, expect } from "vitest";
import { test } from "../support/browser.js";
import { edit, error, layerTable, run } from "../support/cells.js";

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
    await layerTable(page).getByText("26 × 26 × 10").waitFor();
    expect(await error(found).isHidden()).toBe(true);
  });
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
