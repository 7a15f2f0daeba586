// The whole journey on real data, as a reader makes it: load, see, train, evaluate, save, reload, load back.
import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { reload, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { download } from "../support/download.js";
import { savedRun } from "../support/savedRun.js";
import { beginTraining, waitForStatus } from "../support/trainingPage.js";

/** A run short enough for a test and long enough to learn: 600 steps. */
const short = { epochs: 2, trainImages: 6000, learningRate: 0.01 };

describe("the journey", () => {
  test("load, see, train, evaluate, look, save, reload, load back", async ({ open }) => {
    const { page, problems } = await open("/cargar-los-datos");
    await page.getByRole("button", { name: /^Cargar los datos/ }).click();
    await page.getByText("Han llegado 70.000 imágenes").waitFor({ timeout: 120_000 });

    await visit(page, "/visualizar-los-datos");
    expect(await page.locator(".image-grid canvas").count()).toBeGreaterThanOrEqual(20);

    await visit(page, "/entrenar");
    await beginTraining(page, short);
    await waitForStatus(page, /Entrenamiento terminado. Exactitud en la prueba: (6|7|8)\d,\d\d\s%/);
    const trained = await page.evaluate(savedRun);
    expect(trained).toMatchObject({ count: 1, status: "finished", batch: 600 });

    await visit(page, "/visualizar-el-error");
    expect(await page.locator("main").textContent()).toContain("Tu entrenamiento");
    await visit(page, "/evaluar");
    expect(await page.locator("main").textContent()).toContain("Tu entrenamiento");
    await visit(page, "/ver-resultados");
    expect(await page.locator("main").textContent()).toContain("Tu entrenamiento");

    await visit(page, "/guardar-el-modelo");
    const path = await download(button(page, "Descargar para PyTorch (safetensors)"));
    const file = readFileSync(path);
    const headerBytes = Number(file.readBigUInt64LE(0));
    const header = JSON.parse(file.subarray(8, 8 + headerBytes).toString()) as Record<
      string,
      { shape: number[] }
    >;
    expect(header["fc1.weight"]!.shape).toEqual([50, 500]);
    expect(file.length).toBe(8 + headerBytes + 4 * 27_480);

    await reload(page);
    expect(await page.evaluate(savedRun)).toEqual(trained);

    const input = page.locator("#archivo-modelo");
    const half = file.subarray(0, file.length / 2);
    const mimeType = "application/octet-stream";
    await input.setInputFiles({ name: "half.safetensors", mimeType, buffer: half });
    await page.getByRole("alert").getByText("El archivo está cortado").waitFor();
    expect(await page.evaluate(savedRun)).toEqual(trained);

    await input.setInputFiles(path);
    await page.getByText("Modelo cargado de").waitFor({ timeout: 60_000 });
    expect(await page.evaluate(savedRun)).toMatchObject({
      count: 2,
      status: "finished",
      weights: trained.weights,
    });
    expect(problems).toEqual([]);
  });
});
