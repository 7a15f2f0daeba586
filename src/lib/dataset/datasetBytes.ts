// What the download of the data set costs, for as many training images as are used.
import { downloadBytes, TRAIN_IMAGES } from "./dataset.js";
import { type DatasetFiles, shardNames } from "./packedFiles.js";

/** The bytes that `loadDataset` downloads: test set, labels, and the shards that hold the images. */
export function datasetBytes(files: DatasetFiles, trainImages = TRAIN_IMAGES): number {
  const shards = shardNames(trainImages);
  return downloadBytes(files, ["test-images", "test-labels", "train-labels", ...shards]);
}
