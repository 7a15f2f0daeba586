// Bytes as base64, for the JSON of files.

/** As many bytes as may be the arguments of one call. */
const CHUNK = 0x8000;

/** Of the numbers' bytes: every machine that a browser runs on is little endian. */
export function toBase64(values: Float32Array | Uint8Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  let text = "";
  for (let i = 0; i < bytes.length; i += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  }
  return btoa(text);
}

/** Throws what `atob` does for text that is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
