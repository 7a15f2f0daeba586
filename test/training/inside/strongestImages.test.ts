// What excites each filter most, beside a plain search through all the maps; images in more than one part.
import { beforeAll, expect, test } from "vitest";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { loadNodeBackend } from "../../../scripts/training/nodeTrainer.js";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { InsidePrograms } from "../../../src/training/inside/insidePrograms.js";
import type { NetworkState } from "../../../src/training/inside/networkState.js";
import { strongestImages } from "../../../src/training/inside/strongestImages.js";
import { newRun } from "../../../src/training/worker/newRun.js";

const COUNT = 1100;
const programs = new InsidePrograms(loadNodeBackend);
let [images, network] = [] as unknown as [ImageSet, NetworkState];

beforeAll(async () => {
  const { test: all } = await readDataset();
  images = {
    images: all.images.subarray(0, COUNT * 784),
    labels: all.labels.subarray(0, COUNT),
    count: COUNT,
  };
  const { topology, checkpoint } = await newRun(defaultHyperparameters);
  network = { topology, weights: checkpoint.weights };
});

test.each(["conv1", "pool2", "fc1"])("of %s", async (layerName) => {
  const found = await strongestImages(programs, { network, images, layerName, count: 5 });
  const { shape, values } = await programs.activations(network, images, layerName);
  const [, H, W, C] = shape;
  expect(found).toHaveLength(C);
  found.forEach(({ activeShare, strongest }, c) => {
    const greatest = Array.from({ length: COUNT }, (_, n) => {
      let best = -Infinity;
      for (let p = 0; p < H * W; p++) best = Math.max(best, values[(n * H * W + p) * C + c]!);
      return best;
    });
    expect(activeShare).toBeCloseTo(greatest.filter((value) => value > 0).length / COUNT, 12);
    expect(strongest.map(({ value }) => value)).toEqual(
      greatest.toSorted((a, b) => b - a).slice(0, 5),
    );
    for (const { index, value, row, column } of strongest) {
      expect(values[((index * H + row) * W + column) * C + c]).toBe(value);
    }
    expect(new Set(strongest.map(({ index }) => index)).size).toBe(5);
  });
});

test("a filter whose bias no image overcomes is dead", async () => {
  const weights = network.weights.map((weight) =>
    weight.name === "conv1/bias"
      ? { ...weight, values: weight.values.map((v, i) => (i === 3 ? -100 : v)) }
      : weight,
  );
  const found = await strongestImages(programs, {
    network: { ...network, weights },
    images,
    layerName: "conv1",
    count: 3,
  });
  expect(found[3]!.activeShare).toBe(0);
  expect(found.filter(({ activeShare }) => activeShare === 0)).toHaveLength(1);
});

test("a layer that the engine does not know is computed by tfjs", async () => {
  const layers = JSON.parse(network.topology) as {
    config: { layers: { config: { activation?: string } }[] };
  };
  layers.config.layers[0]!.config.activation = "softplus";
  const other = { ...network, topology: JSON.stringify(layers) };
  const few = {
    images: images.images.subarray(0, 784),
    labels: images.labels.subarray(0, 1),
    count: 1,
  };
  const { shape, values } = await programs.activations(other, few, "conv1");
  expect(shape).toEqual([1, 26, 26, 10]);
  expect(Math.min(...values)).toBeGreaterThan(0); // as no ReLU's is
});

test("the least number of a layer is below zero only where no ReLU has passed", async () => {
  const few = {
    images: images.images.subarray(0, 40 * 784),
    labels: images.labels.subarray(0, 40),
    count: 40,
  };
  for (const [layerName, isRectified] of [
    ["conv1", true],
    ["fc2", false],
  ] as const) {
    const found = await strongestImages(programs, { network, images: few, layerName, count: 1 });
    expect(found.every(({ least }) => least >= 0)).toBe(isRectified);
  }
});
