// Loads packed files into memory that is taken once, with progress over all of them, and remembers what
// arrived when one of them fails. What one file needs, its retries and checks, is fetchPacked's.
import type { DownloadOptions } from "./download.js";
import { fetchPacked, type PackedFile } from "./fetchPacked.js";
import { type DatasetFiles, isShard } from "./packedFiles.js";
import { InternalError } from "../errors/internalError.js";

export interface LoadProgress {
  receivedBytes: number;
  totalBytes: number;
}

export interface LoadOptions {
  onProgress?: (progress: LoadProgress) => void;
  signal?: AbortSignal | undefined;
  /** Between the tries of one file. */
  pauseMs?: number;
  /** How long a connection may bring nothing. */
  silenceMs?: number;
}

type Buffers = Map<string, Uint8Array<ArrayBuffer>>;

/** What loads that failed had got, by URL, until the next one takes it over. */
const arrived: Buffers = new Map();

/**
 * The content of each file, by name. Loads them one after another; the shards share one buffer, in the
 * order of `names`. Rejects with a DatasetError, or with the signal's reason.
 */
export async function loadPacked(
  files: DatasetFiles,
  names: readonly string[],
  { onProgress, ...downloadOptions }: LoadOptions,
): Promise<Buffers> {
  const wanted = names.map((name) => packedFile(files, name));
  const totalBytes = wanted.reduce((sum, { packedBytes }) => sum + packedBytes, 0);
  const kept = takeArrived(wanted);
  const buffers = allocate(wanted, kept);
  const done = new Set(kept.keys());
  let before = 0;
  try {
    for (const file of wanted) {
      const options: DownloadOptions = {
        ...downloadOptions,
        onBytes: (received) => onProgress?.({ receivedBytes: before + received, totalBytes }),
      };
      if (!done.has(file.name)) await fetchPacked(file, buffers.get(file.name)!, options);
      done.add(file.name);
      before += file.packedBytes;
      onProgress?.({ receivedBytes: before, totalBytes });
    }
  } catch (error) {
    for (const { name, url } of wanted) if (done.has(name)) arrived.set(url, buffers.get(name)!);
    throw error;
  }
  return buffers;
}

/** By name. The taker alone has them: two loads at a time never write into one buffer. */
function takeArrived(files: readonly PackedFile[]): Buffers {
  const taken: Buffers = new Map();
  for (const { name, url, bytes } of files) {
    const content = arrived.get(url);
    arrived.delete(url);
    if (content?.length === bytes) taken.set(name, content);
  }
  return taken;
}

function packedFile({ urls, manifest }: DatasetFiles, name: string): PackedFile {
  const url = urls[name];
  const entry = manifest[name];
  if (url === undefined || !entry) throw new InternalError(`no packed file is called ${name}`);
  return { name, url, ...entry };
}

/**
 * Room for each file, by name, with what was kept already in it. A failed load of the same shards
 * hands its buffer on, so that trying again does not take the memory twice.
 */
function allocate(files: readonly PackedFile[], kept: Buffers): Buffers {
  const shards = files.filter(({ name }) => isShard(name));
  const size = shards.reduce((sum, { bytes }) => sum + bytes, 0);
  const before = shards.map(({ name }) => kept.get(name)?.buffer).find((buffer) => buffer);
  const images = before?.byteLength === size ? before : new ArrayBuffer(size);
  let offset = 0;
  return new Map(
    files.map((file) => {
      const content = kept.get(file.name);
      if (!shards.includes(file)) return [file.name, content ?? new Uint8Array(file.bytes)];
      const room = new Uint8Array(images, offset, file.bytes);
      offset += file.bytes;
      if (content && content.buffer !== images) room.set(content);
      return [file.name, room];
    }),
  );
}
