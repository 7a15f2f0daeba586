// The data set in the browser and in Node: its shape, and how it is put together from the packed files
// that the loaders make. Pixels stay uint8; everything takes under 60 MB.
import { ReaderError } from "../errors/readerError.js";
import { type LoadOptions, loadPacked } from "./loadPacked.js";
import { type DatasetFiles, shardNames } from "./packedFiles.js";

export const IMAGE_SIDE = 28;
export const PIXELS = IMAGE_SIDE * IMAGE_SIDE;
export const CLASS_COUNT = 10;
export const TRAIN_IMAGES = 60_000;
export const TEST_IMAGES = 10_000;

export interface ImageSet {
  /** Pixels 0–255, [N,28,28,1], row-major. */
  images: Uint8Array;
  /** 0–9, [N]. */
  labels: Uint8Array;
  count: number;
}

export interface Dataset {
  train: ImageSet;
  test: ImageSet;
}

export interface DatasetSummary {
  /** Images of each class, [10]. */
  trainCounts: number[];
  testCounts: number[];
  /** Pixels 0–255, [10][784]. */
  meanImages: number[][];
  /** Mean of the training pixels, which are scaled to 0–1. */
  pixelMean: number;
  pixelDeviation: number;
  /** The part of the training pixels that are black (0), 0–1. */
  blackShare: number;
  /**
   * For each class, how much its training images differ from their mean image: the mean, over images and
   * pixels, of the absolute difference, 0–255, [10].
   */
  classSpread: number[];
}

/**
 * Loads the test set and the first `trainImages` training images (whole shards of 10,000 are
 * downloaded). Rejects with a DatasetError; what has arrived by then is not downloaded again. Rejects
 * with a ReaderError unless `trainImages` is a whole number in 1 … 60,000.
 */
export async function loadDataset(
  files: DatasetFiles,
  { trainImages = TRAIN_IMAGES, ...options }: LoadOptions & { trainImages?: number } = {},
): Promise<Dataset> {
  if (!Number.isInteger(trainImages) || trainImages < 1 || trainImages > TRAIN_IMAGES) {
    throw new ReaderError(
      `Se esperaba un número entero de imágenes entre 1 y ${TRAIN_IMAGES}; ha llegado ${trainImages}.`,
    );
  }
  const shards = shardNames(trainImages);
  const names = ["test-images", "test-labels", "train-labels", ...shards];
  const buffers = await loadPacked(files, names, options);
  const images = buffers.get(shards[0]!)!.buffer;
  return {
    train: {
      images: new Uint8Array(images, 0, trainImages * PIXELS),
      labels: buffers.get("train-labels")!.subarray(0, trainImages),
      count: trainImages,
    },
    test: {
      images: buffers.get("test-images")!,
      labels: buffers.get("test-labels")!,
      count: TEST_IMAGES,
    },
  };
}

export async function loadTestSet(
  files: DatasetFiles,
  options: LoadOptions = {},
): Promise<ImageSet> {
  const buffers = await loadPacked(files, ["test-images", "test-labels"], options);
  return {
    images: buffers.get("test-images")!,
    labels: buffers.get("test-labels")!,
    count: TEST_IMAGES,
  };
}

/** The 10,000 test labels alone, a few kilobytes. */
export async function loadTestLabels(files: DatasetFiles): Promise<Uint8Array> {
  const buffers = await loadPacked(files, ["test-labels"], {});
  return buffers.get("test-labels")!;
}

/** The first 1,000 training images. */
export function loadSample(files: DatasetFiles, options: LoadOptions = {}): Promise<ImageSet> {
  return loadImagesWithLabels(files, { name: "sample", ...options });
}

/** The first 200 test images. */
export function loadTestSample(files: DatasetFiles, options: LoadOptions = {}): Promise<ImageSet> {
  return loadImagesWithLabels(files, { name: "test-sample", ...options });
}

/** The training images of the report of doubtful labels, in its order. */
export function loadDoubtful(files: DatasetFiles, options: LoadOptions = {}): Promise<ImageSet> {
  return loadImagesWithLabels(files, { name: "doubtful", ...options });
}

async function loadImagesWithLabels(
  files: DatasetFiles,
  { name, ...options }: LoadOptions & { name: string },
): Promise<ImageSet> {
  const content = (await loadPacked(files, [name], options)).get(name)!;
  const count = content.length / (PIXELS + 1);
  return {
    images: content.subarray(0, count * PIXELS),
    labels: content.subarray(count * PIXELS),
    count,
  };
}

/** The first images of a set with their labels, views. */
export function firstImages({ images, labels }: ImageSet, count: number): ImageSet {
  return { images: images.subarray(0, count * PIXELS), labels: labels.subarray(0, count), count };
}

/** How many images of each class there are, [10]. */
export function countClasses({ labels }: Pick<ImageSet, "labels">): number[] {
  const counts = new Array<number>(CLASS_COUNT).fill(0);
  for (const label of labels) counts[label]!++;
  return counts;
}

/** One image of a set, [784], a view. */
export function imageAt({ images }: ImageSet, index: number): Uint8Array {
  return images.subarray(index * PIXELS, (index + 1) * PIXELS);
}

/** The bytes that a download of these files costs. */
export function downloadBytes({ manifest }: DatasetFiles, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + manifest[name]!.packedBytes, 0);
}
