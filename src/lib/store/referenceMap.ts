// The map of the reference run, from the site's own files. In a page only.
import { FileAttachment } from "observablehq:stdlib";
import { siteBytes, siteJson } from "../dataset/siteFile.js";
import {
  decodeReferenceMap,
  type ReferenceMap,
  type ReferenceMapJson,
} from "../files/referenceMap.js";

/** Rejects with a DatasetError. */
export async function referenceMap(): Promise<ReferenceMap> {
  const what = "el mapa precalculado";
  const [json, bytes] = await Promise.all([
    siteJson<ReferenceMapJson>({ url: FileAttachment("../../reference/map.json").href, what }, [
      "ranges",
    ]),
    siteBytes({ url: FileAttachment("../../reference/map.bin").href, what }),
  ]);
  return decodeReferenceMap(json, bytes);
}
