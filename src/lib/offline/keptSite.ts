// The whole site in this browser: its pages and code, which the service worker keeps, and the images of the data set.
import type { StoreOutcome } from "../../offline/messages.js";
import { siteAddress } from "../browser/siteAddress.js";
import { clearDataCache, keptNames } from "../dataset/dataCache.js";
import { downloadBytes } from "../dataset/dataset.js";
import { loadPacked } from "../dataset/loadPacked.js";
import { type DatasetFiles, isShard } from "../dataset/packedFiles.js";
import { askState, type KeepOptions, keepSite, removeSite } from "./siteWorker.js";

/** Bytes, and how many of them are kept. */
export interface Kept {
  bytes: number;
  keptBytes: number;
}

export interface KeptSite {
  /** Undefined until the worker that knows it has begun. */
  pages: Kept | undefined;
  images: Kept;
}

/** Those that the worker does not keep. */
function imageFiles({ urls }: DatasetFiles): string[] {
  return Object.keys(urls).filter((name) => isShard(name) || name === "test-images");
}

export async function lookAtKept(files: DatasetFiles): Promise<KeptSite> {
  const names = imageFiles(files);
  const [state, kept] = await Promise.all([askState(), keptNames(files, names)]);
  return {
    pages: state && { bytes: state.bytes, keptBytes: state.storedBytes },
    images: { bytes: downloadBytes(files, names), keptBytes: downloadBytes(files, kept) },
  };
}

/**
 * Keeps all that is missing: the pages, then the images, which are checked as they come. Rejects with a DatasetError.
 * @param options `onProgress` is told what is kept
 */
export async function keepAll(
  files: DatasetFiles,
  {
    onProgress,
    signal,
  }: Omit<KeepOptions, "onProgress"> & { onProgress: (kept: KeptSite) => void },
): Promise<StoreOutcome> {
  let { pages, images } = await lookAtKept(files);
  const tell = () => {
    onProgress({ pages, images });
  };
  const outcome = await keepSite({
    signal,
    onProgress: (keptBytes, bytes) => {
      pages = { bytes, keptBytes };
      tell();
    },
  });
  if (outcome !== "whole") return outcome;
  for (const name of imageFiles(files)) {
    const before = images.keptBytes;
    if ((await keptNames(files, [name])).length > 0) continue;
    await loadPacked(files, [name], {
      signal,
      onProgress: ({ receivedBytes }) => {
        images = { ...images, keptBytes: before + receivedBytes };
        tell();
      },
    });
    if ((await keptNames(files, [name])).length === 0) return "full"; // it came, and could not be put
  }
  return "whole";
}

/** The site's pages go on being read from its host. */
export async function removeAll(): Promise<void> {
  await removeSite();
  await clearDataCache(new URL(siteAddress(), import.meta.url).href);
}
