// Names: those that cells declare, anew or in another cell than before, against those that the notebook,
// the browser and Python have.
import { expect } from "vitest";
import { reload, siteUrl, test } from "../support/browser.js";
import { cell, code, edit, error, run } from "../support/cells.js";

test("a name of the vocabulary, once used, may still be declared by a cell", async ({ open }) => {
  const { page } = await open("/definir-la-red");
  const user = await edit(page, "formas", (source) => `${source}\naccuracy([1], [1])`);
  await run(user);
  await user.locator(".observablehq--block").getByText("1").waitFor();
  const declarer = await edit(page, "apagado", (source) => `${source}\nconst accuracy = () => 7;`);
  await run(declarer);
  await user.locator(".observablehq--block").getByText("7").waitFor();
  expect(await error(declarer).isHidden()).toBe(true);
});

test("a name that a cell declares is the cells' own, though the browser has one of that name", async ({
  open,
}) => {
  const { page, problems } = await open("/definir-la-red");
  const user = await edit(
    page,
    "formas",
    (source) => `${source}\n[typeof history.go, history.loss].join(" y ")`,
  );
  await run(user);
  const shown = user.locator(".observablehq--block");
  const [browsers, cells] = ["function y", "undefined y 0.5"].map((text) => shown.getByText(text));
  await browsers!.waitFor();
  const declarer = await edit(
    page,
    "apagado",
    (source) => `${source}\nconst history = {loss: 0.5};`,
  );
  await run(declarer);
  await cells!.waitFor();
  await reload(page);
  await cells!.waitFor();

  await declarer.getByRole("button", { name: "Restaurar" }).click();
  await browsers!.waitFor();
  await run(await edit(page, "apagado", (source) => `${source}\nconst history = {loss: 0.5};`));
  await cells!.waitFor();
  await page.getByRole("button", { name: "Restaurar todo aquí" }).click();
  await cells!.waitFor({ state: "detached" });
  await page.locator(".notebook-bar").getByRole("button", { name: "Deshacer" }).click();
  await cells!.waitFor();
  expect(await page.locator(".cell.failed").count()).toBe(0);
  expect(problems).toEqual([]);
});

test.for([
  ["print", 'print("hola")', "display(…)"],
  ["self", "self.fc1", "this"],
  ["open", 'open("red.pt")', "fetch(…)"],
] as const)(
  "what Python calls «%s» is explained, though the browser has something of that name",
  async ([name, source, advice], { open }) => {
    const { page } = await open("/definir-la-red");
    const found = await edit(page, "apagado", (original) => `${original}\n${source}`);
    await run(found);
    const told = `«${name}» no está definido. En JavaScript se escribe «${advice}».`;
    await error(found).getByText(told).waitFor();
  },
);

test("a declaration moves from one cell to another and back, in a reload as well", async ({
  open,
}) => {
  const { page } = await open("/definir-la-red");
  const formas = await edit(page, "formas", () => "1");
  await run(formas);
  await formas.getByText("Ejecutada, pero ahora falla").waitFor();
  const apagado = await edit(
    page,
    "apagado",
    (source) => `const formas = capas.map((capa) => capa.outputShape.join(" x "));\n${source}`,
  );
  await run(apagado);
  const caption = page.getByText("De 28 x 28 x 1 a 10: cada pila");
  await caption.waitFor();
  const bar = page.locator(".notebook-bar");

  await reload(page);
  await caption.waitFor();
  await page.getByRole("button", { name: "Restaurar todo aquí" }).click();
  await page.getByText("De 28 × 28 × 1 a 10: cada pila").waitFor();
  expect(await page.locator(".cell.failed").count()).toBe(0);
  await bar.getByRole("button", { name: "Deshacer" }).click();
  await caption.waitFor();
  expect(await page.locator(".cell.failed").count()).toBe(0);
  expect(await code(apagado).textContent()).toContain("const formas");
  expect(await formas.locator(".cell-status").textContent()).not.toContain("Es la original");
});

test("two cells that change together may not declare the same name or go in a circle", async ({
  open,
}) => {
  const { page } = await open("/definir-la-red");
  await run(await edit(page, "formas", (source) => `${source}\nconst uno = 1;`));
  await page.getByText("De 28 × 28 × 1 a 10: cada pila").waitFor();
  const second = await edit(page, "apagado", (source) => `${source}\nconst uno = 2;`);
  await run(second);
  await error(second).getByText("«uno» ya lo declara otra celda").waitFor();
  await edit(page, "apagado", (source) => `${source}\nconst dos = formas.length + uno;`);
  await run(second);
  await error(second).waitFor({ state: "hidden" });
  const first = await edit(page, "formas", (source) => `${source}\nconst uno = 1 + dos;`);
  await run(first);
  await error(first).getByText("Referencia circular").waitFor();
});

test("a cell saved before its module moved finds it, and shows what it showed", async ({
  open,
}) => {
  const { page, problems } = await open("/definir-la-red");
  const source =
    'import {accuracy} from "./lib/metrics.js";\nconst apagado = accuracy(Uint8Array.of(1, 2), Uint8Array.of(1, 3));\napagado';
  await page.evaluate(
    ([base, source]) => {
      const place = { page: "/definir-la-red", cell: "apagado" };
      const original = document.querySelector(".cell[data-cell=apagado] code")!.textContent;
      localStorage.setItem(
        `red-convolucional ${base!} celda ${place.page}#${place.cell}`,
        JSON.stringify({ ...place, source, original: original.trimEnd(), savedAt: 1795000000000 }),
      );
    },
    [new URL(siteUrl("/")).pathname, source],
  );
  await reload(page);
  await cell(page, "apagado").locator(".observablehq--block").getByText("0.5").waitFor();
  expect(problems).toEqual([]);
});
