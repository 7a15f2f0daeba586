// gzip by the browser itself, and by Node.
import { FileFormatError } from "./fileFormatError.js";

export async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The text in the bytes; a FileFormatError, in Spanish, if they are damaged or unpack to too much. */
export async function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  { mostBytes }: { mostBytes: number },
): Promise<string> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"))
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > mostBytes) throw new FileFormatError("El archivo es demasiado grande.");
      parts.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    if (error instanceof FileFormatError) throw error;
    throw new FileFormatError("El archivo está dañado o cortado: no se puede descomprimir.");
  }
  return new Blob(parts).text();
}
