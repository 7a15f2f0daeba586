// What a layer gives for given images, computed by the engine: a program of its own, that ends there.
import { eachPart } from "./enginePredictions.js";
import { copyActivations, programViews } from "./programViews.js";
import type { Activations } from "../loop/trainer.js";
import { activationSize } from "../../engine/plan/networkPlan.js";
import { planUpTo } from "../../engine/plan/planNetwork.js";
import { buildProgram } from "../../engine/program/program.js";
import { readParameters, writeParameters } from "../../engine/places/weightLayout.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";
import { parseTopology } from "../../lib/network/topology.js";
import { InternalError } from "../../lib/errors/internalError.js";

/**
 * @param network its tf.layers topology and the present weights of all its layers
 * Throws an InternalError if it has no such layer.
 */
export async function engineActivations(
  { topology, weights }: { topology: string; weights: readonly NamedWeight[] },
  images: ImageSet,
  layerName: string,
): Promise<Activations> {
  const plan = planUpTo(parseTopology(topology), layerName);
  const { output: shape } = plan;
  // A program ends in a loss, which writes over the last activations: it gets a copy of them.
  plan.layers.push({ kind: "padding", input: shape, output: shape, top: 0, left: 0 });
  const program = await buildProgram(plan, { batchSize: 1 });
  const { memory, places } = program;
  const kept = places.layers.at(-1)!;
  if (kept.kind !== "padding") throw new InternalError(`a copy expected, ${kept.kind} found`);
  const own = readParameters(memory, places, "values").length;
  writeParameters(memory, places, { kind: "values", weights: weights.slice(0, own) });
  program.weightsChanged();

  const floats = places.capacity * activationSize(shape);
  const stored = new Float32Array(memory.buffer, kept.input.values, floats);
  const { height, width, channels } = shape;
  const values = new Float32Array(images.count * height * width * channels);
  await eachPart({ ...program, views: programViews(program) }, images, (first, count) => {
    copyActivations(stored, shape, { into: values, first, count });
  });
  return { shape: [images.count, height, width, channels], values };
}
