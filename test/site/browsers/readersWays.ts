// What is tested in every browser that readers have: the journey with its fingerprint, a cell changed, a sweep.
import { expect, test } from "vitest";
import type { OpenIn } from "./inBrowser.js";
import { savedRun } from "../support/savedRun.js";
import { storeContents } from "../support/storeContents.js";
import fingerprint from "../../../src/reference/fingerprint.json" with { type: "json" };

const { weightsSha256 } = fingerprint;

export function testReadersWays(open: OpenIn): void {
  test("the journey: from the first page to a training with the bits of the repository, evaluated, and there after a reload", async (context) => {
    const page = await open(context, "/");
    await page.follow("#observablehq-sidebar a", "Entrenar la red");
    await page.fill("#hiperparametro-epochs", "1");
    await page.fill("#hiperparametro-trainImages", "10000");
    await page.press(".training-panel button", "Entrenar");
    await page.waitForText(".training-status", "Entrenamiento terminado");
    const trained = await page.evaluate(savedRun);
    expect(trained).toMatchObject({ status: "finished", batch: 500, weights: weightsSha256 });

    await page.visit("/evaluar");
    await page.waitForText("main", "Tu entrenamiento");
    await page.reload();
    await page.waitForText("main", "Tu entrenamiento");
    expect(await page.evaluate(savedRun)).toEqual(trained);
    expect(page.problems).toEqual([]);
  });

  test("a cell that is changed gives another network, and so it does after a reload", async (context) => {
    const page = await open(context, "/definir-la-red");
    const cell = '.cell[data-cell="network"]';
    await page.press(`${cell} button`, "Editar");
    await page.waitForText(`${cell} .cm-content`, "filters: 10");
    await page.retype(`${cell} .cm-content`, "filters: 10", "10", "16");
    await page.evaluate(() => {
      scrollTo(0, 200);
    });
    const before = await page.evaluate(topOf, cell);
    await page.waitForText(".notebook-bar:not([hidden])", "difiere del original en 1 celda");
    expect(await page.evaluate(topOf, cell)).toBe(before);
    await page.press(`${cell} button`, "Ejecutar");
    await page.waitForText("figure table", "26 × 26 × 16");
    await page.reload();
    await page.waitForText("figure table", "26 × 26 × 16");
    expect(page.problems).toEqual([]);
  });

  test("a sweep of two trainings ends, with the bits of the repository", async (context) => {
    const page = await open(context, "/barrido");
    await page.fill("#barrido-valores-1", "0,001; 0,01");
    await page.evaluate(choose, "#barrido-hiperparametro-2", "");
    await page.fill("#barrido-semillas", "42");
    await page.fill("#barrido-epocas", "1");
    await page.fill("#barrido-imagenes", "10000");
    await page.fill("#barrido-validacion", "0");
    await page.waitForText("main", "= 2 entrenamientos");
    await page.press("button", "Empezar el barrido");
    await page.waitForText(".training-status", "Barrido terminado: 2 entrenamientos");
    const { runs, sweeps } = await page.evaluate(storeContents);
    expect(sweeps.map(({ status }) => status)).toEqual(["finished"]);
    expect(runs.map(({ status }) => status)).toEqual(["finished", "finished"]);
    expect(runs.find(({ learningRate }) => learningRate === 0.001)?.weights).toBe(weightsSha256);
    expect(page.problems).toEqual([]);
  });
}

// These run in the page.

function topOf(selector: string): number {
  return Math.round(document.querySelector(selector)!.getBoundingClientRect().top);
}

function choose(selector: string, value: string): void {
  const select = document.querySelector<HTMLSelectElement>(selector)!;
  select.value = value;
  for (const type of ["input", "change"]) select.dispatchEvent(new Event(type, { bubbles: true }));
}
