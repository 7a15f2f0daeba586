// All that a page shows of a layer before an image: what enters, what comes out, and the filters between.
import { activations } from "./lookInside.js";
import type { NetworkState } from "./networkState.js";
import type { Asking } from "./questionTurns.js";
import type { Garment } from "../../lib/dataset/garment.js";
import { type FilterBank, filterBank } from "../../lib/network/instruments/filterBank.js";
import { type LayerGeometry, layerGeometry } from "../../lib/network/instruments/layerGeometry.js";
import type { LayerMaps } from "../../lib/network/instruments/mapOf.js";
import { parseTopology } from "../../lib/network/topology.js";
import { InternalError } from "../../lib/errors/internalError.js";

export interface LayerLook {
  /** From the first to this one. */
  layers: readonly LayerGeometry[];
  /** What enters it, in the shape that the layer sees. */
  input: LayerMaps;
  /** What else enters a layer that adds several. */
  others: readonly LayerMaps[];
  /** What it gives. */
  maps: LayerMaps;
  /** Its filters; left out: it has none. */
  bank?: FilterBank | undefined;
}

/** Rejects with an InternalError if the network has no such layer, in Spanish if it cannot be computed. */
export async function lookAtLayer(
  network: NetworkState,
  garment: Garment,
  layerName: string,
  asking?: Asking,
): Promise<LayerLook> {
  const geometry = layerGeometry(parseTopology(network.topology));
  const index = geometry.findIndex(({ name }) => name === layerName);
  if (index < 0) throw new InternalError(`no layer ${layerName} in the network`);
  const layers = geometry.slice(0, index + 1).filter(({ type }) => type !== "InputLayer");
  const layer = layers.at(-1)!;
  const isImage = (name: string) =>
    geometry.some((one) => one.name === name && one.type === "InputLayer");
  const [first, ...more] = layer.reads ?? [];
  const entering = async (name: string | undefined): Promise<LayerMaps> => {
    const { values } =
      name === undefined || isImage(name)
        ? { values: inUnits(garment.pixels) }
        : await activations(network, garment, name, asking);
    return { shape: [1, ...layer.input], values };
  };
  const [input, maps, ...others] = await Promise.all([
    entering(first),
    activations(network, garment, layerName, asking),
    ...more.map(entering),
  ]);
  return { layers, input, others, maps, bank: filterBank(network.weights, layer) };
}

/** Pixels as the network gets them, 0–1. */
function inUnits(pixels: Uint8Array): Float32Array {
  return Float32Array.from(pixels, (pixel) => pixel / 255);
}
