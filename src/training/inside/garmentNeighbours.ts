// The images that are nearest to one, for the network and by their pixels alone.
import type { InsidePrograms } from "./insidePrograms.js";
import type { Questions } from "./insideMessages.js";
import { rowsOf } from "./projectedImages.js";
import { type NearRow, nearestRows } from "../../lib/numbers/nearestRows.js";

export interface GarmentNeighbours {
  /** By what the layer gives. */
  network: NearRow[];
  /** By the 784 pixels, 0–255. */
  pixels: NearRow[];
}

export async function garmentNeighbours(
  programs: Pick<InsidePrograms, "activations">,
  { network, images, layerName, index, count }: Questions["neighbours"],
): Promise<GarmentNeighbours> {
  const { values, columns } = rowsOf(await programs.activations(network, images, layerName));
  const options = { row: index, count };
  return {
    network: nearestRows(values, { columns, ...options }),
    pixels: nearestRows(images.images, {
      columns: images.images.length / images.count,
      ...options,
    }),
  };
}
