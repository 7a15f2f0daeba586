// Each kind of layer of the engine beside the readable reference, forward and backward, in networks,
// shapes, weights and images drawn at random.
//
// The tolerance is derived, not chosen: floatError.ts. Where a ReLU or a maximum is so near to falling
// otherwise that float32 may, it allows either; but where the numbers are exact in both (drawnNumbers.ts,
// quantised), zeros and ties, which are many there, must fall alike.
import fc from "fast-check";
import { describe, test } from "vitest";
import { compareWithReference } from "./compareWithReference.js";
import { type Ending, endings, mapLayers, rowLayers } from "./drawnLayers.js";
import {
  type DrawnNetwork,
  drawnChain,
  drawnNetwork,
  drawnNormalized,
  drawnWinograd,
} from "./drawnNetwork.js";
import { numbers } from "./drawnNumbers.js";

/** Of each property. */
const RUNS = 30;

async function holdsFor(
  networks: fc.Arbitrary<DrawnNetwork>,
  { seed, numRuns = RUNS }: { seed: number; numRuns?: number },
): Promise<void> {
  const property = fc.asyncProperty(networks, numbers, compareWithReference);
  await fc.assert(property, { seed, numRuns });
}

describe("the engine agrees with the reference on maps", () => {
  test.each(Object.keys(mapLayers) as (keyof typeof mapLayers)[])("%s", async (kind) => {
    await holdsFor(drawnNetwork([kind], []), { seed: 1 });
  });
});

describe("the engine agrees with the reference on rows", () => {
  test.each(Object.keys(rowLayers) as (keyof typeof rowLayers)[])("%s", async (kind) => {
    await holdsFor(drawnNetwork([], ["dense", kind]), { seed: 2 });
  });
});

describe("the engine agrees with the reference on what a network ends in", () => {
  test.each(Object.keys(endings) as Ending[])("%s", async (ending) => {
    await holdsFor(drawnNetwork([], [], { ending }), { seed: 4 });
  });
});

test("the engine agrees with the reference on chains of any layers", async () => {
  await holdsFor(drawnChain, { seed: 3, numRuns: 2 * RUNS });
});

test("the engine agrees with the reference on the mean of each map", async () => {
  const joint = fc.constant("globalAveragePooling" as const);
  await holdsFor(drawnNetwork(["relu"], ["dense"], { joint }), { seed: 7 });
});

describe("the engine agrees with the reference on a softmax that is flattened and then changed in place", () => {
  test.each(["dropout", "relu", "leakyReLU", "softmax"] as const)("%s", async (kind) => {
    await holdsFor(drawnNetwork(["softmax"], [kind], { joint: fc.constant("flatten") }), {
      seed: 5,
    });
  });
});

test("the engine agrees with the reference on convolutions by Winograd's algorithm", async () => {
  await holdsFor(drawnWinograd, { seed: 6, numRuns: 2 * RUNS });
});

test("the engine agrees with the reference on convolutions by F(4×4,3×3) and what follows them", async () => {
  await holdsFor(drawnNormalized, { seed: 7 });
});
