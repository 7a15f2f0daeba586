import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ReferenceNetwork } from "../../../../src/engine/reference/referenceNetwork.js";
import { Tensor } from "../../../../src/engine/reference/tensor.js";
import * as hand from "../../../../src/lib/network/byHand/handNetwork.js";
import { logSoftmax } from "../../../../src/lib/network/network.js";
import { networkTopology } from "../../../../src/lib/network/networkTopology.js";
import * as tf from "../../../../src/lib/network/tf.js";
import { centralDifference } from "../../../../src/lib/numbers/centralDifference.js";

/** Small multiples of a power of two: their products and sums are exact, so that ties are ties in any order. */
const value = fc.integer({ min: -16, max: 16 }).map((n) => n / 8);
const row = (length: number) => fc.array(value, { minLength: length, maxLength: length });
const networks = row(14).map(hand.withParameters);
const examples: fc.Arbitrary<hand.HandExample> = fc.record({
  image: row(16),
  label: fc.integer({ min: 0, max: 1 }),
});

/** The same network as the engine's reference builds it. */
function referenceOf({ filter, bias, weights, biases }: hand.HandNetwork): ReferenceNetwork {
  const weight = (name: string, shape: number[], values: readonly number[]) => ({
    name,
    shape,
    values: Float32Array.from(values),
  });
  return new ReferenceNetwork(topology, [
    weight("conv/kernel", [3, 3, 1, 1], filter),
    weight("conv/bias", [1], [bias]),
    weight("fc/kernel", [1, 2], weights),
    weight("fc/bias", [2], biases),
  ]);
}

const topology = networkTopology(
  tf.sequential({
    layers: [
      tf.layers.conv2d({
        name: "conv",
        inputShape: [4, 4, 1],
        filters: 1,
        kernelSize: 3,
        activation: "relu",
      }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ name: "fc", units: 2 }),
      tf.layers.activation({ activation: logSoftmax }),
    ],
  }),
);

function expectClose(found: readonly number[], expected: ArrayLike<number>): void {
  expect(found.length).toBe(expected.length);
  for (const [i, number] of found.entries()) expect(number).toBeCloseTo(expected[i]!, 10);
}

describe("the network by hand", () => {
  test("each stage and each gradient is that of the engine's reference, ties and all", () => {
    fc.assert(
      fc.property(networks, examples, (network, example) => {
        const pass = hand.forward(network, example);
        const gradients = hand.backward(network, example, pass);
        const image = new Tensor([1, 4, 4, 1], Float64Array.from(example.image));
        const noMask = () => [];
        const expected = referenceOf(network).trainingPass(image, [example.label], noMask);
        const stages = [
          { value: example.image, gradient: gradients.image },
          { value: pass.map, gradient: gradients.map },
          { value: pass.rectified, gradient: gradients.rectified },
          { value: [pass.largest], gradient: [gradients.largest] },
          { value: [pass.largest], gradient: [gradients.largest] }, // flattened
          { value: pass.scores, gradient: gradients.scores },
        ];
        for (const [i, { value, gradient }] of stages.entries()) {
          expectClose(value, expected.activations[i]!.values);
          expectClose(gradient, expected.activationGradients[i]!.values);
        }
        expectClose(pass.logProbabilities, expected.activations.at(-1)!.values);
        expectClose([pass.loss], expected.losses);
        expectClose(hand.parametersOf(gradients), [
          ...["conv/kernel", "conv/bias", "fc/kernel", "fc/bias"].flatMap((name) => [
            ...expected.gradients.get(name)!.values,
          ]),
        ]);
      }),
    );
  });

  test("each gradient of a parameter and of a pixel is what a small change of it does to the loss", () => {
    fc.assert(
      fc.property(networks, examples, fc.nat(29), (network, example, place) => {
        const numbers = [...hand.parametersOf(network), ...example.image];
        const passWith = (number: number) => {
          const row = numbers.with(place, number);
          const image = row.slice(14);
          return hand.forward(hand.withParameters(row), { ...example, image });
        };
        const at = numbers[place]!;
        const step = 1e-4;
        fc.pre(hand.bendOf(passWith(at - step)) === hand.bendOf(passWith(at + step)));
        const { image, ...gradients } = hand.backward(
          network,
          example,
          hand.forward(network, example),
        );
        const found = [...hand.parametersOf(gradients), ...image][place]!;
        expect(found).toBeCloseTo(
          centralDifference((number) => passWith(number).loss, at, step),
          6,
        );
      }),
    );
  });

  test("where all the map is below zero, only the biases of the scores learn", () => {
    const network = {
      filter: Array<number>(9).fill(1),
      bias: -20,
      weights: [3, 4],
      biases: [0, 0],
    };
    const example = { image: Array<number>(16).fill(1), label: 1 };
    const gradients = hand.backward(network, example, hand.forward(network, example));
    expect(hand.parametersOf(gradients).map((g) => g + 0)).toEqual([
      ...Array<number>(12).fill(0),
      0.5,
      -0.5,
    ]);
  });

  test("scores of any size give a loss that is a number", () => {
    const network = {
      filter: Array<number>(9).fill(1),
      bias: 0,
      weights: [900, -900],
      biases: [0, 0],
    };
    const image = Array<number>(16).fill(1);
    expect(hand.forward(network, { image, label: 1 }).loss).toBe(16_200);
    expect(hand.forward(network, { image, label: 0 }).loss).toBeCloseTo(0, 12);
  });
});
