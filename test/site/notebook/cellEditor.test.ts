// The editor of a cell: by keyboard, with completions, on a phone, under the bar, for axe.
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { axeViolations } from "../support/axeViolations.js";
import { test } from "../support/browser.js";
import { cell, code, edit, error, run } from "../support/cells.js";
import { expectStays } from "../support/expectStays.js";
import { focusedText } from "../support/focusedText.js";

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
  await expectStays(() => option.isVisible(), true, 200); // a list that has just come up takes no key yet
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
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 800 },
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
  const belowBar = async (place: Locator) => {
    const { y, height } = (await bar.boundingBox())!;
    return (await place.boundingBox())!.y - (y + height);
  };
  // They are measured again once the bar has come.
  await expect.poll(() => belowBar(page.locator(".cm-cursor-primary"))).toBeGreaterThanOrEqual(0);
  await expect.poll(() => belowBar(list)).toBeGreaterThan(0);
  expect((await list.boundingBox())!.y).toBeLessThan(page.viewportSize()!.height);
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
  await expectStays(() => code(cell(page, "apagado")).count(), 1);
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
