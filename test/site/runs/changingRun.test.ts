// A run that changes while the reader has it before them: neither hands nor focus lose their place.
import { describe, expect } from "vitest";
import { openTab, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { card, names, rename, rows, train } from "../support/experimentsPage.js";
import { focusedText } from "../support/focusedText.js";

describe("the page of experiments", () => {
  test("leaves alone what the reader is doing with a run that changes", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    await train(page, { epochs: 1 });
    await visit(page, "/experimentos");
    const name = card(page).getByLabel("Nombre");
    await name.fill("la mía");
    await name.press("Enter");
    await rows(page).getByText("la mía").waitFor();
    await card(page).getByRole("status").filter({ hasText: "Nombre cambiado." }).waitFor();
    expect(await name.evaluate((input) => input === document.activeElement)).toBe(true);
    for (const blank of ["   ", ""]) {
      await name.fill(blank);
      await name.press("Enter");
      const told = "El nombre no puede quedar en blanco: sigue llamándose «la mía».";
      await card(page).getByRole("status").filter({ hasText: told }).waitFor();
      await expect.poll(() => name.inputValue()).toBe("la mía");
      await button(page, "Cambiar el nombre").click();
      await card(page).getByRole("status").filter({ hasText: "Nombre cambiado." }).waitFor();
    }
    expect(await names(page)).toContain("la mía");
    await name.fill("a medio escribir");
    const other = await openTab(page, "/experimentos");
    await other.getByLabel("Fijar").check();
    await rows(page).getByText("fijado").waitFor();
    await expect.poll(() => page.getByLabel("Fijar").isChecked()).toBe(true); // after the table
    expect(await name.inputValue()).toBe("a medio escribir");
    await button(page, "Borrar").click(); // another run's card opens; the way back has the focus
    await page.getByRole("heading", { name: "el de referencia" }).waitFor();
    await expect.poll(() => focusedText(page)).toBe("Deshacer");
    expect(problems).toEqual([]);
  });

  test("keeps the buttons of the table while a run changes, its own or another", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await train(page, { epochs: 1, trainImages: 200 });
    await visit(page, "/experimentos");
    await button(page, "el de referencia").click();
    const name = (await names(page))[0]!;
    const own = await button(page, name).elementHandle();
    const place = (await own.boundingBox())!;
    const other = await openTab(page, "/experimentos");

    await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
    await page.mouse.down();
    await other.getByLabel("Fijar").check();
    await rows(page).getByText("fijado").waitFor();
    await page.mouse.up();
    await page.getByRole("heading", { name }).waitFor();

    await own.focus();
    await rename(other, "la primera");
    await train(other, { epochs: 1, trainImages: 200 });
    await expect.poll(() => rows(page).count()).toBe(3);
    await button(page, "Entrenamiento").click(); // in another order
    await button(page, "Entrenamiento").click();
    await own.focus();
    await button(page, "Exactitud").evaluate((one: HTMLElement) => {
      one.click(); // without the focus
    });
    expect(await focusedText(page)).toBe("la primera");
    expect(await own.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(problems).toEqual([]);
  });
});
