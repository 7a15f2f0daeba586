// Fetches one packed file: downloads it, decodes it with the browser's own gzip, checks its length and
// SHA-256, and keeps it for the next page in the Cache Storage where there is one.
import { openDataCache } from "./dataCache.js";
import { DatasetError } from "./datasetError.js";
import { download, type DownloadOptions } from "./download.js";
import { sha256 } from "../numbers/sha256.js";
import { InternalError } from "../errors/internalError.js";

export interface PackedFile {
  name: string;
  url: string;
  /** Size of the uncompressed content. */
  bytes: number;
  packedBytes: number;
  /** SHA-256 of the uncompressed content, hexadecimal. */
  sha256: string;
}

/**
 * Writes the file's content into `target`, which has its length. Rejects with a DatasetError, or with the
 * signal's reason.
 * @param options `onBytes` is told compressed bytes
 */
export async function fetchPacked(
  file: PackedFile,
  target: Uint8Array<ArrayBuffer>,
  { onBytes, ...options }: DownloadOptions = {},
): Promise<void> {
  options.signal?.throwIfAborted();
  const cache = await openDataCache();
  if (await decodeCached(file, { target, cache })) {
    onBytes?.(file.packedBytes);
    return;
  }
  const read = async (packed: Blob) => {
    await decode(file, packed, target);
    await cache?.put(file.url, new Response(packed)).catch(() => undefined); // full, or forbidden
  };
  const onPacked = (received: number) => onBytes?.(Math.min(received, file.packedBytes));
  try {
    await download(file.url, read, { ...options, onBytes: onPacked });
  } catch (error) {
    options.signal?.throwIfAborted();
    throw asDatasetError(error, file);
  }
}

/** A content that is not what the manifest says. */
class CorruptedError extends InternalError {}

async function decode(
  file: PackedFile,
  packed: Blob,
  target: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const start = new Uint8Array(await packed.slice(0, 2).arrayBuffer());
  const isGzip = start[0] === 0x1f && start[1] === 0x8b; // else the host has already decoded it
  const stream = isGzip
    ? packed.stream().pipeThrough(new DecompressionStream("gzip"))
    : packed.stream();
  let length = 0;
  try {
    const reader = stream.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (length + value.length <= target.length) target.set(value, length);
      length += value.length;
    }
  } catch (error) {
    throw new CorruptedError("gzip", { cause: error });
  }
  if (length !== file.bytes)
    throw new CorruptedError(`${file.bytes} bytes expected, ${length} found`);
  const found = await sha256(target);
  if (found !== file.sha256)
    throw new CorruptedError(`SHA-256 ${file.sha256} expected, ${found} found`);
}

/** Whether the cache had the file, sound. One that is damaged is removed. */
async function decodeCached(
  file: PackedFile,
  { target, cache }: { target: Uint8Array<ArrayBuffer>; cache: Cache | undefined },
): Promise<boolean> {
  const response = await cache?.match(file.url).catch(() => undefined);
  if (!response) return false;
  try {
    await decode(file, await response.blob(), target);
    return true;
  } catch {
    await cache?.delete(file.url).catch(() => undefined);
    return false;
  }
}

function asDatasetError(error: unknown, { name }: PackedFile): DatasetError {
  const message =
    error instanceof CorruptedError
      ? `El archivo de datos «${name}» llega dañado, y descargarlo de nuevo no lo ha arreglado. Prueba otra vez dentro de un rato; si sigue igual, avisa a quien publica este sitio.`
      : `No se ha podido descargar «${name}»: la conexión se ha cortado o el sitio no responde. Comprueba tu conexión y pulsa Reintentar; lo que ya ha llegado no se descarga otra vez.`;
  return new DatasetError(message, { cause: error });
}
