// A program that ends in a layer says what the reference computes, with one set of weights after another.
import fc from "fast-check";
import { expect, test } from "vitest";
import { referenceActivations } from "./referenceInside.js";
import { drawnNetwork } from "../../engine/drawnNetwork.js";
import { drawImages, drawWeights, numbers } from "../../engine/drawnNumbers.js";
import { topologyOf } from "../../engine/topologyOf.js";
import { numbersFromPixels } from "../../../src/engine/reference/pixels.js";
import { parseTopology } from "../../../src/lib/network/topology.js";
import { layerProgram } from "../../../src/training/engine/layerProgram.js";

/** Of a number among those of its layer: the layers are few and their sums short. */
const TOLERANCE = 1e-5;

test("a layer's activations are the reference's, and follow the weights", async () => {
  const network = drawnNetwork(["convolution", "maxPooling", "batchNormalization"], ["dense"]);
  await fc.assert(
    fc.asyncProperty(network, numbers, async (drawn, given) => {
      const { topology, weights: expected } = topologyOf(drawn);
      const { pixels, labels } = drawImages(drawn, given, 0);
      const set = { images: pixels, labels: Uint8Array.from(labels), count: labels.length };
      const images = numbersFromPixels(pixels, [set.count, ...drawn.inputShape]);
      const { layers } = parseTopology(topology).config;
      const { name } = layers[given.seed % (layers.length - 1)]!.config;
      const program = await layerProgram(topology, name);
      for (const seed of [given.seed, given.seed ^ 1]) {
        const weights = drawWeights(expected, { ...given, seed });
        program.setWeights(weights);
        const { shape, values } = await program.activations(set);
        const reference = referenceActivations({ topology, weights }, images, name);
        expect(shape.reduce((a, b) => a * b)).toBe(reference.values.length);
        const extent = reference.values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        const difference = values.reduce(
          (most, value, i) => Math.max(most, Math.abs(value - reference.values[i]!)),
          0,
        );
        expect(difference / extent).toBeLessThan(TOLERANCE);
      }
    }),
    { numRuns: 60 },
  );
});
