// Proves that a file is the one it should be: its IDX header, its size, its labels and its SHA-256.
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { IdxFile } from "./idxFiles.js";
import { parseIdx } from "./parseIdx.js";

const CLASS_COUNT = 10;

/**
 * The values of a file's bytes, compressed with gzip or not. Throws with what was expected and found.
 */
export function verifyIdx(bytes: Uint8Array, { shape, sha256 }: IdxFile): Uint8Array {
  const content = isGzip(bytes) ? gunzip(bytes) : bytes;
  const array = parseIdx(content);
  if (array.shape.join() !== shape.join()) {
    throw new Error(`shape [${shape.join(",")}] expected, [${array.shape.join(",")}] found`);
  }
  if (shape.length === 1) {
    const wrong = array.values.find((label) => label >= CLASS_COUNT);
    if (wrong !== undefined) throw new Error(`labels in 0 … 9 expected, ${wrong} found`);
  }
  const found = createHash("sha256").update(content).digest("hex");
  if (found !== sha256) {
    throw new Error(`SHA-256 ${sha256} of the uncompressed content expected, ${found} found`);
  }
  return array.values;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function gunzip(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw new Error(`a whole gzip file expected: ${(error as Error).message}`, { cause: error });
  }
}
