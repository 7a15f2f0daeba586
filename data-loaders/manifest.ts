// What the browser checks the packed files against.
import { createHash } from "node:crypto";
import { compress, packedFiles } from "./packedFiles.js";
import type { Dataset } from "../src/lib/dataset/dataset.js";
import type { DatasetManifest } from "../src/lib/dataset/datasetManifest.js";

export function manifest(dataset: Dataset): DatasetManifest {
  return Object.fromEntries(
    Object.entries(packedFiles).map(([name, pack]) => {
      const content = pack(dataset);
      return [
        name,
        {
          bytes: content.length,
          packedBytes: compress(content).length,
          sha256: createHash("sha256").update(content).digest("hex"),
        },
      ];
    }),
  );
}
