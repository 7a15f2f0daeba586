// What computes a run, chosen by hand: the engine with one thread and two, and TensorFlow.js.
import { describe, expect } from "vitest";
import { test } from "../support/browser.js";
import { savedRun } from "../support/savedRun.js";
import { beginTraining, waitForStatus } from "../support/trainingPage.js";
import fingerprint from "../../../src/reference/fingerprint.json" with { type: "json" };

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
