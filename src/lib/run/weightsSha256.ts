// The fingerprint of a network's weights: two runs are the same if it is.
import type { NamedWeight } from "./run.js";

/** SHA-256, in hexadecimal, of the weights' float32 (little endian), one after the other. */
export async function weightsSha256(weights: readonly NamedWeight[]): Promise<string> {
  const bytes = await new Blob(weights.map(({ values }) => values.slice())).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
