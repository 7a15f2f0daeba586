// Networks that together have every layer that the engine knows, with weights and images.
import { drawImages, drawWeights } from "./drawnNumbers.js";
import type { BitsRequest } from "./engineBits.js";
import { largeNetworks } from "./largeNetworks.js";
import { topologyOf } from "./topologyOf.js";
import { smallNetworks } from "./wholeNetworks.js";

const numbers = { seed: 5, count: 6, quantised: false, dark: false };

export function bitsRequests(): BitsRequest[] {
  return Object.values({ ...smallNetworks, ...largeNetworks }).map((drawn) => {
    const { topology, weights } = topologyOf(drawn);
    const { pixels, labels } = drawImages(drawn, numbers, 0);
    const own = drawWeights(weights, numbers).map(({ values, ...of }) => ({
      ...of,
      values: [...values],
    }));
    return { topology, weights: own, pixels: [...pixels], labels };
  });
}
