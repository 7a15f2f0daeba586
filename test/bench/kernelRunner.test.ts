import { expect, test } from "vitest";
import { KernelRunner } from "../../bench/kernels/kernelRunner.js";
import { type BenchNetwork, originalNetwork, otherNetworks } from "../../bench/networks.js";
import { PIXELS } from "../../src/lib/dataset/dataset.js";
import { defaultHyperparameters } from "../../src/lib/run/hyperparameters.js";
import { RandomStream } from "../../src/lib/numbers/random.js";
import { createEngineTrainer } from "../../src/training/engine/engineTrainer.js";
import { newRun } from "../../src/training/worker/newRun.js";

const IMAGES = 100;
const random = new RandomStream(1, "sample");
const bytes = (count: number, end: number) =>
  Uint8Array.from({ length: count }, () => Math.floor(random.uniform() * end));
const train = { images: bytes(IMAGES * PIXELS, 256), labels: bytes(IMAGES, 10), count: IMAGES };

async function requestFor({ topology }: BenchNetwork) {
  const hyperparameters = { ...defaultHyperparameters, batchSize: 10, trainImages: IMAGES };
  const run = await newRun(hyperparameters, topology);
  return { topology, hyperparameters, train, state: run.checkpoint };
}

test.each([originalNetwork(0.4), ...otherNetworks(0.4)])(
  "the kernels of $name, called one by one, make the engine's step bit for bit",
  async (network) => {
    const request = await requestFor(network);
    const engine = await createEngineTrainer(request);
    const expected = await engine.runSteps(0, 4);
    const runner = await KernelRunner.create(request);
    const found = [0, 1, 2, 3].map((batch) => runner.step(batch));
    expect(Float32Array.from(found)).toEqual(expected);
  },
);

test("time and work speak of the same kernels, and timing them is training too", async () => {
  const request = await requestFor(originalNetwork(0.4));
  const timed = await KernelRunner.create(request);
  const other = await KernelRunner.create(request);
  const times = timed.time(0, 3);
  for (let batch = 0; batch < 3; batch++) other.step(batch);
  expect(timed.step(3)).toBe(other.step(3));
  expect(times.every(({ microseconds }) => microseconds >= 0)).toBe(true);
  expect(timed.work(2).map(({ kernel }) => kernel)).toEqual(times.map(({ kernel }) => kernel));
});
