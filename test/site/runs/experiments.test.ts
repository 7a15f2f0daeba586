// The runs of a reader, compared: sorted, renamed, pinned, deleted and brought back, taken to another
// browser, and gone on with from one of their epochs.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { openTab, reload, settle, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { download } from "../support/download.js";
import { expectFits } from "../support/expectFits.js";
import { card, names, rename, rows, train } from "../support/experimentsPage.js";
import { focusedText } from "../support/focusedText.js";
import { hiddenColumnsPx } from "../support/layout.js";
import { storeContents } from "../support/storeContents.js";
import { setHyperparameters, trainingStatus, waitForStatus } from "../support/trainingPage.js";
import { memorableName } from "../../../src/lib/run/runName.js";

/** The next id that the page draws. */
async function drawId(page: Page, { now, random }: { now: number; random: number }): Promise<void> {
  await page.evaluate(
    ([time, drawn]) => {
      Date.now = () => time;
      crypto.getRandomValues = (values) => {
        (values as unknown as Uint32Array)[0] = drawn;
        return values;
      };
    },
    [now, random] as const,
  );
}

describe("the page of experiments", () => {
  test("compares two runs, renames, pins, deletes and brings back, exports and imports", async ({
    open,
  }) => {
    const { page, problems } = await open("/experimentos");
    await expect.poll(() => names(page)).toEqual(["el de referencia"]);
    await train(page, { learningRate: 0.01 });
    await train(page, { learningRate: 0.02, batchSize: 10 });
    await visit(page, "/experimentos");
    expect(await rows(page).count()).toBe(3);
    expect((await names(page))[0]).toMatch(/^\p{L}+ \p{L}+$/u);

    await rename(page, "lote pequeño");
    await rows(page).nth(1).locator("input[type=radio]").check(); // the first run as the base
    await rows(page)
      .first()
      .getByText("tamaño de lote 20 → 10; tasa de aprendizaje 0,01 → 0,02")
      .waitFor();

    await button(page, "Entrenamiento").click();
    expect(await names(page)).toEqual((await names(page)).sort((a, b) => a.localeCompare(b, "es")));
    const header = page.locator(".run-table th[aria-sort=ascending]");
    expect(await header.textContent()).toContain("Entrenamiento");
    await button(page, "Exactitud").press("Enter"); // by keyboard, the focus stays
    expect((await names(page))[0]).toBe("el de referencia");
    expect(await focusedText(page)).toContain("Exactitud");

    const charts = page.locator(".plot-with-data svg[role=img]");
    expect(await charts.first().textContent()).toContain("lote pequeño");
    expect(await charts.nth(1).getAttribute("aria-label")).toMatch(/lote pequeño, \d+,\d\s%/);
    expect(await page.locator(".class-comparison thead").textContent()).toContain("lote pequeño");

    await button(page, "lote pequeño").click();
    await page.getByLabel("Fijar").check();
    await rows(page).getByText("fijado").waitFor();
    const file = await download(button(page, "Exportar"));
    const csv = readFileSync(await download(button(page, "Historia (CSV)")), "utf8");
    expect(csv).toMatch(/^entrenamiento,epoca,.*\nlote pequeño,1,.*\nlote pequeño,2,[\d.,]+\n$/);

    await button(page, "Borrar").click();
    await page.getByText("Has borrado «lote pequeño»").waitFor();
    await expect.poll(() => rows(page).count()).toBe(2);
    await reload(page); // and it can still come back
    await button(page, "Deshacer").press("Enter");
    await expect.poll(() => rows(page).count()).toBe(3);
    await expect.poll(() => focusedText(page)).toBe("lote pequeño"); // the button is gone

    await expectFits(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => hiddenColumnsPx(page)).toBe(0);

    const { page: other, problems: otherProblems } = await open("/experimentos");
    const input = other.locator("#archivo-entrenamientos");
    const mimeType = "application/gzip";
    const bring = (buffer: Buffer) => input.setInputFiles({ name: "runs.gz", mimeType, buffer });
    await bring(readFileSync(file).subarray(0, 5000));
    await other.getByRole("alert").getByText("dañado o cortado").waitFor();
    await bring(Buffer.from("una foto"));
    await other.getByRole("alert").getByText("no es de entrenamientos").waitFor();
    expect(await rows(other).count()).toBe(1);
    await input.setInputFiles(file);
    await other.getByText("Importado: «lote pequeño»").waitFor();
    await expect.poll(() => rows(other).count()).toBe(2);
    await input.setInputFiles(file);
    await other.getByText("Ya estaba: «lote pequeño»").waitFor();
    const [imported] = (await other.evaluate(storeContents)).runs;
    const original = (await page.evaluate(storeContents)).runs.find(
      ({ id }) => id === imported!.id,
    )!;
    expect(imported).toEqual(original);
    expect(imported!.epochsWithWeights).toEqual([1, 2]);
    expect([...problems, ...otherProblems]).toEqual([]);
  });

  test("the run chosen there is the one of the other pages", async ({ open }) => {
    const { page, problems } = await open("/experimentos");
    await train(page, { learningRate: 0.01 });
    await visit(page, "/experimentos");
    await rename(page, "la primera");
    await train(page, { learningRate: 0.02 });
    await visit(page, "/evaluar");
    expect(await page.locator(".run-note").textContent()).not.toContain("la primera");
    await visit(page, "/experimentos");
    await button(page, "la primera").click();
    await page.getByLabel("El que miran las demás páginas").check();
    await rows(page).getByText("en las páginas").waitFor();
    for (const path of ["/evaluar", "/visualizar-el-error", "/guardar-el-modelo"]) {
      await visit(page, path);
      expect(await page.locator(".run-note").textContent()).toContain("«la primera»");
    }
    await visit(page, "/experimentos");
    await button(page, "la primera").click();
    await button(page, "Borrar").click(); // then the pages show the latest
    await page.getByText("Has borrado").waitFor();
    await visit(page, "/evaluar");
    expect(await page.locator(".run-note").textContent()).toContain("tasa 0,02");
    expect(problems).toEqual([]);
  });

  test("goes back to an epoch, and the run that goes on from there is the same to the bit", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await train(page, { epochs: 3 });
    const [whole] = (await page.evaluate(storeContents)).runs;
    await visit(page, "/experimentos");
    await page.getByLabel("Época", { exact: true }).selectOption("1");
    await button(page, "Volver a esta época").click();
    await page.getByText("en pausa al final de la época 1").waitFor();
    await visit(page, "/entrenar");
    await page.getByText("quedó en la época 2 de 3").waitFor();
    await button(page, "Seguir donde estaba").click();
    await trainingStatus(page, "Entrenamiento terminado").waitFor();
    const { runs } = await page.evaluate(storeContents);
    expect(runs.map(({ weights }) => weights)).toEqual([whole!.weights, whole!.weights]);
    expect(runs.find(({ id }) => id !== whole!.id)).toMatchObject({ savedEpochs: [1, 2, 3] });
    expect(problems).toEqual([]);
  });

  test("leads to the run that was left in the middle, whatever was trained after it", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar?epocas=3&imagenes=1000&semilla=5");
    await button(page, "Un paso").click();
    await page.getByRole("heading", { name: "Paso 1", exact: true }).waitFor({ timeout: 60_000 });
    await train(page, { epochs: 1 });
    await visit(page, "/experimentos");
    const goOn = card(page).getByRole("link", { name: "Seguir con él en Entrenar" });
    expect(await goOn.isVisible()).toBe(false); // the open one has finished
    await page.locator(".run-name").nth(1).click();
    await goOn.click();
    await settle(page);
    await page.getByText("quedó en la época 1 de 3, lote 1 de 50").waitFor();
    await button(page, "Seguir donde estaba").click();
    await waitForStatus(page, "Entrenamiento terminado");
    const { runs } = await page.evaluate(storeContents);
    expect(runs.map((run) => run.status)).toEqual(["finished", "finished"]);
    expect(problems).toEqual([]);
  });

  test("gives a number to the name of a run that another run has", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    await train(page, { epochs: 2, trainImages: 200 });
    await visit(page, "/experimentos");
    const now = Date.now();
    const nameOf = (random: number) => memorableName(`${now.toString(36)}-${random.toString(36)}`);
    let twin = 1;
    while (nameOf(twin) !== nameOf(0)) twin++;
    for (const random of [0, twin]) {
      await drawId(page, { now, random });
      const before = await rows(page).count();
      await button(page, "Volver a esta época").click();
      await expect.poll(() => rows(page).count()).toBe(before + 1);
    }
    expect((await names(page)).sort()).toEqual(
      expect.arrayContaining([nameOf(0), `${nameOf(0)} (2)`]),
    );
    await button(page, `${nameOf(0)} (2)`).click();
    await page.getByRole("heading", { name: `${nameOf(0)} (2)` }).waitFor();
    expect(problems).toEqual([]);
  });

  test("goes back to an epoch without the rates set after it, and goes on with another", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    const rate = page.getByLabel("Tasa de aprendizaje desde aquí").filter({ visible: true });
    await setHyperparameters(page, { epochs: 2, trainImages: 1000 });
    await button(page, "Una época").click();
    await trainingStatus(page, "En pausa.").waitFor({ timeout: 60_000 });
    await rate.fill("0.05");
    await button(page, "Continuar").click();
    await trainingStatus(page, "Entrenamiento terminado").waitFor();
    await visit(page, "/experimentos");
    await button(page, "Volver a esta época").click();
    await page.getByText("en pausa al final de la época 1").waitFor();
    await visit(page, "/entrenar");
    await page.getByText("quedó en la época 2 de 2").waitFor();
    const marks = page.locator(".loss-changes text");
    expect(await marks.allTextContents()).toEqual([]);
    expect(await rate.inputValue()).toBe("0,001");
    await rate.fill("0.02");
    await button(page, "Seguir donde estaba").click();
    await trainingStatus(page, "Entrenamiento terminado").waitFor();
    expect(await marks.allTextContents()).toEqual(["tasa 0,02"]);
    expect(problems).toEqual([]);
  });

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

  test("lets only a run that has been evaluated be the one of the other pages, as one that is stopped", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await setHyperparameters(page, { epochs: 1, trainImages: 200 });
    await button(page, "Un paso").click();
    await trainingStatus(page, "En pausa.").waitFor({ timeout: 60_000 });
    const other = await openTab(page, "/experimentos");
    const choice = other.getByLabel("El que miran las demás páginas");
    const reason = card(other).getByText("Todavía no hay resultados que enseñar");
    expect(await choice.isDisabled()).toBe(true);
    expect(await reason.isVisible()).toBe(true);
    const result = rows(other).first().locator("td").first();
    expect(await result.textContent()).toBe("—");
    await button(page, "Detener").click(); // in the first epoch
    await trainingStatus(page, "Entrenamiento detenido").waitFor();
    await expect.poll(() => choice.isEnabled()).toBe(true);
    const [, accuracy] = /prueba: ([\d,]+.%)/.exec((await trainingStatus(page).textContent())!)!;
    expect(await result.textContent()).toBe(accuracy);
    expect(await reason.isVisible()).toBe(false);
    await choice.check();
    await rows(other).getByText("en las páginas").waitFor();
    expect(problems).toEqual([]);
  });
});
