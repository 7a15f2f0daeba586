// What must hold of the maps that say where a network looks, whatever the network.
import fc from "fast-check";
import { expect, test } from "vitest";
import { referenceActivations } from "./referenceInside.js";
import { convolution } from "../../engine/drawnLayers.js";
import { drawnNetwork } from "../../engine/drawnNetwork.js";
import { drawImages, drawWeights, numbers } from "../../engine/drawnNumbers.js";
import { topologyOf } from "../../engine/topologyOf.js";
import { numbersFromPixels } from "../../../src/engine/reference/pixels.js";
import type { NamedWeight } from "../../../src/lib/network/namedWeight.js";
import { pixelWindow, valueTimesGradient } from "../../../src/lib/network/instruments/saliency.js";
import { scoreGradients } from "../../../src/training/inside/scoreGradients.js";

test("without biases, gradient × input shares out the whole score among the pixels", async () => {
  const network = drawnNetwork(["convolution", "maxPooling"], ["dense"], { ending: "logits" });
  await fc.assert(
    fc.asyncProperty(network, numbers, async (drawn, given) => {
      const { topology, weights: expected } = topologyOf(drawn);
      const weights = withoutBiases(drawWeights(expected, { ...given, quantised: false }));
      const { pixels } = drawImages(drawn, { ...given, count: 1, dark: false }, 0);
      const classIndex = given.seed % drawn.classes;
      const [input] = await scoreGradients({ topology, weights }, pixels, {
        classIndex,
        layerNames: [],
      });
      const images = numbersFromPixels(pixels, [1, ...drawn.inputShape]);
      const last = `layer${drawn.specs.length - 1}`;
      const score = referenceActivations({ topology, weights }, images, last).values[classIndex]!;
      expect(sumOf(valueTimesGradient(input!, pixelWindow).values)).toBeCloseTo(score, 4);
    }),
    { numRuns: 40 },
  );
});

test("in the maps before the only dense layer, HiResCAM shares out the score but its bias", async () => {
  const dice = { height: 3, width: 3, rowStride: 1, columnStride: 1, padding: "valid" } as const;
  const maps = convolution([6, 6, 1], {
    ...dice,
    channels: 3,
    relu: true,
    pooled: false,
    rate: 0.2,
    useBias: true,
    alpha: 0.3,
  });
  const drawn = {
    inputShape: [6, 6, 1] as [number, number, number],
    classes: 4,
    specs: [
      ...maps.specs,
      { layer: "flatten", config: {} } as const,
      { layer: "dense", config: { units: 4 } } as const,
    ],
  };
  const given = { seed: 3, count: 1, quantised: false, dark: false };
  const { topology, weights: expected } = topologyOf(drawn);
  const weights = drawWeights(expected, given);
  const { pixels } = drawImages(drawn, given, 0);
  const images = numbersFromPixels(pixels, [1, 6, 6, 1]);
  const scores = referenceActivations({ topology, weights }, images, "layer2").values;
  const bias = weights.find(({ name }) => name === "layer2/bias")!.values;
  for (let classIndex = 0; classIndex < 4; classIndex++) {
    const options = { classIndex, layerNames: ["layer0"] };
    const [, layer] = await scoreGradients({ topology, weights }, pixels, options);
    const map = valueTimesGradient(layer!, pixelWindow);
    expect([map.rows, map.columns]).toEqual([4, 4]);
    expect(sumOf(map.values) + bias[classIndex]!).toBeCloseTo(scores[classIndex]!, 5);
  }
});

function withoutBiases(weights: NamedWeight[]): NamedWeight[] {
  return weights.map((weight) =>
    weight.name.endsWith("/bias") ? { ...weight, values: weight.values.map(() => 0) } : weight,
  );
}

function sumOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
