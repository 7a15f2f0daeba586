import { describe, expect, test } from "vitest";
import { planNetwork } from "../../../src/engine/plan/planNetwork.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { networkFromTopology } from "../../../src/lib/network/networkFromTopology.js";
import { offeredNetworks } from "../../../src/lib/network/offeredNetworks.js";
import { formatInteger } from "../../../src/lib/text/format.js";
import { newRun } from "../../../src/training/worker/newRun.js";
import { parseTopology } from "../../../src/lib/network/topology.js";

describe.each(offeredNetworks)("the network $id", ({ id, topology }) => {
  test("is one that the engine trains, with the dropout that was chosen", async () => {
    const dropoutRate = 0.25;
    const run = await newRun({ ...defaultHyperparameters, dropoutRate }, topology(dropoutRate));
    const { layers, output } = planNetwork(parseTopology(run.topology));
    expect(output.channels).toBe(10);
    const dropout = layers.filter(({ kind }) => kind === "dropout");
    const hasOne = !/^seis-convoluciones|^residual$/.test(id);
    expect(dropout).toMatchObject(hasOne ? [{ rate: dropoutRate }] : []);
  });
});

test.each([
  ["seis-convoluciones", 27_834],
  ["seis-convoluciones-30", 27_234],
  ["seis-convoluciones-64", 89_506],
  ["residual", 19_706],
])("%s has as many parameters as its help says: %i", async (id, parameters) => {
  const found = offeredNetworks.find((network) => network.id === id)!;
  const network = await networkFromTopology(found.topology(0)!);
  const learning = network.trainableWeights.reduce(
    (sum, { shape }) => sum + shape.reduce<number>((product, size) => product * size!, 1),
    0,
  );
  expect(learning).toBe(parameters);
  expect(found.help).toContain(`${formatInteger(parameters)} parámetros`);
  network.dispose();
});

test("the wider ones double the filters from the first convolution to the second", async () => {
  const found = offeredNetworks.find(({ id }) => id === "32-filtros")!;
  const network = await networkFromTopology(found.topology(0.4)!);
  const filters = network.layers.flatMap((layer) =>
    layer.getClassName() === "Conv2D" ? [layer.getConfig().filters] : [],
  );
  expect(filters).toEqual([32, 64]);
  network.dispose();
});

test("the one with another convolution is that of the ideas: 3 × 3 maps of 40 filters, 27,720 parameters", async () => {
  const found = offeredNetworks.find(({ id }) => id === "tres-convoluciones")!;
  const network = await networkFromTopology(found.topology(0.4)!);
  expect(network.getLayer("conv3").outputShape).toEqual([null, 3, 3, 40]);
  expect(network.countParams()).toBe(27_720);
  network.dispose();
});
