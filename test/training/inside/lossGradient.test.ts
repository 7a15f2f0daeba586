// The gradient of a class's loss in the pixels, beside what the loss changes when a pixel is moved a little.
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawnNetwork } from "../../engine/drawnNetwork.js";
import { drawImages, drawWeights, numbers } from "../../engine/drawnNumbers.js";
import { topologyOf } from "../../engine/topologyOf.js";
import { numbersFromPixels } from "../../../src/engine/reference/pixels.js";
import { ReferenceNetwork } from "../../../src/engine/reference/referenceNetwork.js";
import { scoreGradients } from "../../../src/training/inside/scoreGradients.js";

const STEP = 1e-6;
const TOLERANCE = 1e-4;

test.each(["logSoftmax", "logits"] as const)(
  "of a drawn network that ends in %s it is what finite differences find",
  async (ending) => {
    const network = drawnNetwork(["convolution", "maxPooling"], ["dense"], { ending });
    await fc.assert(
      fc.asyncProperty(network, numbers, async (drawn, given) => {
        const { topology, weights: expected } = topologyOf(drawn);
        const setting = { ...given, count: 1, quantised: false, dark: false };
        const weights = drawWeights(expected, setting);
        const { pixels } = drawImages(drawn, setting, 0);
        const classIndex = given.seed % drawn.classes;
        const options = { classIndex, layerNames: [], of: "loss" as const };
        const [found] = await scoreGradients({ topology, weights }, pixels, options);
        const reference = new ReferenceNetwork(topology, weights);
        const image = numbersFromPixels(pixels, [1, ...drawn.inputShape]);
        const lossWith = (i: number, moved: number) => {
          const changed = image.map((value, at) => (at === i ? value + moved : value));
          return -reference.predict(changed).get(0, classIndex);
        };
        const i = given.seed % pixels.length;
        const here = lossWith(i, 0);
        const [up, down] = [lossWith(i, STEP) - here, here - lossWith(i, -STEP)];
        // A pixel of 0 under a ReLU without a bias, or two alike under a maximum: the loss has a kink, and no gradient.
        fc.pre(Math.abs(up - down) / STEP < TOLERANCE);
        expect(Math.abs(found!.gradient[i]! - (up + down) / (2 * STEP))).toBeLessThan(TOLERANCE);
      }),
      { numRuns: 30 },
    );
  },
);
