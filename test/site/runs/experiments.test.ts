// The page of experiments from end to end: runs compared, renamed, pinned, deleted and brought back, taken to
// another browser.
import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { reload, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { download } from "../support/download.js";
import { expectFits } from "../support/expectFits.js";
import { names, rename, rows, train } from "../support/experimentsPage.js";
import { focusedText } from "../support/focusedText.js";
import { hiddenColumnsPx } from "../support/layout.js";
import { storeContents } from "../support/storeContents.js";

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
});
