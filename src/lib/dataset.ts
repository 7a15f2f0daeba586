// The data set in the browser and in Node: its shape, and how it is put together from the packed files
// that the loaders make. Pixels stay uint8; everything takes under 60 MB.
import { type FetchOptions, fetchPacked, type PackedFile } from "./fetchPacked.js";

export const IMAGE_SIDE = 28;
export const PIXELS = IMAGE_SIDE * IMAGE_SIDE;
export const CLASS_COUNT = 10;
export const TRAIN_IMAGES = 60_000;
export const TEST_IMAGES = 10_000;
const SHARD_IMAGES = 10_000;

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

/** By file name: lengths in bytes, and the SHA-256 of the uncompressed content. */
export type DatasetManifest = Record<
  string,
  { bytes: number; packedBytes: number; sha256: string }
>;

export interface DatasetSummary {
  /** Images of each class, [10]. */
  trainCounts: number[];
  testCounts: number[];
  /** Pixels 0–255, [10][784]. */
  meanImages: number[][];
  /** Of the training pixels scaled to 0–1. */
  pixelMean: number;
  pixelDeviation: number;
}

/** Where the packed files are; plain data that can be posted to a worker. */
export interface DatasetFiles {
  /** Absolute, by file name. */
  urls: Record<string, string>;
  manifest: DatasetManifest;
}

export interface LoadProgress {
  receivedBytes: number;
  totalBytes: number;
}

export interface LoadOptions {
  onProgress?: (progress: LoadProgress) => void;
  signal?: AbortSignal | undefined;
  /** Between the tries of one file. */
  pauseMs?: number;
}

/**
 * Loads the test set and the first `trainImages` training images (whole shards of 10,000 are
 * downloaded). Rejects with a DatasetError; what has arrived by then is not downloaded again.
 */
export async function loadDataset(
  files: DatasetFiles,
  { trainImages = TRAIN_IMAGES, ...options }: LoadOptions & { trainImages?: number } = {},
): Promise<Dataset> {
  const shardCount = Math.ceil(trainImages / SHARD_IMAGES);
  const shards = Array.from({ length: shardCount }, (_, shard) => `train-images-${shard}`);
  const names = ["test-images", "test-labels", "train-labels", ...shards];
  const buffers = await loadFiles(files, names, options);
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
  const buffers = await loadFiles(files, ["test-images", "test-labels"], options);
  return {
    images: buffers.get("test-images")!,
    labels: buffers.get("test-labels")!,
    count: TEST_IMAGES,
  };
}

/** The 10,000 test labels alone, a few kilobytes. */
export async function loadTestLabels(files: DatasetFiles): Promise<Uint8Array> {
  const buffers = await loadFiles(files, ["test-labels"], {});
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

async function loadImagesWithLabels(
  files: DatasetFiles,
  { name, ...options }: LoadOptions & { name: string },
): Promise<ImageSet> {
  const content = (await loadFiles(files, [name], options)).get(name)!;
  const count = content.length / (PIXELS + 1);
  return {
    images: content.subarray(0, count * PIXELS),
    labels: content.subarray(count * PIXELS),
    count,
  };
}

/** One image of a set, [784], a view. */
export function imageAt({ images }: ImageSet, index: number): Uint8Array {
  return images.subarray(index * PIXELS, (index + 1) * PIXELS);
}

/** The bytes that a download of these files costs. */
export function downloadBytes({ manifest }: DatasetFiles, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + manifest[name]!.packedBytes, 0);
}

/** Files of a download that failed, by URL, until the next try takes them. */
const arrived = new Map<string, Uint8Array<ArrayBuffer>>();

/** Loads the files one after another; consecutive shards share one buffer. */
async function loadFiles(
  files: DatasetFiles,
  names: readonly string[],
  { onProgress, signal, pauseMs }: LoadOptions,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const wanted = names.map((name) => packedFile(files, name));
  const totalBytes = downloadBytes(files, names);
  const buffers = allocate(wanted);
  let before = 0;
  for (const file of wanted) {
    const target = buffers.get(file.name)!;
    const options: FetchOptions = {
      signal,
      onBytes: (received) => onProgress?.({ receivedBytes: before + received, totalBytes }),
      ...(pauseMs === undefined ? {} : { pauseMs }),
    };
    const kept = arrived.get(file.url);
    if (kept?.length === target.length) target.set(kept);
    else await fetchPacked(file, target, options);
    arrived.set(file.url, target);
    before += file.packedBytes;
    onProgress?.({ receivedBytes: before, totalBytes });
  }
  for (const { url } of wanted) arrived.delete(url);
  return buffers;
}

function packedFile({ urls, manifest }: DatasetFiles, name: string): PackedFile {
  const url = urls[name];
  const entry = manifest[name];
  if (url === undefined || !entry) throw new Error(`no packed file is called ${name}`);
  return { name, url, ...entry };
}

function allocate(files: readonly PackedFile[]): Map<string, Uint8Array<ArrayBuffer>> {
  const shards = files.filter(({ name }) => name.startsWith("train-images-"));
  const images = new ArrayBuffer(shards.reduce((sum, { bytes }) => sum + bytes, 0));
  let offset = 0;
  return new Map(
    files.map((file) => {
      if (!shards.includes(file)) return [file.name, new Uint8Array(file.bytes)];
      offset += file.bytes;
      return [file.name, new Uint8Array(images, offset - file.bytes, file.bytes)];
    }),
  );
}
