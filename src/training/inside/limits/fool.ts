// How far the pixels of an image must be moved along the gradient's sign before the network says another class. All 256
// distances are tried: between one that fools and a shorter one that does not, a bisection would find a crossing, but the
// network may well change its mind more than once along the way, and then it is not the first.
import { lossGradient, predictions } from "../lookInside.js";
import type { NetworkState } from "../networkState.js";
import type { Asking } from "../questionTurns.js";
import { evaluationOf, type Predictions } from "../../loop/predictions.js";
import type { Garment } from "../../../lib/dataset/garment.js";
import { fgsmSteps } from "../../../lib/network/instruments/fgsm.js";

export interface Fooling {
  /** The smallest ε that fools the network, in levels of grey; undefined: none does. */
  epsilon: number | undefined;
  /** For each ε from 0 to 255, [256,classes]. */
  logProbabilities: Float32Array;
}

/**
 * @param options.target the class that the network is to say; left out: any other than it says now
 * @param options.said the class that it says now; left out: it is asked
 */
export async function fool(
  network: NetworkState,
  garment: Pick<Garment, "pixels">,
  { target, said, invalidation }: { target?: number | null; said?: number } & Asking = {},
): Promise<Fooling> {
  const towards = typeof target === "number";
  const classIndex = towards
    ? target
    : (said ?? (await saidOf(network, garment, { invalidation })));
  const { gradient } = await lossGradient(network, garment, { classIndex, invalidation });
  const steps = fgsmSteps(garment.pixels, gradient, towards ? -1 : 1);
  return foolingOf(await predictions(network, steps, { invalidation }), { classIndex, towards });
}

async function saidOf(
  network: NetworkState,
  garment: Pick<Garment, "pixels">,
  asking: Asking,
): Promise<number> {
  const said = await predictions(network, garment, asking);
  return evaluationOf(said, new Uint8Array(1)).predictions[0]!;
}

/**
 * @param said of the image of each ε
 * @param options the class whose loss was followed, towards it or away from it
 */
export function foolingOf(
  said: Predictions,
  { classIndex, towards }: { classIndex: number; towards: boolean },
): Fooling {
  const { predictions: classes } = evaluationOf(said, new Uint8Array(said.losses.length));
  const found = classes.findIndex((given) => (given === classIndex) === towards);
  return { epsilon: found < 0 ? undefined : found, logProbabilities: said.logProbabilities };
}
