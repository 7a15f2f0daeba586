// How the score of a class would change with each pixel, and with each number that a layer gives, for one image. In
// float64, by the engine's reference: it is exact, and as fast as tfjs here, which computes what it does not know.
import type { NetworkState } from "./networkState.js";
import { RecentlyUsed } from "./recentlyUsed.js";
import type { Activations } from "../loop/trainer.js";
import { imageShape } from "../batches/imageShape.js";
import { isEngineLimit } from "../worker/createTrainer.js";
import { planNetwork } from "../../engine/plan/planNetwork.js";
import { numbersFromPixels } from "../../engine/reference/pixels.js";
import { ReferenceNetwork } from "../../engine/reference/referenceNetwork.js";
import { backwardPass, forwardPass } from "../../engine/reference/referencePass.js";
import { softmax } from "../../engine/reference/softmax.js";
import { Tensor } from "../../engine/reference/tensor.js";
import { inputShape, parseTopology } from "../../lib/network/topology.js";
import { weightsSha256 } from "../../lib/run/weightsSha256.js";
import { InternalError } from "../../lib/errors/internalError.js";

export interface ScoreGradientsOptions {
  /** Whose score, the number that its probability is made of, 0–9. */
  classIndex: number;
  /** The layers whose outputs are asked for. */
  layerNames: readonly string[];
  /** What is followed: the class's score, or the loss if it is the true one, −log p. Left out: the score. */
  of?: "score" | "loss";
}

/** A value and the gradient of the score, or of the loss, in it, both [1,H,W,C]. */
export interface ScoreGradient {
  values: Activations;
  gradient: Float32Array;
}

/**
 * Of the pixels, scaled to 0–1, and then of what each layer gives, in the order asked for; dropout off.
 * @param pixels of one image, 0–255
 */
export async function scoreGradients(
  network: NetworkState,
  pixels: Uint8Array,
  options: ScoreGradientsOptions,
): Promise<ScoreGradient[]> {
  try {
    planNetwork(parseTopology(network.topology));
  } catch (error) {
    if (!isEngineLimit(error)) throw error;
    const { tfjsGradients } = await import("./tfjsGradients.js");
    return tfjsGradients(network, pixels, options);
  }
  const pass = await keptPass(network, pixels, options);
  return [0, ...options.layerNames.map((name) => placeAfter(pass, name))].map((place) => {
    const { shape, values } = pass.values[place]!;
    return {
      values: {
        shape: place === 0 ? shownShape(network.topology) : mapShape(shape),
        values: Float32Array.from(values),
      },
      gradient: Float32Array.from(pass.gradients[place]!.values),
    };
  });
}

/** Through the whole network and back. */
interface ScorePass {
  /** The image, and what each of the reference's layers gives. */
  values: readonly Tensor[];
  /** The gradient in each of them. */
  gradients: readonly Tensor[];
  /** The place among them of each layer's output, by its name. */
  outputs: ReadonlyMap<string, number>;
}

/** Of a network and of the one that it is compared with: the maps of a layer are asked for after the pixels. */
const kept = new RecentlyUsed<ScorePass>(2);

async function keptPass(
  network: NetworkState,
  pixels: Uint8Array,
  options: ScoreGradientsOptions,
): Promise<ScorePass> {
  const { classIndex, of } = options;
  const sha = await weightsSha256(network.weights);
  const key = JSON.stringify([network.topology, sha, classIndex, of, ...pixels]);
  return kept.get(key, () => Promise.resolve(scorePass(network, pixels, options)));
}

function scorePass(
  { topology, weights }: NetworkState,
  pixels: Uint8Array,
  options: ScoreGradientsOptions,
): ScorePass {
  const network = new ReferenceNetwork(topology, weights);
  const image = numbersFromPixels(pixels, imageShapeOf(topology));
  // All but the log-softmax at the end.
  const pass = forwardPass(network.layers.slice(0, -1), image, { weights: network.weights });
  const { activations: values } = pass;
  const scores = values.at(-1)!;
  const inScores = new Tensor(scores.shape, gradientInScores(scores.values, options));
  const { activationGradients: gradients } = backwardPass(pass, inScores);
  return { values, gradients, outputs: network.outputs };
}

/**
 * The gradient of what is followed in the scores: 1 for the class's own and 0 for the others; for its loss, the
 * probabilities less that.
 */
export function gradientInScores(
  scores: ArrayLike<number>,
  { classIndex, of = "score" }: Pick<ScoreGradientsOptions, "classIndex" | "of">,
): Float64Array {
  const own = Float64Array.from({ length: scores.length }, (_, k) => Number(k === classIndex));
  if (of === "score") return own;
  const row = new Tensor([1, scores.length], Float64Array.from(scores));
  return softmax(row).values.map((probability, k) => probability - own[k]!);
}

/** The image, as the network takes it: a flat one has a single row of numbers. */
function imageShapeOf(topology: string): [number, ...number[]] {
  return [1, ...inputShape(parseTopology(topology))];
}

/** Of the image, [1,H,W,C], whatever the shape in which the network takes it. */
export function shownShape(topology: string): Activations["shape"] {
  return [1, ...imageShape(inputShape(parseTopology(topology)))];
}

/** Where among the reference's values those of a layer stand: its activation is a layer of its own there. */
function placeAfter({ outputs }: ScorePass, layerName: string): number {
  const place = outputs.get(layerName);
  if (place === undefined) throw new InternalError(`no layer ${layerName} in the network`);
  return place;
}

/** A flat value has H = W = 1. */
export function mapShape(shape: readonly number[]): Activations["shape"] {
  const channels = shape.at(-1)!;
  const [height, width] = shape.length === 4 ? shape.slice(1, 3) : [1, 1];
  return [1, height!, width!, channels];
}
