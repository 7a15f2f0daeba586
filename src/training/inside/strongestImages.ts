// Which images excite each filter or neuron of a layer most, and where in them. A part of the images at a time: the
// maps of 10,000 would take a hundred megabytes.
import type { InsidePrograms } from "./insidePrograms.js";
import type { Questions } from "./insideMessages.js";
import type { Activations } from "../loop/trainer.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";

export interface Excitement {
  /** Of the image in the set. */
  index: number;
  /** The greatest of the map, and where it is. */
  value: number;
  row: number;
  column: number;
}

export interface UnitExcitement {
  /** The part of the images in which its map has a number above 0 anywhere, 0–1. */
  activeShare: number;
  /** The least number of all its maps. */
  least: number;
  /** The greatest first, one an image. */
  strongest: Excitement[];
}

const PART = 500;

/** Of each channel of the layer, in order. */
export async function strongestImages(
  programs: Pick<InsidePrograms, "activations">,
  { network, images, layerName, count }: Questions["strongest"],
): Promise<UnitExcitement[]> {
  let units: UnitExcitement[] = [];
  for (let first = 0; first < images.count; first += PART) {
    const part = partOf(images, first);
    const given = await programs.activations(network, part, layerName);
    if (first === 0) units = Array.from({ length: given.shape[3] }, () => emptyUnit());
    addPart(units, given, { first, count });
  }
  for (const unit of units) unit.activeShare /= images.count;
  return units;
}

function emptyUnit(): UnitExcitement {
  return { activeShare: 0, least: Infinity, strongest: [] };
}

function partOf({ images, labels, count }: ImageSet, first: number): ImageSet {
  const end = Math.min(first + PART, count);
  const pixels = images.length / count;
  return {
    images: images.subarray(first * pixels, end * pixels),
    labels: labels.subarray(first, end),
    count: end - first,
  };
}

function addPart(
  units: UnitExcitement[],
  { shape, values }: Activations,
  { first, count }: { first: number; count: number },
): void {
  const [images, H, W, C] = shape;
  for (let n = 0; n < images; n++) {
    units.forEach((unit, c) => {
      let best = 0;
      for (let p = 0; p < H * W; p++) {
        unit.least = Math.min(unit.least, values[(n * H * W + p) * C + c]!);
        if (values[(n * H * W + p) * C + c]! > values[(n * H * W + best) * C + c]!) best = p;
      }
      const value = values[(n * H * W + best) * C + c]!;
      if (value > 0) unit.activeShare++;
      const found = { index: first + n, value, row: Math.floor(best / W), column: best % W };
      insert(unit.strongest, found, count);
    });
  }
}

/** Keeps the `count` greatest, in order; of two alike the one that came first. */
function insert(list: Excitement[], found: Excitement, count: number): void {
  if (list.length === count && found.value <= list.at(-1)!.value) return;
  const place = list.findLastIndex(({ value }) => value >= found.value) + 1;
  list.splice(place, 0, found);
  if (list.length > count) list.pop();
}
