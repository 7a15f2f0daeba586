// A network as a training left it, asked in Node.
import { createTrainer } from "./trainInNode.js";
import type { Dataset, ImageSet } from "../../src/lib/dataset/dataset.js";
import type { Run } from "../../src/lib/run/run.js";
import type { InspectableTrainer } from "../../src/training/loop/trainer.js";

/** On the test images, 0–1. */
export function testAccuracy(run: Run, dataset: Dataset): Promise<number> {
  return withTrainer(
    run,
    dataset,
    async (trainer) => (await trainer.evaluate(dataset.test)).accuracy,
  );
}

/** How many of a dense layer's neurons are 0 with all the images. */
export function deadNeurons(
  run: Run,
  dataset: Dataset,
  { layerName, images }: { layerName: string; images: ImageSet },
): Promise<number> {
  return withTrainer(run, dataset, async (trainer) => {
    const { shape, values } = await trainer.activations(images, layerName);
    const units = shape[3];
    const isDead = (unit: number) => values.every((value, i) => i % units !== unit || value === 0);
    return Array.from({ length: units }, (_, unit) => unit).filter(isDead).length;
  });
}

async function withTrainer<T>(
  { topology, hyperparameters, checkpoint }: Run,
  { train }: Dataset,
  ask: (trainer: InspectableTrainer) => Promise<T>,
): Promise<T> {
  const trainer = await createTrainer({ topology, hyperparameters, train, state: checkpoint });
  try {
    return await ask(trainer as InspectableTrainer);
  } finally {
    trainer.dispose();
  }
}
