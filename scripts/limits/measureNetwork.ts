// What a trained network bears: the curves of all the changes over the test set, and how little fools it.
import { createTrainer } from "../answers/trainInNode.js";
import { imageAt, type ImageSet } from "../../src/lib/dataset/dataset.js";
import { fgsmSteps } from "../../src/lib/network/instruments/fgsm.js";
import type { FoolingSummary, MeasuredNetwork } from "../../src/lib/reports/limitsReport.js";
import type { Run } from "../../src/lib/run/run.js";
import { weightsSha256 } from "../../src/lib/run/weightsSha256.js";
import { foolingOf } from "../../src/training/inside/limits/fool.js";
import { limitCurves } from "../../src/training/inside/limits/limitCurves.js";
import { scoreGradients } from "../../src/training/inside/scoreGradients.js";
import type { InspectableTrainer } from "../../src/training/loop/trainer.js";

export interface MeasureOptions {
  id: MeasuredNetwork["id"];
  test: ImageSet;
  /** How many images are to be fooled. */
  fooled: number;
}

export async function measureNetwork(
  { topology, hyperparameters, checkpoint }: Run,
  { id, test, fooled }: MeasureOptions,
): Promise<MeasuredNetwork> {
  const trainer = (await createTrainer({
    topology,
    hyperparameters,
    train: test, // nothing is trained
    state: { weights: checkpoint.weights, velocities: [] },
  })) as InspectableTrainer;
  const predict = (images: ImageSet) => trainer.predict(images);
  const curves = await limitCurves(predict, test, {
    onProgress: ({ done, total }) => {
      process.stderr.write(`${id}: ${done} of ${total}\n`);
    },
  });
  const network = { topology, weights: checkpoint.weights };
  const { predictions } = await trainer.evaluate(test);
  const right = Array.from(predictions.keys()).filter((n) => predictions[n] === test.labels[n]);
  const distances: number[] = [];
  for (const index of right.slice(0, fooled)) {
    const classIndex = test.labels[index]!;
    const pixels = imageAt(test, index);
    const following = { classIndex, layerNames: [], of: "loss" as const };
    const [loss] = await scoreGradients(network, pixels, following);
    const said = await predict(fgsmSteps(pixels, loss!.gradient, 1));
    const { epsilon = Infinity } = foolingOf(said, { classIndex, towards: false });
    distances.push(epsilon);
  }
  trainer.dispose();
  const fooling = summarize(distances);
  return {
    id,
    hyperparameters,
    weightsSha256: await weightsSha256(checkpoint.weights),
    curves,
    fooling,
  };
}

const LEVELS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 128, 255];

function summarize(distances: readonly number[]): FoolingSummary {
  const within = (level: number) => distances.filter((distance) => distance <= level).length;
  const sorted = [...distances].sort((a, b) => a - b);
  return {
    images: distances.length,
    median: sorted[Math.floor(sorted.length / 2)]!,
    fooledBy: LEVELS.map((epsilon) => ({ epsilon, images: within(epsilon) })),
  };
}
