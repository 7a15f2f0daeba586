import { beforeAll, expect, test } from "vitest";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { nodeThreads } from "../../../scripts/training/nodeThreads.js";
import { weightsSha256 } from "../../../src/lib/run/weightsSha256.js";
import type { Dataset } from "../../../src/lib/dataset/dataset.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import {
  createEngineTrainer,
  ThreadLostError,
} from "../../../src/training/engine/engineTrainer.js";
import { offeredNetworks } from "../../../src/lib/network/offeredNetworks.js";
import { newRun } from "../../../src/training/worker/newRun.js";
import expectedFingerprint from "../../../src/reference/fingerprint.json" with { type: "json" };

let dataset: Dataset;
beforeAll(async () => {
  dataset = await readDataset();
});

interface Options {
  batchSize?: number;
  /** Instead of the original's network. */
  topology?: string;
}

async function trainerWith(threads: number, { batchSize = 20, ...options }: Options = {}) {
  const hyperparameters = { ...defaultHyperparameters, batchSize, trainImages: 10_000 };
  const { topology, checkpoint } = await newRun(hyperparameters, options.topology);
  const request = { topology, hyperparameters, train: dataset.train, state: checkpoint };
  return createEngineTrainer(request, nodeThreads(threads));
}

test.each([1, 2, 3, 4])(
  "500 steps (10,000 images) give the bits of the repository, with threads: %i",
  async (threads) => {
    const trainer = await trainerWith(threads);
    await trainer.runSteps(0, 500);
    const { weights } = await trainer.readState();
    trainer.dispose();
    expect(await weightsSha256(weights)).toBe(expectedFingerprint.weightsSha256);
  },
);

test.each([1, 2, 7, 23, 64])(
  "a batch of any size is shared out without changing a bit: %i",
  async (batchSize) => {
    const network = offeredNetworks.find(({ id }) => id === "normalizacion")!; // waits most often
    const topology = network.topology(defaultHyperparameters.dropoutRate);
    const hashes = await Promise.all(
      [1, 2, 3].map(async (threads) => {
        const trainer = await trainerWith(threads, { batchSize, topology });
        await trainer.runSteps(0, 5);
        const { weights } = await trainer.readState();
        trainer.dispose();
        return weightsSha256(weights);
      }),
    );
    expect(hashes).toEqual(hashes.map(() => hashes[0]));
  },
);

test("a thread that dies is noticed", { timeout: 30_000 }, async () => {
  const threads = nodeThreads(2)!;
  const { topology, checkpoint } = await newRun(defaultHyperparameters);
  const request = {
    ...{ topology, hyperparameters: defaultHyperparameters },
    ...{ train: dataset.train, state: checkpoint },
  };
  const killed: (() => void)[] = [];
  const trainer = await createEngineTrainer(request, {
    count: 2,
    start: async (task) => {
      const helper = await threads.start(task);
      killed.push(() => {
        helper.terminate();
      });
      return helper;
    },
  });
  await trainer.runSteps(0, 1);
  for (const kill of killed) kill();
  await new Promise((resolve) => setTimeout(resolve, 500));
  await expect(trainer.runSteps(1, 1)).rejects.toThrow(ThreadLostError);
});
