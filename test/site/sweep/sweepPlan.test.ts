// The form of a sweep: what is refused of a plan, and what a reload finds of it.
import { describe, expect } from "vitest";
import { reload, test } from "../support/browser.js";
import { button } from "../support/button.js";
import { storeContents } from "../support/storeContents.js";
import { plan, shortSweep } from "./sweepPage.js";

describe("a sweep", () => {
  test("with an absurd plan does not begin, and says what is wrong", async ({ open }) => {
    const { page, problems } = await open("/barrido");
    await plan(page, { "valores-1": "0,001; -3; hola" });
    await page.getByText("Tasa de aprendizaje: hace falta un número").first().waitFor();
    await button(page, "Empezar el barrido").click();
    await page.getByText("Corrige antes el plan").waitFor();
    expect((await page.evaluate(storeContents)).sweeps).toEqual([]);

    await plan(page, { ...shortSweep, epocas: "2 3" });
    const note = page.locator(".sweep-note");
    await note.getByText("Épocas de cada entrenamiento: hace falta un solo número").waitFor();
    await button(page, "Empezar el barrido").click();
    await plan(page, { epocas: "2", imagenes: "2000; 6000" });
    await note.getByText("Imágenes de cada entrenamiento: hace falta un solo número").waitFor();
    await button(page, "Empezar el barrido").click();
    expect((await page.evaluate(storeContents)).sweeps).toEqual([]);
    await page.selectOption("#barrido-hiperparametro-2", "trainImages"); // then it is not asked for
    await note.getByText("= 8 entrenamientos").waitFor();
    expect(problems).toEqual([]);
  });

  test("that is planned and not begun is still planned after a reload", async ({ open }) => {
    const { page, problems } = await open("/barrido");
    const fields = () =>
      page
        .locator(".sweep-form :is(input, select)")
        .evaluateAll((all) =>
          all.map((field) => (field as HTMLInputElement | HTMLSelectElement).value),
        );
    const notes = () => page.locator(".sweep-note").textContent();
    const first = [await fields(), await notes()];
    await page.selectOption("#red", "densa");
    await page.selectOption("#barrido-hiperparametro-1", "dropoutRate");
    await page.selectOption("#barrido-hiperparametro-2", "");
    await plan(page, { "valores-1": "0,2; 0,5; x", semillas: "3; 4" });
    const before = [await fields(), await notes()];
    expect(before).not.toEqual(first);
    await reload(page);
    expect([await fields(), await notes()]).toEqual(before);
    const second = page.locator("#barrido-valores-2");
    expect(await second.isVisible()).toBe(false);

    await button(page, "Volver al plan del principio").press("Enter");
    expect([await fields(), await notes()]).toEqual(first);
    expect(await second.isVisible()).toBe(true);
    await reload(page);
    expect([await fields(), await notes()]).toEqual(first);
    expect(problems).toEqual([]);
  });
});
