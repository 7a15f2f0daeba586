// The whole journey on real data, as a reader makes it: load, see, train, evaluate, save, reload,
// load back; and what may go wrong on the way.
import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { reload, siteUrl, test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { download } from "../support/download.js";
import { savedRun } from "../support/savedRun.js";
import {
  beginTraining,
  currentEpoch,
  midEpoch,
  trainingStatus,
  waitForStatus,
} from "../support/trainingPage.js";
import fingerprint from "../../../src/reference/fingerprint.json" with { type: "json" };

/** A run short enough for a test and long enough to learn: 600 steps. */
const short = { epochs: 2, trainImages: 6000, learningRate: 0.01 };
/** Long enough to be paused on its way. */
const long = { ...short, epochs: 20 };

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

  test("a run left in the middle goes on exactly, on another visit", async ({ open }) => {
    const { page } = await open("/entrenar");
    await beginTraining(page, long);
    await waitForStatus(page, "Entrenamiento terminado");
    const whole = await page.evaluate(savedRun);

    const { page: other, problems } = await open("/entrenar"); // with an empty store of its own
    await beginTraining(other, long);
    await waitForStatus(other, midEpoch);
    await button(other, "Pausa").click();
    await waitForStatus(other, "En pausa.");
    const paused = await other.evaluate(savedRun);
    expect(paused.status).toBe("paused");
    await other.goto(siteUrl("/glosario"));
    await visit(other, "/entrenar");
    await other.getByText("Tienes un entrenamiento a medias").waitFor();
    await button(other, "Seguir donde estaba").click();
    await waitForStatus(other, "Entrenamiento terminado");
    expect(await other.evaluate(savedRun)).toMatchObject({
      count: 1,
      batch: 6000,
      weights: whole.weights,
    });
    expect(problems).toEqual([]);
  });

  test("a second run has the data in memory: nothing is read again, and stop and pause still work", async ({
    open,
  }) => {
    const { page, problems } = await open("/entrenar");
    await beginTraining(page, { epochs: 1, trainImages: 6000 });
    await waitForStatus(page, "Entrenamiento terminado");
    const asked: string[] = [];
    page.context().on("request", (request) => asked.push(request.url()));
    await beginTraining(page, { epochs: 100, trainImages: 5000 });
    await waitForStatus(page, midEpoch);
    await button(page, "Detener").click();
    await waitForStatus(page, "Entrenamiento detenido");
    await beginTraining(page, { epochs: 1, trainImages: 1000 });
    await waitForStatus(page, "Entrenamiento terminado");
    expect(asked.filter((url) => url.includes("_file/data"))).toEqual([]);
    expect((await page.evaluate(savedRun)).count).toBe(3);
    expect(problems).toEqual([]);
  });

  test("pausing, going on and stopping do what they say", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    await beginTraining(page, { epochs: 100, trainImages: 6000 });
    await waitForStatus(page, midEpoch);
    await button(page, "Pausa").click();
    await waitForStatus(page, "En pausa.");
    const text = await trainingStatus(page).textContent();
    await page.waitForTimeout(500);
    expect(await trainingStatus(page).textContent()).toBe(text);
    await button(page, "Continuar").click();
    await waitForStatus(page, /Época ([2-9]|\d\d+) de 100/);
    await button(page, "Detener").click();
    await waitForStatus(page, "Entrenamiento detenido");
    const stopped = await page.evaluate(savedRun);
    expect(stopped.status).toBe("stopped");
    expect(stopped.batch).toBeGreaterThan(300);
    expect(problems).toEqual([]);
  });

  test("training needs neither frames nor timers of the page, as in a hidden tab", async ({
    open,
  }) => {
    const { page } = await open("/entrenar");
    await beginTraining(page, { epochs: 200, trainImages: 6000 });
    await waitForStatus(page, midEpoch);
    const begun = await currentEpoch(page);
    await page.evaluate(() => {
      const end = performance.now() + 6000;
      while (performance.now() < end); // the page does nothing at all for six seconds
    });
    // Far more than could be done after those seconds, in the time that the next report takes.
    await expect
      .poll(() => currentEpoch(page), { timeout: 1000 })
      .toBeGreaterThanOrEqual(begun + 4);
    const progress = page.getByRole("progressbar", { name: "Progreso del entrenamiento" });
    expect(Number(await progress.getAttribute("aria-valuenow"))).toBeGreaterThanOrEqual(2);
  });
});

