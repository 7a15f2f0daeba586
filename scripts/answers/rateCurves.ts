// What the learning rate does to the whole recipe: its loss with rates of five sizes.
import { deadNeurons } from "./askNetwork.js";
import { trainInNode } from "./trainInNode.js";
import { type Dataset, firstImages } from "../../src/lib/dataset/dataset.js";
import type { RateCurve } from "../../src/lib/reports/answersReport.js";

/** Ten epochs of all the images with that rate, or fewer where it diverges. */
export async function rateCurve(dataset: Dataset, learningRate: number): Promise<RateCurve> {
  const run = await trainInNode(dataset, { epochs: 10, learningRate });
  const { history, status } = run;
  const diverged = status === "diverged";
  const images = firstImages(dataset.test, 1000);
  return {
    learningRate,
    epochs: history.epochs.length,
    thousands: history.thousands.map(({ loss }) => loss).filter(Number.isFinite),
    testAccuracy: diverged ? null : history.epochs.at(-1)!.testAccuracy!,
    deadNeurons: await deadNeurons(run, dataset, { layerName: "fc1", images }),
  };
}
