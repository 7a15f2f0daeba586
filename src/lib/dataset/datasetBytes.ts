// What the download of the data set costs, for as many training images as are used.
import { type DatasetFiles, downloadBytes, TRAIN_IMAGES } from "./dataset.js";

const SHARD_IMAGES = 10_000;

/** The bytes that `loadDataset` downloads: test set, labels, and the shards that hold the images. */
export function datasetBytes(files: DatasetFiles, trainImages = TRAIN_IMAGES): number {
  const shards = Math.ceil(trainImages / SHARD_IMAGES);
  const names = Array.from({ length: shards }, (_, shard) => `train-images-${shard}`);
  return downloadBytes(files, ["test-images", "test-labels", "train-labels", ...names]);
}
