// What the answers under each «Prueba tú» say in words holds in the figures that `npm run answers` wrote.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDataset } from "../../data-loaders/readDataset.js";
import config from "../../observablehq.config.js";
import { firstStep } from "../../scripts/answers/shortTrainings.js";
import { convolve3x3 } from "../../src/lib/network/convolve3x3.js";
import { describeLayers, layerTotals } from "../../src/lib/network/describeLayers.js";
import * as tf from "../../src/lib/network/tf.js";
import { parseAnswersReport } from "../../src/lib/reports/answersReport.js";
import { parseSeedReport, summarizeSeeds } from "../../src/lib/reports/seedReport.js";
import type { SweepAxis } from "../../src/lib/sweep/sweepAxis.js";
import { type SweepCell, sweepVerdict } from "../../src/lib/sweep/sweepResults.js";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(`src/reference/${name}.json`, "utf8"));
const answers = parseAnswersReport(read("answers"));
const seeds = parseSeedReport(read("seeds"));

test("every «Prueba tú» has its answer folded under it", () => {
  const pages = readdirSync("src").filter((file) => file.endsWith(".md"));
  const asking = pages.filter((page) =>
    readFileSync(`src/${page}`, "utf8").includes("## Prueba tú"),
  );
  expect(asking).toHaveLength(config.pages.flatMap(({ pages }) => pages).length); // the first page asks nothing
  for (const page of asking) {
    const [, section] = readFileSync(`src/${page}`, "utf8").split("## Prueba tú");
    expect
      .soft(section, page)
      .toMatch(/<details class="answer">\n<summary>Respuesta<\/summary>\n\n\S/);
  }
});

test("the figures of the first step are those that the engine gives today, to the bit", async () => {
  const dataset = await readDataset();
  const rates = answers.firstStep.after.map(({ learningRate }) => learningRate);
  expect(await firstStep(dataset, rates)).toEqual(answers.firstStep);
});

