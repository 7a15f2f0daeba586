// What the pages that look inside say in words of the reference run («Prueba tú», captions) holds in its weights.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { loadNodeBackend } from "../../../scripts/training/nodeTrainer.js";
import { imageAt, type ImageSet } from "../../../src/lib/dataset/dataset.js";
import { occlude } from "../../../src/lib/dataset/occlude.js";
import {
  decodeReferenceRun,
  decodeReferenceWeights,
  type ReferenceRun,
  type ReferenceRunJson,
} from "../../../src/lib/files/referenceRun.js";
import {
  type ClassCentre,
  classCentres,
} from "../../../src/lib/network/instruments/classCentres.js";
import { project } from "../../../src/lib/numbers/principalComponents.js";
import { InsidePrograms } from "../../../src/training/inside/insidePrograms.js";
import type { NetworkState } from "../../../src/training/inside/networkState.js";
import { layerComponents, rowsOf } from "../../../src/training/inside/projectedImages.js";

const programs = new InsidePrograms(loadNodeBackend);
let run: ReferenceRun;
let images: ImageSet;

beforeAll(async () => {
  images = (await readDataset()).test;
  run = decodeReferenceRun(
    JSON.parse(readFileSync("src/reference/run.json", "utf8")) as ReferenceRunJson,
    readFileSync("src/reference/weights.safetensors"),
  );
});

function networkAt(epoch: number): NetworkState {
  const { topology, checkpoint } = run;
  if (epoch === 30) return { topology, weights: checkpoint.weights };
  const file = `src/reference/epochs/${String(epoch).padStart(2, "0")}.safetensors`;
  return { topology, weights: decodeReferenceWeights(readFileSync(file)) };
}

const weightsOf = (epoch: number, name: string) =>
  networkAt(epoch).weights.find((weight) => weight.name === name)!.values;

const page = (name: string) => readFileSync(`src/${name}.md`, "utf8");

/** Pearson's. */
function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((x, y) => x + y) / n;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, ownA, ownB] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    both += (a[i]! - meanA) * (b[i]! - meanB);
    ownA += (a[i]! - meanA) ** 2;
    ownB += (b[i]! - meanB) ** 2;
  }
  return both / Math.sqrt(ownA * ownB);
}

/** Of each filter of conv1, with what it is at the end. */
function likenessAt(epoch: number): number[] {
  const filter = (at: number, k: number) =>
    weightsOf(at, "conv1/kernel").filter((_, i) => i % 10 === k);
  return Array.from({ length: 10 }, (_, k) => correlation(filter(epoch, k), filter(30, k)));
}

/** How much the probabilities that the network gives differ from image to image. */
async function spreadOfAnswers(epoch: number): Promise<number> {
  const { logProbabilities } = await programs.predictions(networkAt(epoch), images);
  const variances = Array.from({ length: 10 }, (_, c) => {
    const given = Array.from({ length: 10_000 }, (_, n) => Math.exp(logProbabilities[n * 10 + c]!));
    const mean = given.reduce((a, b) => a + b) / given.length;
    return given.reduce((sum, p) => sum + (p - mean) ** 2, 0) / given.length;
  });
  return Math.sqrt(variances.reduce((a, b) => a + b));
}

describe("La red por dentro", () => {
  test("most filters of conv1 are like their last selves at birth, all by epoch 10, and they grow", () => {
    expect(page("por-dentro")).toContain("aprender los agranda, casi al triple, y los retoca");
    const born = likenessAt(0);
    expect(born.filter((r) => r > 0.8).length).toBeGreaterThan(5);
    const changed = [...born.keys()].filter((k) => born[k]! < 0.8);
    expect(changed.length).toBe(3);
    expect(Math.min(...likenessAt(10))).toBeGreaterThan(0.85);
    for (const name of ["conv1/kernel", "conv2/kernel"])
      expect(Math.hypot(...weightsOf(30, name))).toBeGreaterThan(
        2 * Math.hypot(...weightsOf(0, name)),
      );
    const growth =
      Math.hypot(...weightsOf(30, "conv1/kernel")) / Math.hypot(...weightsOf(0, "conv1/kernel"));
    expect(growth).toBeGreaterThan(2.7);
    expect(growth).toBeLessThan(3);
  });

  test("the loss falls more in the first epoch than in all the others", () => {
    const losses = run.history.epochs.map(({ testLoss }) => testLoss!);
    expect(Math.log(10) - losses[0]!).toBeGreaterThan(2 * (losses[0]! - losses.at(-1)!));
  });

  test("at birth a filter draws the garment already, but the answer is the same for all", async () => {
    const count = 200;
    const few = {
      images: images.images.subarray(0, 784 * count),
      labels: images.labels.subarray(0, count),
      count,
    };
    const { values } = await programs.activations(networkAt(0), few, "conv1");
    const likeness = Array.from({ length: count }, (_, n) => {
      const image = imageAt(images, n);
      const middle = Array.from(
        { length: 676 },
        (_, p) => image[(Math.floor(p / 26) + 1) * 28 + (p % 26) + 1]!,
      );
      const maps = Array.from({ length: 10 }, (_, k) =>
        middle.map((_, p) => values[(n * 676 + p) * 10 + k]!),
      );
      return Math.max(...maps.map((map) => Math.abs(correlation(map, middle) || 0)));
    });
    expect(likeness.toSorted((a, b) => a - b)[count / 2]).toBeGreaterThan(0.6);
    expect(await spreadOfAnswers(0)).toBeLessThan(0.01);
    expect(await spreadOfAnswers(30)).toBeGreaterThan(0.5);
  });
});

