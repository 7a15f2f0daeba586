// A program of the engine that ends in a layer, to look at what that layer gives; its weights may be changed, so
// that it serves every epoch of a run.
import { eachPart } from "./enginePredictions.js";
import { copyActivations, programViews } from "./programViews.js";
import type { Activations } from "../loop/trainer.js";
import { activationSize } from "../../engine/plan/activationShape.js";
import { planUpTo } from "../../engine/plan/planNetwork.js";
import { buildProgram } from "../../engine/program/program.js";
import { readParameters, writeParameters } from "../../engine/places/weightLayout.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";
import { parseTopology } from "../../lib/network/topology.js";
import { InternalError } from "../../lib/errors/internalError.js";

export interface LayerProgram {
  /** @param weights of all the network's layers */
  setWeights(weights: readonly NamedWeight[]): void;
  /** What the layer gives for the images, dropout off. */
  activations(images: ImageSet): Promise<Activations>;
}

/**
 * @param topology tf.layers' JSON of a network
 * Rejects with an InternalError if it has no such layer, with an UnsupportedNetworkError, in Spanish, for a layer
 * up to it that the engine does not know.
 */
export async function layerProgram(topology: string, layerName: string): Promise<LayerProgram> {
  const plan = planUpTo(parseTopology(topology), layerName);
  const { output: shape } = plan;
  // A program ends in a loss, which writes over the last activations: it gets a copy of them.
  plan.layers.push({ kind: "padding", input: shape, output: shape, top: 0, left: 0 });
  const program = await buildProgram(plan, { batchSize: 1 });
  const { memory, places } = program;
  const kept = places.layers.at(-1)!;
  if (kept.kind !== "padding") throw new InternalError(`a copy expected, ${kept.kind} found`);
  const own = new Set(readParameters(memory, places, "values").map(({ name }) => name));
  const floats = places.capacity * activationSize(shape);
  const stored = new Float32Array(memory.buffer, kept.input.values, floats);
  const evaluator = { places, views: programViews(program), evaluate: program.evaluate };
  return {
    setWeights(weights) {
      const used = weights.filter(({ name }) => own.has(name));
      writeParameters(memory, places, { kind: "values", weights: used });
      program.weightsChanged();
    },
    async activations(images) {
      const { height, width, channels } = shape;
      const values = new Float32Array(images.count * height * width * channels);
      await eachPart(evaluator, images, (first, count) => {
        copyActivations(stored, shape, { into: values, first, count });
      });
      return { shape: [images.count, height, width, channels], values };
    },
  };
}
