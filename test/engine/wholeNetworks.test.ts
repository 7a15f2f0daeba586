// Whole networks: the reference beside central finite differences and beside tfjs's own layers, and the
// engine beside the reference.
import { describe, expect, test } from "vitest";
import { compareWithReference } from "./compareWithReference.js";
import type { DrawnNetwork } from "./drawnNetwork.js";
import { drawImages, drawWeights, type Numbers } from "./drawnNumbers.js";
import { topologyOf } from "./topologyOf.js";
import { largeNetworks } from "./largeNetworks.js";
import { smallNetworks } from "./wholeNetworks.js";
import type { Mask } from "../../src/engine/reference/layerPass.js";
import { numbersFromPixels } from "../../src/engine/reference/pixels.js";
import { ReferenceNetwork } from "../../src/engine/reference/referenceNetwork.js";
import type { Tensor } from "../../src/engine/reference/tensor.js";
import { writeWeights } from "../../src/lib/network/namedWeights.js";
import { networkFromTopology } from "../../src/lib/network/networkFromTopology.js";
import { RandomStream } from "../../src/lib/numbers/random.js";
import * as tf from "../../src/lib/network/tf.js";
import { dropoutMask } from "../../src/training/batches/batches.js";

const drawn: Numbers = { seed: 5, count: 3, quantised: false, dark: false };
const mask: Mask = (size, { rate, layer }) => dropoutMask(size, rate, { seed: 5, batch: 0, layer });
/** Directions in which each tensor is moved. */
const DIRECTIONS = 3;

function referenceOf(network: DrawnNetwork) {
  const { topology, weights: expected } = topologyOf(network);
  const weights = drawWeights(expected, drawn);
  const { pixels, labels } = drawImages(network, drawn, 0);
  const images = numbersFromPixels(pixels, [labels.length, ...network.inputShape]);
  return { topology, weights, images, labels, reference: new ReferenceNetwork(topology, weights) };
}

/**
 * The derivative of a function of a tensor along a direction by central differences, in float64. With
 * steps of 1e-5 and numbers of order one, what is left out, h²/6 times the third derivative, and the
 * rounding of the function, 2^-53 / h, are both of the order of 1e-11.
 */
function slope(tensor: Tensor, direction: Float64Array, value: () => number): number {
  const h = 1e-5;
  const start = tensor.values.slice();
  const at = (step: number) => {
    tensor.values.set(start.map((number, i) => number + step * direction[i]!));
    return value();
  };
  const difference = (at(h) - at(-h)) / (2 * h);
  tensor.values.set(start);
  return difference;
}

describe("the reference's gradients are those of central finite differences", () => {
  // ReLU and max have kinks; with these numbers no step reaches across one.
  test.each(Object.entries(smallNetworks))("%s", (_, network) => {
    const { reference, images, labels } = referenceOf(network);
    const pass = () => reference.trainingPass(images, labels, mask);
    const loss = () => mean(pass().losses);
    const { gradients, activationGradients } = pass();
    const tensors = [...reference.weights].filter(([name]) => gradients.has(name));
    expect(tensors.length).toBe(gradients.size);
    const random = new RandomStream(1, "sample");
    for (const [name, tensor] of [...tensors, ["images", images] as const]) {
      const gradient = gradients.get(name) ?? activationGradients[0]!;
      for (let i = 0; i < DIRECTIONS; i++) {
        const direction = tensor.values.map(() => 2 * random.uniform() - 1);
        const expected = slope(tensor, direction, loss);
        const found = gradient.values.reduce((sum, g, k) => sum + g * direction[k]!, 0);
        expect(Math.abs(found - expected), name).toBeLessThan(1e-9 + 1e-8 * Math.abs(expected));
      }
    }
  });
});

describe("the reference predicts what tfjs's layers predict", () => {
  test.each(Object.entries(smallNetworks))("%s", async (_, network) => {
    const { topology, weights, reference, images } = referenceOf(network);
    const model = await networkFromTopology(topology);
    writeWeights(model, weights);
    const output = model.predict(tf.tensor(Array.from(images.values), images.shape as number[]));
    const logarithms = { softmax: tf.log, logits: tf.logSoftmax, logSoftmax: (x: tf.Tensor) => x };
    const last = network.specs.at(-1)!;
    const ending =
      last.layer === "softmax" ? "softmax" : last.layer === "dense" ? "logits" : "logSoftmax";
    const expected = logarithms[ending](output as tf.Tensor).dataSync();
    reference.predict(images).values.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 5);
    });
    model.dispose();
  });
});

describe("the engine agrees with the reference", () => {
  test.each(Object.entries({ ...smallNetworks, ...largeNetworks }))("%s", async (_, network) => {
    await compareWithReference(network, drawn);
  });
});

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
