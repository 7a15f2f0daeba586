import { beforeAll, expect, test } from "vitest";
import { conv, dense, depthwise, relu, separable } from "../../engine/specs.js";
import { topologyOf } from "../../engine/topologyOf.js";
import { largeNetworks } from "../../engine/largeNetworks.js";
import { readDataset } from "../../../data-loaders/readDataset.js";
import { nodeThreads } from "../../../scripts/training/nodeThreads.js";
import { weightsSha256 } from "../../../src/lib/run/weightsSha256.js";
import { type Dataset, firstImages } from "../../../src/lib/dataset/dataset.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { createEngineTrainer } from "../../../src/training/engine/engineTrainer.js";
import type { Threads } from "../../../src/training/engine/helperThreads.js";
import { TrainingControl } from "../../../src/training/loop/control.js";
import { goOnAlone, ThreadLostError } from "../../../src/training/loop/goOnAlone.js";
import { trainRun } from "../../../src/training/loop/trainRun.js";
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

const waitsMostOften = offeredNetworks.find(({ id }) => id === "normalizacion")!;
const channelsAlone = topologyOf({
  inputShape: [28, 28, 1],
  specs: [
    conv(9, 3, { strides: 2, activation: relu }),
    depthwise(3, { padding: "same", activation: relu }),
    separable(17, 3),
    { layer: "globalAveragePooling2d", config: {} },
    dense(10),
  ],
}).topology;
const shared = {
  "batch normalization": waitsMostOften.topology(defaultHyperparameters.dropoutRate),
  "zeros around the maps": topologyOf(
    largeNetworks["zeros around every convolution, batch normalization behind it"]!,
  ).topology,
  "channels alone": channelsAlone,
};
const sizes = [1, 2, 7, 23, 64];

test.each(
  Object.entries(shared).flatMap(([name, topology]) =>
    sizes.map((batchSize) => ({ name, topology, batchSize })),
  ),
)(
  "a batch of any size is shared out without changing a bit: $batchSize, $name",
  async ({ topology, batchSize }) => {
    const hashes = await Promise.all(
      [1, 2, 3, 4].map(async (threads) => {
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

/** Two threads, of which the second can be killed. */
function mortalThreads() {
  const { start } = nodeThreads(2)!;
  const kills: (() => void)[] = [];
  const threads: Threads = {
    count: 2,
    start: async (task) => {
      const helper = await start(task);
      kills.push(() => {
        helper.terminate();
      });
      return helper;
    },
  };
  const kill = async () => {
    for (const each of kills) each();
    await new Promise((resolve) => setTimeout(resolve, 500)); // Node ends it in its own time
  };
  return { threads, kill };
}

test("a thread that dies is noticed", { timeout: 30_000 }, async () => {
  const { threads, kill } = mortalThreads();
  const { topology, checkpoint } = await newRun(defaultHyperparameters);
  const request = {
    topology,
    hyperparameters: defaultHyperparameters,
    train: dataset.train,
    state: checkpoint,
  };
  const trainer = await createEngineTrainer(request, threads);
  await trainer.runSteps(0, 1);
  await kill();
  await expect(trainer.runSteps(1, 1)).rejects.toThrow(ThreadLostError);
});

test("a run that loses a thread goes on alone, to the same bits", { timeout: 30_000 }, async () => {
  const few = { train: dataset.train, test: firstImages(dataset.test, 100) };
  const short = { ...defaultHyperparameters, epochs: 2, trainImages: 1000 };
  const { threads, kill } = mortalThreads();
  const run = await newRun(short);
  let lost = 0;
  const train = (count = 2) =>
    trainRun(run, {
      dataset: few,
      control: new TrainingControl(),
      createTrainer: (request) => createEngineTrainer(request, count === 1 ? undefined : threads),
      handlers: { onSave: () => (lost === 0 ? kill() : Promise.resolve()) },
    });
  await goOnAlone(run, train, () => {
    lost++;
  });
  expect(lost).toBe(1);
  expect(run.status).toBe("finished");
  expect(run.history.epochs.map(({ epoch }) => epoch)).toEqual([1, 2]);

  const undisturbed = await newRun(short);
  const control = new TrainingControl();
  await trainRun(undisturbed, { dataset: few, control, createTrainer: createEngineTrainer });
  const [bits, expected] = [run, undisturbed].map(({ checkpoint }) => checkpoint.weights);
  expect(await weightsSha256(bits!)).toBe(await weightsSha256(expected!));
});
