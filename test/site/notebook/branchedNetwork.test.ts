// A network with branches that the reader writes, through the pages: trained, swept, saved, looked into, in a file.
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { test, visit } from "../support/browser.js";
import { button } from "../support/button.js";
import { cell, edit, layerTable, run } from "../support/cells.js";
import { download } from "../support/download.js";
import { storeContents } from "../support/storeContents.js";
import { beginTraining, waitForStatus } from "../support/trainingPage.js";
import { plan } from "../sweep/sweepPage.js";

const BRANCHED = `const imagen = tf.input({shape: [28, 28, 1]});
const primera = tf.layers.conv2d({name: "primera", filters: 4, kernelSize: 3, strides: 2, padding: "same"}).apply(imagen);
const vuelta = tf.layers.separableConv2d({name: "vuelta", filters: 4, kernelSize: 3, padding: "same"}).apply(primera);
const suma = tf.layers.add({name: "suma"}).apply([vuelta, primera]);
const medias = tf.layers.globalAveragePooling2d({}).apply(suma);
const network = tf.model({inputs: imagen, outputs: tf.layers.dense({units: 10}).apply(medias)});`;

test("a network with branches of the reader's own goes through every page", async ({ open }) => {
  const { page, problems } = await open("/definir-la-red");
  await run(await edit(page, "network", () => BRANCHED));
  await layerTable(page).getByText("14 × 14 × 4").first().waitFor();
  expect(await cell(page, "network").locator(".cell-error").isVisible()).toBe(false);

  await visit(page, "/entrenar");
  await beginTraining(page, { epochs: 1, trainImages: 1000 });
  await waitForStatus(page, /Entrenamiento terminado.* con motor propio/);
  await visit(page, "/por-dentro#capa=suma");
  await page.getByText("Se suman").waitFor();
  await visit(page, "/por-dentro#capa=vuelta");
  await page.getByText("La suma de 4 canales").waitFor();

  await visit(page, "/barrido");
  await page.selectOption("#red", "tuya");
  await page.selectOption("#barrido-hiperparametro-2", "");
  await plan(page, { "valores-1": "0,01; 0,1", semillas: "1", epocas: "1", imagenes: "1000" });
  await button(page, "Empezar el barrido").click();
  await waitForStatus(page, "Barrido terminado: 2 entrenamientos");
  const { runs } = await page.evaluate(storeContents);
  expect(runs).toHaveLength(3);
  for (const { topology } of runs) expect(topology).toContain('"SeparableConv2D"');

  await visit(page, "/guardar-el-modelo");
  const file = readFileSync(await download(button(page, "Descargar para PyTorch (safetensors)")));
  const header = file.subarray(8, 8 + Number(file.readBigUInt64LE(0))).toString();
  const shapes = JSON.parse(header) as Record<string, { shape: number[] }>;
  expect(shapes["vuelta.depthwise.weight"]!.shape).toEqual([4, 1, 3, 3]);
  expect(problems).toEqual([]);
});
