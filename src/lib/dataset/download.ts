// One file of the site on its way here: a connection that is cut or falls silent is tried again, and goes on
// where it stopped if the host can. It knows nothing of what is in the file.
import { ReaderError } from "../errors/readerError.js";

/** How long a connection may bring nothing. */
const SILENCE_MS = 20_000;
/** In a row that bring nothing new. */
const TRIES = 3;

export interface DownloadOptions {
  /** Bytes of the file that have arrived. */
  onBytes?: ((received: number) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** Between tries; the second pause is twice as long. */
  pauseMs?: number | undefined;
  silenceMs?: number | undefined;
}

/**
 * What `read` makes of the file's bytes. If that fails the file is downloaded again, whole, and not from the
 * browser's cache. Rejects with the error of the last try, or with the signal's reason.
 */
export async function download<T>(
  url: string,
  read: (content: Blob) => Promise<T>,
  { signal, pauseMs = 500, ...options }: DownloadOptions = {},
): Promise<T> {
  const arriving = new Arriving(url);
  let most = 0;
  for (let failures = 0; ;) {
    signal?.throwIfAborted();
    let content: Blob | undefined;
    try {
      content = await arriving.rest({ ...options, signal, isFirst: failures === 0 });
      return await read(content);
    } catch (error) {
      signal?.throwIfAborted();
      if (content) arriving.forget();
      const hasAdvanced = !content && arriving.received > most;
      most = Math.max(most, arriving.received);
      failures = hasAdvanced ? 1 : failures + 1;
      if (failures === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, failures * pauseMs));
    }
  }
}

type TryOptions = Omit<DownloadOptions, "pauseMs"> & { isFirst: boolean };

/** What has arrived so far. */
class Arriving {
  received = 0;
  private chunks: Uint8Array<ArrayBuffer>[] = [];
  /** What tells the host that the rest must be of the same file; undefined if it cannot send a rest. */
  private validator: string | undefined;

  constructor(private readonly url: string) {}

  forget(): void {
    this.chunks = [];
    this.received = 0;
    this.validator = undefined;
  }

  /** Takes what is still missing; resolves to the whole. Rejects after a silence, keeping what has come. */
  async rest({ signal, onBytes, silenceMs = SILENCE_MS, isFirst }: TryOptions): Promise<Blob> {
    const silence = silenceSignal(silenceMs, signal);
    try {
      const headers = this.rangeHeaders();
      const cache = isFirst ? "default" : "reload";
      const response = await fetch(this.url, { headers, cache, signal: silence.signal });
      if (!response.ok || !response.body)
        throw new ReaderError(`El sitio responde con un error ${response.status}.`);
      if (!this.isRest(response)) this.forget();
      this.validator = validatorOf(response);
      const reader = response.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return new Blob(this.chunks);
        silence.heard();
        this.chunks.push(value);
        this.received += value.length;
        onBytes?.(this.received);
      }
    } finally {
      silence.end();
    }
  }

  private rangeHeaders(): Record<string, string> {
    if (this.received === 0 || this.validator === undefined) return {};
    return { Range: `bytes=${this.received}-`, "If-Range": this.validator };
  }

  /** Whether the answer begins where the last one stopped; else it is the whole file. */
  private isRest(response: Response): boolean {
    const range = response.headers.get("Content-Range");
    return response.status === 206 && range?.startsWith(`bytes ${this.received}-`) === true;
  }
}

/** A range counts bytes as they are sent, so that those of an encoded file do not fit what we have. */
function validatorOf({ headers }: Response): string | undefined {
  if (headers.has("Content-Encoding")) return undefined;
  const etag = headers.get("ETag");
  const isStrong = etag !== null && !etag.startsWith("W/");
  return isStrong ? etag : (headers.get("Last-Modified") ?? undefined);
}

/** Aborts when nothing has been heard for so long, or when the other signal does. */
function silenceSignal(limitMs: number, other: AbortSignal | undefined) {
  const controller = new AbortController();
  const abort = () => {
    controller.abort(other?.reason);
  };
  other?.addEventListener("abort", abort);
  const start = () =>
    setTimeout(() => {
      controller.abort(new ReaderError(`La conexión lleva ${limitMs / 1000} s sin traer nada.`));
    }, limitMs);
  let timer = start();
  return {
    signal: controller.signal,
    heard() {
      clearTimeout(timer);
      timer = start();
    },
    end() {
      clearTimeout(timer);
      other?.removeEventListener("abort", abort);
    },
  };
}