describe("comparing engines", () => {
  test.for([1, 2])(
    "the engine gives the bits of the repository, threads: %i",
    async (threads, { open }) => {
      const { page, problems } = await open("/entrenar");
      await page.getByLabel("Hilos del motor propio").selectOption(String(threads));
      await beginTraining(page, { epochs: 1, trainImages: 10_000 });
      await waitForStatus(
        page,
        `con motor propio (${threads === 1 ? "1 hilo" : `${threads} hilos`}).`,
      );
      expect(await page.evaluate(savedRun)).toMatchObject({
        batch: 500,
        weights: fingerprint.weightsSha256,
      });
      expect(problems).toEqual([]);
    },
  );

  test("tfjs on the processor, chosen by hand, trains and says its name", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    await page.getByLabel("Comparar motores").selectOption("wasm");
    await beginTraining(page, { epochs: 1, trainImages: 1000 });
    await waitForStatus(page, /Entrenamiento terminado.* con tfjs \(wasm\)/);
    expect(problems).toEqual([]);
  });

  test("a backend that the machine has not is told, and the engine trains", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    await page.getByLabel("Comparar motores").selectOption("webgpu");
    await beginTraining(page, { epochs: 1, trainImages: 1000 });
    await page.getByText("TensorFlow.js no puede calcular con «webgpu»").waitFor();
    await waitForStatus(page, /Entrenamiento terminado.* con motor propio/);
    expect(problems).toEqual([]);
  });
});

describe("what may go wrong", () => {
  test("absurd hyperparameters are refused one by one, and nothing starts", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    await beginTraining(page, { epochs: 0, batchSize: 2.5, learningRate: -1 });
    const alerts = page.locator(".training-panel [role=alert]");
    await alerts.getByText("Épocas: hace falta un número entero entre 1 y 500").waitFor();
    expect(await alerts.locator(".callout").count()).toBe(3);
    expect(await page.locator("#hiperparametro-epochs").getAttribute("aria-invalid")).toBe("true");
    expect(await trainingStatus(page).textContent()).toBe("Sin empezar.");
    await button(page, "Volver a los valores del original").click();
    expect(await page.locator("#hiperparametro-epochs").inputValue()).toBe("30");
    expect(problems).toEqual([]);
  });

  test("a run that diverges stops and says why", async ({ open }) => {
    const { page, problems } = await open("/entrenar");
    await beginTraining(page, { epochs: 2, trainImages: 6000, learningRate: 10 });
    await waitForStatus(page, "la red ha divergido");
    await page.getByRole("alert").getByText("tasa de aprendizaje demasiado alta").waitFor();
    expect(problems).toEqual([]);
  });

  test("a lost connection is told, with a button that goes on from what had arrived", async ({
    open,
  }) => {
    const { page } = await open("/entrenar");
    const asked: string[] = [];
    await page.context().route(/_file\/data\/train-images-1\./, (route) => route.abort());
    page.context().on("request", (request) => asked.push(request.url()));
    await beginTraining(page, { ...short, trainImages: 20_000, epochs: 1 });
    const retry = page.locator(".training-panel").getByRole("button", { name: "Reintentar" });
    await retry.waitFor({ timeout: 60_000 });
    expect(await page.locator(".training-panel [role=alert]").textContent()).toContain(
      "No se ha podido descargar «train-images-1»",
    );
    await page.context().unroute(/_file\/data\/train-images-1\./);
    asked.length = 0;
    await retry.click();
    await waitForStatus(page, "Época 1 de 1");
    const shards = asked.filter((url) => url.includes("train-images"));
    expect(shards).toHaveLength(1);
    expect(shards[0]).toContain("train-images-1");
  });
});
