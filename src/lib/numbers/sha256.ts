// SHA-256 wherever the notebook runs: by the browser, which offers it over https and on one's own machine only,
// and else, on the plain http of a classroom's network, by a library that is loaded then.

/** In hexadecimal, 64 digits. */
export async function sha256(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  const digest = subtle
    ? new Uint8Array(await subtle.digest("SHA-256", content))
    : (await import("@noble/hashes/sha2.js")).sha256(content);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
