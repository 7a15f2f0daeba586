// The fingerprint of a network's weights: two runs are the same if it is.
import type { NamedWeight } from "../network/namedWeight.js";
import { sha256 } from "../numbers/sha256.js";

/** SHA-256, in hexadecimal, of the weights' float32 (little endian), one after the other. */
export async function weightsSha256(weights: readonly NamedWeight[]): Promise<string> {
  const bytes = await new Blob(weights.map(({ values }) => values.slice())).arrayBuffer();
  return sha256(new Uint8Array(bytes));
}
