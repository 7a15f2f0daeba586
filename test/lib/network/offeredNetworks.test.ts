import { describe, expect, test } from "vitest";
import { planNetwork } from "../../../src/engine/plan/planNetwork.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import { networkFromTopology } from "../../../src/lib/network/networkFromTopology.js";
import { offeredNetworks } from "../../../src/lib/network/offeredNetworks.js";
import { newRun } from "../../../src/training/worker/newRun.js";
import { parseTopology } from "../../../src/lib/network/topology.js";

describe.each(offeredNetworks)("the network $id", ({ topology }) => {
  test("is one that the engine trains, with the dropout that was chosen", async () => {
    const dropoutRate = 0.25;
    const run = await newRun({ ...defaultHyperparameters, dropoutRate }, topology(dropoutRate));
    const { layers, output } = planNetwork(parseTopology(run.topology));
    expect(output.channels).toBe(10);
    expect(layers.find(({ kind }) => kind === "dropout")).toMatchObject({ rate: dropoutRate });
  });
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