describe("the answer of", () => {
  test("Error y optimizador: of the five rates, 1 lowers the loss most and 10 raises it", () => {
    const { before, after } = answers.firstStep;
    const losses = after.map(({ loss }) => loss);
    expect(after.map(({ learningRate }) => learningRate)).toEqual([0.001, 0.01, 0.1, 1, 10]);
    expect([before, ...losses.slice(0, 4)]).toEqual(
      [before, ...losses.slice(0, 4)].sort((a, b) => b - a),
    );
    expect(losses[4]).toBeGreaterThan(before);
  });

  test("Precisión antes de entrenar: one class wins with 1, 2 and 3, by chance, and nothing passes 20 %", () => {
    const { seeds: named, favourites, count, maxAccuracy } = answers.untrained;
    expect(new Set(named.map(({ favourite }) => favourite)).size).toBe(1);
    expect(favourites.reduce((a, b) => a + b)).toBe(count);
    expect(Math.max(...favourites)).toBeLessThan(0.2 * count);
    expect(maxAccuracy).toBeLessThan(0.2);
  });

  test("Entrenar: ten times the rate learns faster, not ten times, and 10 diverges in the first epoch", () => {
    const [slow, fast, wild] = answers.rates;
    const gain = (loss: number) => Math.log(10) - loss;
    expect(fast!.testAccuracy).toBeGreaterThan(slow!.testAccuracy!);
    expect(gain(fast!.loss!)).toBeLessThan(10 * gain(slow!.loss!));
    expect(wild).toMatchObject({ learningRate: 10, epochs: 0, loss: null });
  });

  test("Entrenar: of five rates 0.01 ends lowest, 0.1 learns and then dies, and 1 never knows anything", () => {
    const curves = answers.rateCurves;
    expect(curves.map(({ learningRate }) => learningRate)).toEqual([0.0001, 0.001, 0.01, 0.1, 1]);
    for (const { thousands } of curves) expect(thousands).toHaveLength(30);
    const ends = curves.map(({ thousands }) => thousands.at(-1)!);
    expect(Math.min(...ends)).toBe(ends[2]);
    const [, , , tenth, one] = curves;
    expect(Math.min(...tenth!.thousands)).toBeLessThan(1.5);
    expect(ends[3]).toBeCloseTo(Math.log(10), 1);
    expect(Math.min(...one!.thousands)).toBeGreaterThan(Math.log(10));
    expect([tenth!.deadNeurons, one!.deadNeurons]).toEqual([50, 50]);
    expect([tenth!.testAccuracy, one!.testAccuracy]).toEqual([0.1, 0.1]);
  });

  test("Visualizar el error: with few images validation turns up, and the best epoch tests better", () => {
    const { losses, validationLosses, bestEpoch, ...tested } = answers.earlyStopping;
    expect(tested).toMatchObject({ trainImages: 3000, validationImages: 1000, dropoutRate: 0 });
    expect(validationLosses[bestEpoch - 1]).toBe(Math.min(...validationLosses));
    expect(validationLosses.at(-1)).toBeGreaterThan(1.3 * Math.min(...validationLosses));
    expect(losses.at(-1)).toBe(Math.min(...losses));
    expect(tested.bestTestAccuracy).toBeGreaterThan(tested.lastTestAccuracy);
  });

  test("Visualizar el error: without dropout both losses end lower, and the accuracy as another seed's", () => {
    const [original, without] = answers.dropout;
    expect(without).toMatchObject({ dropoutRate: 0, epochs: 30 });
    expect(without!.loss).toBeLessThan(original!.loss);
    expect(without!.testLoss).toBeLessThan(original!.testLoss);
    expect(without!.testLoss).toBeGreaterThan(without!.loss);
    const { min, max } = summarizeSeeds(seeds.engine, "testAccuracy");
    expect(without!.testAccuracy - original!.testAccuracy).toBeLessThanOrEqual(2 * (max - min));
  });

  test("Evaluar: after one epoch it is the shirt that lacks most, and it is taken for another than at the end", () => {
    const { firstEpoch, lastEpoch } = answers;
    const lacks = lastEpoch.classAccuracy.map((all, c) => all - firstEpoch.classAccuracy[c]!);
    expect(lacks.indexOf(Math.max(...lacks))).toBe(6);
    expect(firstEpoch.takenFor[6]).not.toBe(lastEpoch.takenFor[6]);
  });

  test("Barrido: rates are told apart, dropouts are not, and with the original's rate nothing is learnt", () => {
    const verdicts = answers.sweeps.map(({ axes, seeds: tried, cells }) =>
      sweepVerdict({ axes: axes as SweepAxis[], seeds: tried }, cells as SweepCell[]),
    );
    expect(verdicts[0]).toContain("parece cosa del cambio");
    expect(verdicts[2]).toContain("cabe en el baile de las semillas");
    const still = answers.sweeps[1]!.cells.flatMap(({ accuracies }) => accuracies);
    expect(still).toHaveLength(6);
    for (const accuracy of still) expect(accuracy).toBeCloseTo(0.1, 3);
  });

  test("Definir la red: a one to the right of the centre moves the image a pixel to the left", () => {
    const image = Float32Array.from({ length: 784 }, (_, i) => (i * 7) % 11);
    const moved = convolve3x3(image, [0, 0, 0, 0, 0, 1, 0, 0, 0]);
    const centre = convolve3x3(image, [0, 0, 0, 0, 1, 0, 0, 0, 0]);
    expect(moved[26 * 5 + 9]).toBe(centre[26 * 5 + 10]);
  });

  test("Ideas para mejorar: the deep network passes the original's parameters from 40 filters on", () => {
    const of = (filters: number) => deeper(filters);
    expect(of(39).parameters).toBe(27_089);
    expect(of(40).parameters).toBe(27_720);
    expect(of(100).parameters).toBe(65_580);
    expect([of(55).flattened, of(56).flattened]).toEqual([495, 504]);
  });
});

/** The page's network with a third convolution. */
function deeper(filters: number): { parameters: number; flattened: number } {
  const conv = (config: { filters: number; inputShape?: number[] }) =>
    tf.layers.conv2d({ kernelSize: 3, activation: "relu", ...config });
  const network = tf.sequential({
    layers: [
      conv({ filters: 10, inputShape: [28, 28, 1] }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      conv({ filters: 20 }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      conv({ filters }),
      tf.layers.flatten({ name: "flatten" }),
      tf.layers.dense({ units: 50 }),
      tf.layers.dense({ units: 10 }),
    ],
  });
  const rows = describeLayers(network);
  network.dispose();
  const flattened = rows.find(({ name }) => name === "flatten")!.outputShape[0]!;
  return { parameters: layerTotals(rows).parameters, flattened };
}
