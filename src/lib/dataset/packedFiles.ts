// The packed files between the loaders, which make them, and the browser, which downloads them: how they
// are called, and what is known of them beforehand.
import type { DatasetManifest } from "./datasetManifest.js";

/** Training images of one file; the last file may hold fewer. */
export const SHARD_IMAGES = 10_000;

const SHARD = "train-images-";

/** `train-images-2`. */
export function shardName(shard: number | string): string {
  return `${SHARD}${shard}`;
}

/** The files that hold the first `trainImages` training images, in order. */
export function shardNames(trainImages: number): string[] {
  const count = Math.ceil(trainImages / SHARD_IMAGES);
  return Array.from({ length: count }, (_, shard) => shardName(shard));
}

export function isShard(name: string): boolean {
  return name.startsWith(SHARD);
}

/** Where the packed files are; plain data that can be posted to a worker. */
export interface DatasetFiles {
  /** Absolute, by file name. */
  urls: Record<string, string>;
  manifest: DatasetManifest;
}
