// The whole data set in memory, as the site's own modules know it: for loaders, tests and the command
// line.
import { findFile } from "./findFile.js";
import { type IdxFile, idxFiles } from "./idxFiles.js";
import { defaultSources } from "./sources.js";
import type { Dataset, ImageSet } from "../src/lib/dataset.js";

export async function readDataset(): Promise<Dataset> {
  const sources = defaultSources(); // one for all the files: a host that fails is asked once
  const readSet = async (imageFile: IdxFile, labelFile: IdxFile): Promise<ImageSet> => {
    const images = await findFile(imageFile, { sources });
    const labels = await findFile(labelFile, { sources });
    return { images, labels, count: labels.length };
  };
  return {
    train: await readSet(idxFiles.trainImages, idxFiles.trainLabels),
    test: await readSet(idxFiles.testImages, idxFiles.testLabels),
  };
}
