import { expect, test } from "vitest";
import { describeLayers, layerTotals } from "../../../src/lib/network/describeLayers.js";
import { learnedCount } from "../../../src/lib/network/learnedCount.js";
import { networkFromTopology } from "../../../src/lib/network/networkFromTopology.js";
import { offeredNetworks } from "../../../src/lib/network/offeredNetworks.js";
import { readWeights } from "../../../src/lib/network/namedWeights.js";

test.each(offeredNetworks.filter(({ id }) => id !== "original"))(
  "$name learns what its table says",
  async ({ topology }) => {
    const network = await networkFromTopology(topology(0.4)!);
    expect(learnedCount(await readWeights(network))).toBe(
      layerTotals(describeLayers(network)).parameters,
    );
    network.dispose();
  },
);
