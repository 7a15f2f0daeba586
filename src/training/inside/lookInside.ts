// What pages ask of a network: what a layer gives, what it says, and what would change it. Computed in a worker, which
// leaves out what is not wanted any more: each takes the cell's `invalidation`, and then rejects with an AbortError.
import { askInside } from "./askInside.js";
import type { Questions } from "./insideMessages.js";
import type { NetworkState } from "./networkState.js";
import type { Asking } from "./questionTurns.js";
import type { ScoreGradient } from "./scoreGradients.js";
import type { UnitExcitement } from "./strongestImages.js";
import type { Activations } from "../loop/trainer.js";
import type { Predictions } from "../loop/predictions.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { Garment } from "../../lib/dataset/garment.js";

/** What a layer gives for a garment or a set of N images, dropout off: its `values` are [N,H,W,C]. */
export function activations(
  network: NetworkState,
  images: Garment | ImageSet,
  layerName: string,
  asking?: Asking,
): Promise<Activations> {
  return askInside("activations", { network, images: imageSet(images), layerName }, asking);
}

/** The log-probabilities, [N,classes], that the network gives to a garment or to a set of N images. */
export function predictions(
  network: NetworkState,
  images: Pick<Garment, "pixels" | "label"> | ImageSet,
  asking?: Asking,
): Promise<Predictions> {
  return askInside("predictions", { network, images: imageSet(images) }, asking);
}

/** How the score of a class would change with each pixel and with what the layers give, in their order. */
export function scoreGradients(
  network: NetworkState,
  { pixels }: Garment,
  {
    classIndex,
    layerNames = [],
    invalidation,
  }: { classIndex: number; layerNames?: readonly string[] } & Asking,
): Promise<ScoreGradient[]> {
  const question = { network, pixels: copied(pixels), classIndex, layerNames };
  return askInside("scoreGradients", question, { invalidation });
}

/**
 * How the loss, −log p of the class, would change with each pixel, scaled to 0–1.
 * @param classIndex the class that is taken for the true one
 */
export async function lossGradient(
  network: NetworkState,
  { pixels }: Pick<Garment, "pixels">,
  { classIndex, invalidation }: { classIndex: number } & Asking,
): Promise<ScoreGradient> {
  const own = copied(pixels);
  const question = { network, pixels: own, classIndex, layerNames: [], of: "loss" as const };
  const [found] = await askInside("scoreGradients", question, { invalidation });
  return found!;
}

/**
 * What excites each filter or neuron of a layer: how far, where, and the `count` images of the set with the
 * greatest values of its map, the greatest first; in the order of the filters.
 */
export async function strongest(
  network: NetworkState,
  images: ImageSet,
  { layerName, count = 9, invalidation }: { layerName: string; count?: number } & Asking,
): Promise<UnitExcitement[]> {
  const question = { network, images, layerName, count };
  if (latest && isSame(latest.question, question)) return latest.answer;
  const answer = await askInside("strongest", question, { invalidation });
  latest = { question, answer };
  return answer;
}

/** The latest answer of `strongest`, which is asked again with each garment and says nothing of it. */
let latest: { question: Questions["strongest"]; answer: UnitExcitement[] } | undefined;

function isSame<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).every((key) => one[key] === other[key]);
}

function imageSet(images: Pick<Garment, "pixels" | "label"> | ImageSet): ImageSet {
  if (!("pixels" in images)) return images;
  const { pixels, label = 0 } = images;
  return { images: copied(pixels), labels: Uint8Array.of(label), count: 1 };
}

/** An image's own: a part of the test set would go over to the worker with all of it. */
function copied(pixels: Uint8Array): Uint8Array {
  return pixels.slice();
}
