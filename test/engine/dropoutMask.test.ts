// The engine draws its dropout masks in WebAssembly, with Philox of its own; lib/numbers/random.ts draws the same
// numbers, bit by bit.
import fc from "fast-check";
import { expect, test } from "vitest";
import { topologyOf } from "./topologyOf.js";
import { activationSize } from "../../src/engine/plan/activationShape.js";
import { planNetwork } from "../../src/engine/plan/planNetwork.js";
import { buildProgram } from "../../src/engine/program/program.js";
import { dropoutMask } from "../../src/training/batches/batches.js";
import { parseTopology } from "../../src/lib/network/topology.js";

/** Two dropouts, so that a layer's number counts: on a map whose channels are padded, and on rows. */
const networks = fc.record({
  height: fc.integer({ min: 1, max: 5 }),
  width: fc.integer({ min: 1, max: 5 }),
  channels: fc.integer({ min: 1, max: 9 }),
  rates: fc.tuple(
    ...([0, 1] as const).map(() => fc.constantFrom(0.01, 0.25, 0.4, 0.5, 1 / 3, 0.95)),
  ),
});

const uint32 = fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.constant(0xffffffff));
const batches = fc.record({
  seed: uint32,
  batch: fc.oneof(fc.nat(1000), fc.integer({ min: 0, max: 2 ** 31 - 1 })),
  count: fc.integer({ min: 1, max: 6 }),
});

test("a mask in WebAssembly is that of lib/numbers/random.ts to the bit, for any seed, batch and layer", async () => {
  const property = fc.asyncProperty(networks, batches, async (network, { seed, batch, count }) => {
    const { height, width, channels, rates } = network;
    const { topology } = topologyOf({
      inputShape: [height, width, channels],
      specs: [
        { layer: "dropout", config: { rate: rates[0]! } },
        { layer: "flatten", config: {} },
        { layer: "dropout", config: { rate: rates[1]! } },
        { layer: "dense", config: { units: 2 } },
      ],
    });
    const { places, memory, step } = await buildProgram(planNetwork(parseTopology(topology)), {
      batchSize: 6,
    });
    step(count, seed | 0, batch);
    for (const layer of places.layers) {
      if (layer.kind !== "dropout") continue;
      const { rate, layer: index, input } = layer.plan;
      const positions = input.height * input.width;
      const size = activationSize(input);
      const found = Array.from({ length: count * positions }, (_, i) => {
        const [image, position] = [Math.floor(i / positions), i % positions];
        const at = layer.mask + 4 * (image * size + position * input.pitch);
        return Array.from(new Uint32Array(memory.buffer, at, input.channels));
      }).flat();
      const wanted = dropoutMask(found.length, rate, { seed, batch, layer: index });
      expect(found).toEqual(Array.from(new Uint32Array(wanted.buffer)));
    }
  });
  await fc.assert(property, { seed: 6, numRuns: 50 });
});
