// One step of a run looked at closely, on its real batch: the loss of each image before and after it,
// and how large the gradient of each layer was. It is the run's next step, not a rehearsal of it.
import { batchFiller } from "../batches/batches.js";
import { learningRateAt } from "./optimizerSettings.js";
import type { InspectableTrainer, WeightGradient } from "./trainer.js";
import { imageShape } from "../batches/imageShape.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import { inputShape, parseTopology } from "../../lib/network/topology.js";
import type { Run } from "../../lib/run/run.js";

export interface StepInspection {
  /** Which step of the run it is, from 1. */
  step: number;
  /** The mean loss of the batch as it was trained on, dropout on. */
  loss: number;
  learningRate: number;
  /** The first images of the batch, 0–255, [H·W·C] each, as augmentation has left them. */
  images: Uint8Array[];
  labels: number[];
  /** The loss of each image of the batch, dropout off. */
  before: Float32Array;
  after: Float32Array;
  gradients: LayerGradient[];
}

export interface LayerGradient {
  layer: string;
  /** L2: the square root of the sum of the squares, of all the layer's weights. */
  norm: number;
}

/** Images that are shown, at most. */
const MOST_IMAGES = 20;

/** @param batch of the run, from 0: the one that comes next */
export async function inspectStep(
  trainer: InspectableTrainer,
  run: Run,
  { train, batch }: { train: ImageSet; batch: number },
): Promise<StepInspection> {
  const { hyperparameters, history } = run;
  const images = batchImages(train, run, batch);
  const { losses: before } = await trainer.predict(images);
  const { loss, gradients } = await trainer.gradientStep(batch);
  const { losses: after } = await trainer.predict(images);
  const shown = Math.min(images.count, MOST_IMAGES);
  const size = images.images.length / images.count;
  return {
    step: batch + 1,
    loss,
    before,
    after,
    learningRate: learningRateAt(hyperparameters, batch, history.rateChanges),
    images: Array.from({ length: shown }, (_, n) => images.images.slice(n * size, (n + 1) * size)),
    labels: Array.from(images.labels.subarray(0, shown)),
    gradients: byLayer(gradients),
  };
}

function batchImages(train: ImageSet, { hyperparameters, topology }: Run, batch: number): ImageSet {
  const { batchSize } = hyperparameters;
  const shape = imageShape(inputShape(parseTopology(topology)));
  const size = shape.reduce((product, length) => product * length, 1);
  const pixels = new Uint8Array(batchSize * size);
  const labels = new Int32Array(batchSize);
  const fill = batchFiller(train, hyperparameters, shape);
  const count = fill(batch, { pixels, labels });
  return {
    images: pixels.subarray(0, count * size),
    labels: Uint8Array.from(labels.subarray(0, count)),
    count,
  };
}

function byLayer(gradients: readonly WeightGradient[]): LayerGradient[] {
  const squares = new Map<string, number>();
  for (const { name, norm } of gradients) {
    const layer = name.slice(0, name.lastIndexOf("/"));
    squares.set(layer, (squares.get(layer) ?? 0) + norm ** 2);
  }
  return [...squares].map(([layer, square]) => ({ layer, norm: Math.sqrt(square) }));
}
