// The report of doubtful labels, beside the data set that it tells of.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packedFiles } from "../../data-loaders/packedFiles.js";
import { readDataset } from "../../data-loaders/readDataset.js";
import { duplicates, sharedTestImages } from "../../scripts/labels/duplicates.js";
import type { ReferenceRunJson } from "../../src/lib/files/referenceRun.js";
import { parseLabelReport, picturedImages } from "../../src/lib/reports/labelReport.js";

const report = parseLabelReport(JSON.parse(readFileSync("src/reference/labels.json", "utf8")));

test("the labels are the data set's, the losses fall, and the pictures stand in the report's order", async () => {
  const dataset = await readDataset();
  const { train } = dataset;
  const images = [...report.greatestLoss, ...report.published.images];
  for (const { index, label } of images) expect(label).toBe(train.labels[index]);
  expect(report.greatestLoss.map(({ rank }) => rank)).toEqual(
    report.greatestLoss.map((_, place) => place + 1),
  );
  const losses = report.greatestLoss.map(({ loss }) => loss);
  expect(losses).toEqual(losses.toSorted((a, b) => b - a));
  const pictured = picturedImages(report);
  const packed = packedFiles.doubtful!(dataset);
  expect(packed).toHaveLength(785 * pictured.length);
  pictured.forEach((index, place) => {
    const picture = packed.subarray(784 * place, 784 * (place + 1));
    expect(Buffer.compare(picture, train.images.subarray(784 * index, 784 * (index + 1)))).toBe(0);
  });
});

test("the network that orders them has seen each as often as the page says", () => {
  const { hyperparameters } = JSON.parse(
    readFileSync("src/reference/run.json", "utf8"),
  ) as ReferenceRunJson;
  expect(hyperparameters).toMatchObject({ epochs: 30, trainImages: 60_000 });
  expect(readFileSync("src/ver-resultados.md", "utf8")).toContain(
    "las 60.000 imágenes con que la red se entrenó. Las ha visto treinta veces con esa etiqueta",
  );
});

test("an image counts as repeated if each of its pixels is, within a set and between two", () => {
  const set = (...values: number[]) => ({
    images: Uint8Array.from(values.flatMap((value) => new Array<number>(784).fill(value))),
    labels: new Uint8Array(values.length),
    count: values.length,
  });
  expect(duplicates(set(1, 2, 1, 1), set(2, 3, 3))).toEqual({ train: 2, test: 1, shared: 1 });
  expect(sharedTestImages(set(1, 2, 1), set(3, 2, 2))).toEqual(new Set([1, 2]));
});
