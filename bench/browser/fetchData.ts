// The data set as the arena serves it to its workers.
import type { ImageSet } from "../../src/lib/dataset/dataset.js";

export async function fetchBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(path)).arrayBuffer());
}

export async function fetchImages(part: "train" | "test"): Promise<ImageSet> {
  const [images, labels] = await Promise.all([
    fetchBytes(`/${part}-images.bin`),
    fetchBytes(`/${part}-labels.bin`),
  ]);
  return { images, labels, count: labels.length };
}
