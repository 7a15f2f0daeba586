// Where the site keeps the packed data: Framework replaces each literal name by the file's own
// address. In a page only.
import { FileAttachment } from "observablehq:stdlib";
import type { DatasetSummary } from "./dataset.js";
import type { DatasetFiles } from "./packedFiles.js";
import { siteJson } from "./siteFile.js";
import { readManifest } from "./datasetManifest.js";

/** Costs one small request, for the manifest. Rejects with a DatasetError if that is damaged or missing. */
export async function datasetFiles(): Promise<DatasetFiles> {
  const urls = {
    "train-images-0": FileAttachment("../../data/train-images-0.bin").href,
    "train-images-1": FileAttachment("../../data/train-images-1.bin").href,
    "train-images-2": FileAttachment("../../data/train-images-2.bin").href,
    "train-images-3": FileAttachment("../../data/train-images-3.bin").href,
    "train-images-4": FileAttachment("../../data/train-images-4.bin").href,
    "train-images-5": FileAttachment("../../data/train-images-5.bin").href,
    "train-labels": FileAttachment("../../data/train-labels.bin").href,
    "test-images": FileAttachment("../../data/test-images.bin").href,
    "test-labels": FileAttachment("../../data/test-labels.bin").href,
    sample: FileAttachment("../../data/sample.bin").href,
    "test-sample": FileAttachment("../../data/test-sample.bin").href,
    doubtful: FileAttachment("../../data/doubtful.bin").href,
  };
  const url = FileAttachment("../../data/manifest.json").href;
  const what = "la lista de los archivos de datos";
  const manifest = await siteJson<object>({ url, what }, []);
  return { urls, manifest: readManifest(manifest, Object.keys(urls)) };
}

/** Counts, mean images and pixel statistics, made at build time. */
export function datasetSummary(): Promise<DatasetSummary> {
  const url = FileAttachment("../../data/summary.json").href;
  return siteJson({ url, what: "las cuentas de los datos" }, ["trainCounts", "meanImages"]);
}