test("El mapa de las prendas: a small spot at birth, not quite mixed; from epoch 1 each class is on its way", async () => {
  const atEnd = { network: networkAt(30), images, layerName: "fc1", count: 6 };
  const projection = await layerComponents(programs, atEnd);
  const placesAt = async (epoch: number) =>
    project(rowsOf(await programs.activations(networkAt(epoch), images, "fc1")), projection);
  const [born, first, end] = [await placesAt(0), await placesAt(1), await placesAt(30)];
  const whole = (places: Float32Array) => classCentres(places, new Uint8Array(10_000), 1)[0]!;
  const moved = born.map((place, i) => end[i]! - place);
  expect(whole(born).spread).toBeLessThan(whole(end).spread / 100);
  expect(Math.hypot(...moved) / 100).toBeGreaterThan(100 * whole(born).spread); // the root of the mean square
  const classes = [born, first, end].map((places) => classCentres(places, images.labels));
  const [atBirth, afterOne, atLast] = classes as [ClassCentre[], ClassCentre[], ClassCentre[]];
  const apart = [1, 5, 7, 9]; // trousers and shoes
  for (const c of apart) expect(atBirth[c]!.outside, `class ${c}`).toBeLessThan(0.6);
  for (const c of [0, 2, 3, 6]) expect(atBirth[c]!.outside, `class ${c}`).toBeGreaterThan(0.7);
  const inPixels = classCentres(Float32Array.from(images.images), images.labels);
  for (const c of apart) expect(inPixels[c]!.outside, `class ${c}`).toBeLessThan(0.4);
  for (const c of [5, 7, 9]) expect([5, 7, 9]).toContain(inPixels[c]!.invader);
  for (const c of [...apart, 8]) expect(atLast[c]!.outside, `class ${c}`).toBeLessThan(0.15);
  for (const c of [2, 4, 6]) expect([2, 4, 6]).toContain(atLast[c]!.nearest);
  const middle = whole(first).centre;
  for (let c = 0; c < 10; c++) {
    const way = afterOne[c]!.centre.map((x, i) => x - middle[i]!);
    const goal = atLast[c]!.centre; // the middle of them all is 0
    const along = way.reduce((sum, x, i) => sum + x * goal[i]!, 0);
    expect(along / Math.hypot(...way) / Math.hypot(...goal), `class ${c}`).toBeGreaterThan(0.7);
    expect(atLast[c]!.distance, `class ${c}`).toBeGreaterThan(afterOne[c]!.distance);
  }
});

test("¿En qué se fija?: what speaks for the class that is said in error mostly speaks against the true one", async () => {
  const { predictions } = run.evaluation!;
  const errors = [...images.labels.keys()]
    .filter((i) => predictions[i] !== images.labels[i])
    .slice(0, 60);
  const covered = errors.map((i) => occlude(imageAt(images, i), { size: 4, stride: 2, value: 0 }));
  const each = covered[0]!.count;
  const pixels = new Uint8Array(errors.length * each * 784);
  covered.forEach((copies, place) => {
    pixels.set(copies.images, place * copies.images.length);
  });
  const count = errors.length * each;
  const all = { images: pixels, labels: new Uint8Array(count), count };
  const { logProbabilities } = await programs.predictions(networkAt(30), all);
  const likeness = errors.map((i, place) => {
    const mapOf = (c: number) =>
      Array.from({ length: each }, (_, n) => -logProbabilities[(place * each + n) * 10 + c]!);
    return { i, r: correlation(mapOf(predictions[i]!), mapOf(images.labels[i]!)) };
  });
  expect(likeness.filter(({ r }) => r < -0.4).length).toBeGreaterThan(errors.length / 2);
  const areShirts = ({ i }: { i: number }) =>
    [0, 6].includes(predictions[i]!) && [0, 6].includes(images.labels[i]!);
  for (const { i, r } of likeness.filter(areShirts)) expect(r, `image ${i}`).toBeLessThan(-0.5);
});
