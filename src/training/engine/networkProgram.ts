// A program of the engine for a whole network, to ask it what it says; its weights may be changed, so that it
// serves every epoch of a run.
import { enginePredictions } from "./enginePredictions.js";
import { programViews } from "./programViews.js";
import { checkImages, imageShape } from "../batches/imageShape.js";
import type { Predictions } from "../loop/predictions.js";
import { planNetwork } from "../../engine/plan/planNetwork.js";
import { writeParameters } from "../../engine/places/weightLayout.js";
import { buildProgram } from "../../engine/program/program.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";
import { inputShape, parseTopology } from "../../lib/network/topology.js";

export interface NetworkProgram {
  setWeights(weights: readonly NamedWeight[]): void;
  /** What the network says of each image, dropout off. */
  predictions(images: ImageSet): Promise<Predictions>;
}

/**
 * @param topology tf.layers' JSON of a network
 * Rejects with an UnsupportedNetworkError, in Spanish, for a layer that the engine does not know.
 */
export async function networkProgram(topology: string): Promise<NetworkProgram> {
  const network = parseTopology(topology);
  const plan = planNetwork(network);
  const expected = { shape: imageShape(inputShape(network)), classes: plan.output.channels };
  const program = await buildProgram(plan, { batchSize: 1 });
  const { memory, places, evaluate } = program;
  const evaluator = { places, views: programViews(program), evaluate };
  return {
    setWeights(weights) {
      writeParameters(memory, places, { kind: "values", weights });
      program.weightsChanged();
    },
    async predictions(images) {
      checkImages(images, expected);
      return enginePredictions(evaluator, images);
    },
  };
}
