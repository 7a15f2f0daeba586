// Where a network looks, in three ways, for one image and one class: what is lost when a part is covered, the gradient
// in the pixels, and the gradient in the maps of a layer.
import { predictions, scoreGradients } from "./lookInside.js";
import type { NetworkState } from "./networkState.js";
import type { Asking } from "./questionTurns.js";
import { type Cover, coverCount, occlude } from "../../lib/dataset/occlude.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { Garment } from "../../lib/dataset/garment.js";
import { layerGeometry } from "../../lib/network/instruments/layerGeometry.js";
import { windowInImage, windowOf } from "../../lib/network/instruments/layerWindow.js";
import {
  pixelWindow,
  type SaliencyMap,
  valueTimesGradient,
} from "../../lib/network/instruments/saliency.js";
import { parseTopology } from "../../lib/network/topology.js";

/** How much the logarithm of the class's probability falls, in nats, when each square is covered. */
export async function occlusion(
  network: NetworkState,
  garment: Garment,
  {
    classIndex,
    size = 4,
    stride = 2,
    value = 0,
    invalidation,
  }: { classIndex: number } & Partial<Cover> & Asking,
): Promise<SaliencyMap> {
  const covered = occlude(garment.pixels, { size, stride, value });
  const asked = withImage(covered, garment.pixels);
  const { logProbabilities } = await predictions(network, asked, { invalidation });
  const classes = logProbabilities.length / asked.count;
  const own = (n: number) => logProbabilities[n * classes + classIndex]!;
  const values = Float32Array.from(
    { length: covered.count },
    (_, n) => own(covered.count) - own(n),
  );
  const along = coverCount({ size, stride });
  const square = { size: [size, size], stride: [stride, stride], padding: [0, 0] } as const;
  return { rows: along, columns: along, values, windowAt: (at) => windowOf(square, at) };
}

/** Gradient × input: each pixel times how much the class's score would grow with it. */
export async function gradientTimesInput(
  network: NetworkState,
  garment: Garment,
  { classIndex, invalidation }: { classIndex: number } & Asking,
): Promise<SaliencyMap> {
  const [pixels] = await scoreGradients(network, garment, { classIndex, invalidation });
  return valueTimesGradient(pixels!, pixelWindow);
}

/** HiResCAM: each number of the layer's maps times how much the class's score would grow with it, all maps summed. */
export async function hiResCam(
  network: NetworkState,
  garment: Garment,
  { classIndex, layerName, invalidation }: { classIndex: number; layerName: string } & Asking,
): Promise<SaliencyMap> {
  const layers = layerGeometry(parseTopology(network.topology));
  const upTo = layers.slice(0, layers.findIndex(({ name }) => name === layerName) + 1);
  const question = { classIndex, layerNames: [layerName], invalidation };
  const [, maps] = await scoreGradients(network, garment, question);
  return valueTimesGradient(maps!, (position) => windowInImage(upTo, position));
}

/** The set, with one image more at its end. */
function withImage({ images, count }: ImageSet, pixels: Uint8Array): ImageSet {
  const all = new Uint8Array(images.length + pixels.length);
  all.set(images);
  all.set(pixels, images.length);
  return { images: all, labels: new Uint8Array(count + 1), count: count + 1 };
}
