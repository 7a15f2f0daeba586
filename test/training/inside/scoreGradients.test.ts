// The gradients of a class's score and of its loss by the reference and by tfjs: each is the other's check. (The reference has its own
// beside finite differences, test/engine/wholeNetworks.test.ts.)
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawnNetwork } from "../../engine/drawnNetwork.js";
import { drawImages, drawWeights, numbers } from "../../engine/drawnNumbers.js";
import { topologyOf } from "../../engine/topologyOf.js";
import { scoreGradients } from "../../../src/training/inside/scoreGradients.js";
import { tfjsGradients } from "../../../src/training/inside/tfjsGradients.js";

const TOLERANCE = 1e-5;

test.each(["logSoftmax", "softmax", "logits", "batchNormalization"] as const)(
  "of a network that ends in %s, the reference's are those of tfjs",
  async (ending) => {
    const network = drawnNetwork(["convolution", "maxPooling"], ["dense"], { ending });
    await fc.assert(
      fc.asyncProperty(network, numbers, async (drawn, given) => {
        const { topology, weights: expected } = topologyOf(drawn);
        const state = { topology, weights: drawWeights(expected, { ...given, quantised: false }) };
        const { pixels } = drawImages(drawn, { ...given, count: 1, quantised: false }, 0);
        const layerNames = ["layer0", "layer1", "layer2"];
        const of = given.seed % 2 === 0 ? ("score" as const) : ("loss" as const);
        const options = { classIndex: given.seed % drawn.classes, layerNames, of };
        const found = await scoreGradients(state, pixels, options);
        const wanted = await tfjsGradients(state, pixels, options);
        expect(found.map(({ values }) => values.shape)).toEqual(
          wanted.map(({ values }) => values.shape),
        );
        wanted.forEach(({ values, gradient }, place) => {
          expectNear(found[place]!.values.values, values.values);
          expectNear(found[place]!.gradient, gradient);
        });
      }),
      { numRuns: 20 },
    );
  },
);

function expectNear(found: Float32Array, wanted: Float32Array): void {
  const extent = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  const worst = wanted.reduce((most, value, i) => Math.max(most, Math.abs(value - found[i]!)), 0);
  expect(worst / extent).toBeLessThan(TOLERANCE);
}
