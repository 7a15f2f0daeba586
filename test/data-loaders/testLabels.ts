// The smallest of the real files, and IDX files of labels.
import { findFile } from "../../data-loaders/findFile.js";
import { idxFiles } from "../../data-loaders/idxFiles.js";

export const file = idxFiles.testLabels;
/** Uncompressed. */
export const content = idx(10_000, await findFile(file));

/** An IDX file of labels. */
export function idx(count: number, values: Uint8Array): Buffer {
  const header = Buffer.from([0, 0, 8, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(count, 4);
  return Buffer.concat([header, values]);
}
