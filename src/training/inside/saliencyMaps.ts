// Where a network looks, in three ways, for one image and one class: what is lost when a part is covered, the gradient
// in the pixels, and the gradient in the maps of a layer.
import { predictions, scoreGradients } from "./lookInside.js";
import type { NetworkState } from "./networkState.js";
import type { Asking } from "./questionTurns.js";
import { type Cover, coverCount, occlude } from "../../lib/dataset/occlude.js";
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
  const [whole, parts] = await Promise.all([
    predictions(network, garment, { invalidation }),
    predictions(network, covered, { invalidation }),
  ]);
  const classes = whole.logProbabilities.length;
  const along = coverCount({ size, stride });
  const values = Float32Array.from(
    { length: covered.count },
    (_, n) =>
      whole.logProbabilities[classIndex]! - parts.logProbabilities[n * classes + classIndex]!,
  );
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
