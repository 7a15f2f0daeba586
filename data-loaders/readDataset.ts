// The whole data set in memory, as the site's own modules know it: for loaders, tests and the command
// line.
import { findFiles } from "./findFile.js";
import { idxFiles } from "./idxFiles.js";
import type { Dataset, ImageSet } from "../src/lib/dataset/dataset.js";

export async function readDataset(): Promise<Dataset> {
  const { trainImages, trainLabels, testImages, testLabels } = idxFiles;
  const values = await findFiles([trainImages, trainLabels, testImages, testLabels]);
  const imageSet = (images: Uint8Array, labels: Uint8Array): ImageSet => ({
    images,
    labels,
    count: labels.length,
  });
  return {
    train: imageSet(values[0]!, values[1]!),
    test: imageSet(values[2]!, values[3]!),
  };
}
