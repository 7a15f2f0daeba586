// What a page and the worker that looks inside networks say to each other: a question, and its answer.
import type { GarmentNeighbours } from "./garmentNeighbours.js";
import type { NetworkState } from "./networkState.js";
import type { ProjectedImages } from "./projectedImages.js";
import type { ScoreGradient } from "./scoreGradients.js";
import type { UnitExcitement } from "./strongestImages.js";
import type { Activations } from "../loop/trainer.js";
import type { Predictions } from "../loop/predictions.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import type { LinearProjection } from "../../lib/numbers/principalComponents.js";
import type { NamedWeight } from "../../lib/network/namedWeight.js";
import type { Hyperparameters } from "../../lib/run/hyperparameters.js";

/** By kind: what is asked. */
export interface Questions {
  activations: { network: NetworkState; images: ImageSet; layerName: string };
  predictions: { network: NetworkState; images: ImageSet };
  scoreGradients: {
    network: NetworkState;
    /** One image, 0–255. */
    pixels: Uint8Array;
    classIndex: number;
    layerNames: readonly string[];
    of?: "score" | "loss";
  };
  /** The places of the images that excite each filter or neuron of a layer most. */
  strongest: { network: NetworkState; images: ImageSet; layerName: string; count: number };
  /** The directions in which what a layer gives differs most, so many. */
  components: { network: NetworkState; images: ImageSet; layerName: string; count: number };
  /** Where the images lie along given directions, and what the network says of them. */
  projected: {
    network: NetworkState;
    images: ImageSet;
    layerName: string;
    projection: LinearProjection;
  };
  /** The images that are nearest to one of the set. */
  neighbours: {
    network: NetworkState;
    images: ImageSet;
    layerName: string;
    index: number;
    count: number;
  };
  /** All the images in one picture, a hundred a row. */
  atlas: { images: ImageSet };
  /** Of a run that has not begun. */
  initialWeights: { topology: string; hyperparameters: Hyperparameters };
}

/** By kind: what comes back. */
export interface Answers {
  activations: Activations;
  predictions: Predictions;
  scoreGradients: ScoreGradient[];
  strongest: UnitExcitement[];
  components: LinearProjection;
  projected: ProjectedImages;
  neighbours: GarmentNeighbours;
  atlas: ImageBitmap;
  initialWeights: NamedWeight[];
}

export type QuestionKind = keyof Questions;

export type InsideRequest = {
  [Kind in QuestionKind]: { id: number; kind: Kind; question: Questions[Kind] };
}[QuestionKind];

export type InsideReply =
  | { id: number; answer: Answers[QuestionKind] }
  /** @param message in Spanish */
  | { id: number; message: string };
