// From pixels to numbers: the engine's input is the reference's, rounded once to float32, to the bit.
import { expect, test } from "vitest";
import type { LayerSpec } from "./drawnLayers.js";
import { topologyOf } from "./topologyOf.js";
import { planNetwork } from "../../src/engine/plan/planNetwork.js";
import { buildProgram } from "../../src/engine/program/program.js";
import { numbersFromPixels } from "../../src/engine/reference/pixels.js";
import { parseTopology } from "../../src/lib/network/topology.js";

/** Two images that have every pixel value between them, and a number of pixels that is no multiple of four. */
const COUNT = 2;
const inputShape: [number, number, number] = [7, 7, 3];

test.each([
  ["side by side", { layer: "conv2d", config: { filters: 2, kernelSize: 3 } }],
  ["with room between the positions", { layer: "dense", config: { units: 2 } }],
] as [string, LayerSpec][])("the engine's input, %s", async (_, first) => {
  const rest: LayerSpec[] = [
    { layer: "flatten", config: {} },
    { layer: "dense", config: { units: 2 } },
  ];
  const { topology } = topologyOf({ inputShape, specs: [first, ...rest] });
  const { places, memory, evaluate } = await buildProgram(planNetwork(parseTopology(topology)), {
    batchSize: COUNT,
  });
  const pixels = Uint8Array.from({ length: COUNT * 147 }, (_, i) => i % 256);
  new Uint8Array(memory.buffer, places.pixels).set(pixels);
  evaluate(COUNT);
  const { pitch, channels } = places.input.shape;
  const imageFloats = 4 * Math.ceil((49 * pitch) / 4);
  const wanted = numbersFromPixels(pixels, [COUNT, ...inputShape]);
  for (let n = 0; n < COUNT; n++) {
    for (let position = 0; position < 49; position++) {
      const at = places.input.values + 4 * (n * imageFloats + position * pitch);
      const found = Array.from(new Float32Array(memory.buffer, at, channels));
      const [h, w] = [Math.floor(position / 7), position % 7];
      expect(found).toEqual(found.map((_, c) => Math.fround(wanted.get(n, h, w, c))));
    }
  }
});
