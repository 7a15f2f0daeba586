// Where images lie for a network: along the directions in which what a layer gives differs most.
import type { InsidePrograms } from "./insidePrograms.js";
import type { Questions } from "./insideMessages.js";
import { evaluationOf } from "../loop/predictions.js";
import type { Activations } from "../loop/trainer.js";
import type { CountedEvaluation } from "../../lib/network/metrics.js";
import {
  type LinearProjection,
  principalComponents,
  project,
  type Rows,
} from "../../lib/numbers/principalComponents.js";

export interface ProjectedImages {
  /** Along each of the k directions, [N,k]. */
  places: Float32Array;
  /** Of the same network on the same images. */
  evaluation: CountedEvaluation;
}

export async function layerComponents(
  programs: Pick<InsidePrograms, "activations">,
  { network, images, layerName, count }: Questions["components"],
): Promise<LinearProjection> {
  return principalComponents(rowsOf(await programs.activations(network, images, layerName)), count);
}

export async function projectedImages(
  programs: Pick<InsidePrograms, "activations" | "predictions">,
  { network, images, layerName, projection }: Questions["projected"],
): Promise<ProjectedImages> {
  const given = await programs.activations(network, images, layerName);
  const places = project(rowsOf(given), projection);
  const predictions = await programs.predictions(network, images);
  return { places, evaluation: evaluationOf(predictions, images.labels) };
}

/** An image a row. */
export function rowsOf({ shape, values }: Activations): Rows {
  const [, H, W, C] = shape;
  return { values, columns: H * W * C };
}
