// Runs that do not begin, do not end or lack their data: the reader is told why.
import { describe, expect } from "vitest";
import { test } from "../support/browser.js";
import { button } from "../support/button.js";
import { beginTraining, trainingStatus, waitForStatus } from "../support/trainingPage.js";

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
    await beginTraining(page, { epochs: 1, trainImages: 20_000, learningRate: 0.01 });
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
