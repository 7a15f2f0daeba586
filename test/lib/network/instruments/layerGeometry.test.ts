// Shapes and windows of drawn networks, beside what tf.layers and the reference make of them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawnNetwork } from "../../../engine/drawnNetwork.js";
import { drawImages, drawWeights, numbers } from "../../../engine/drawnNumbers.js";
import { topologyOf } from "../../../engine/topologyOf.js";
import { referenceActivations } from "../../../training/inside/referenceInside.js";
import { numbersFromPixels } from "../../../../src/engine/reference/pixels.js";
import { filterBank, filterSlice } from "../../../../src/lib/network/instruments/filterBank.js";
import {
  type LayerGeometry,
  layerGeometry,
} from "../../../../src/lib/network/instruments/layerGeometry.js";
import { windowInImage, windowOf } from "../../../../src/lib/network/instruments/layerWindow.js";
import { mapOf, windowValues } from "../../../../src/lib/network/instruments/mapOf.js";
import { parseTopology } from "../../../../src/lib/network/topology.js";

const kinds = ["convolution", "maxPooling", "averagePooling"] as const;

/** A position of a layer's output, by a number that is drawn. */
function positionIn({ output: [H, W] }: LayerGeometry, drawn: number) {
  return { row: drawn % H, column: Math.floor(drawn / H) % W };
}

test("every layer has the shape that the reference gives it, and a number there depends on its window alone", () => {
  fc.assert(
    fc.property(drawnNetwork(kinds, ["dense"]), numbers, fc.nat(), (drawn, given, at) => {
      const { topology, weights: expected } = topologyOf(drawn);
      const weights = drawWeights(expected, { ...given, quantised: false });
      const { pixels } = drawImages(drawn, { ...given, count: 1, dark: false }, 0);
      const [, W, C] = drawn.inputShape;
      const layers = layerGeometry(parseTopology(topology));
      const index = at % (layers.length - 1);
      const { name, output } = layers[index]!;
      const position = positionIn(layers[index]!, at);
      const window = windowInImage(layers.slice(0, index + 1), position);
      const valuesFor = (image: Uint8Array) => {
        const images = numbersFromPixels(image, [1, ...drawn.inputShape]);
        return referenceActivations({ topology, weights }, images, name).values;
      };
      const changed = pixels.map((pixel, i) => {
        const place = { row: Math.floor(i / C / W), column: Math.floor(i / C) % W };
        return isInside(place, window) ? pixel : 255 - pixel;
      });
      const [before, after] = [valuesFor(pixels), valuesFor(changed)];
      expect(before).toHaveLength(output.reduce((a, b) => a * b));
      const [, columns, channels] = output;
      const first = (position.row * columns + position.column) * channels;
      expect(after.slice(first, first + channels)).toEqual(before.slice(first, first + channels));
    }),
    { numRuns: 60 },
  );
});

test("a filter's sum over its window is what the layer gives", () => {
  fc.assert(
    fc.property(drawnNetwork(kinds, ["dense"]), numbers, fc.nat(), (drawn, given, at) => {
      const { topology, weights: expected } = topologyOf(drawn);
      const weights = drawWeights(expected, { ...given, quantised: false });
      const { pixels } = drawImages(drawn, { ...given, count: 1, dark: false }, 0);
      const images = numbersFromPixels(pixels, [1, ...drawn.inputShape]);
      const layers = layerGeometry(parseTopology(topology));
      const learned = layers.filter((layer) => filterBank(weights, layer));
      const layer = learned[at % learned.length]!;
      const place = layers.indexOf(layer);
      const given_ = (one: LayerGeometry) =>
        referenceActivations({ topology, weights }, images, one.name).values;
      const entering = place === 0 ? images.values : given_(layers[place - 1]!);
      const input = { shape: [1, ...layer.input] as const, values: entering };
      const output = { shape: [1, ...layer.output] as const, values: given_(layer) };
      const bank = filterBank(weights, layer)!;
      const position = positionIn(layer, at);
      const unit = at % layer.output[2];
      let sum = bank.bias?.[unit] ?? 0;
      for (let channel = 0; channel < bank.shape[2]; channel++) {
        const seen = windowValues(input, channel, windowOf(layer, position));
        filterSlice(bank, unit, channel).forEach((weight, i) => (sum += weight * seen[i]!));
      }
      const found = mapOf(output, unit)[position.row * layer.output[1] + position.column]!;
      expect(found).toBeCloseTo(layer.activation === "relu" ? Math.max(0, sum) : sum, 4);
    }),
    { numRuns: 60 },
  );
});

function isInside(
  { row, column }: { row: number; column: number },
  { top, bottom, left, right }: { top: number; bottom: number; left: number; right: number },
): boolean {
  return row >= top && row < bottom && column >= left && column < right;
}

test("a network that takes the image as a row of 784 numbers sees it whole, as an image", () => {
  const dense = {
    class_name: "Dense",
    config: { name: "fc1", units: 3, batch_input_shape: [null, 784] },
  };
  const [layer] = layerGeometry({ class_name: "Sequential", config: { layers: [dense] } });
  expect(layer).toMatchObject({ input: [28, 28, 1], output: [1, 1, 3], size: [28, 28] });
  const whole = { top: 0, bottom: 28, left: 0, right: 28 };
  expect(windowInImage([layer!], { row: 0, column: 0 })).toEqual(whole);
  const kernel = { name: "fc1/kernel", shape: [784, 3], values: new Float32Array(784 * 3) };
  expect(filterBank([kernel], layer!)!.shape).toEqual([28, 28, 1, 3]);
});
