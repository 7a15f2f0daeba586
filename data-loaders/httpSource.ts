// A web address of a folder with the compressed files. Patient with a slow line, however long the whole
// takes, and quick with a dead one; a host that once failed is not asked again by this process.
import { AbsentError, type Source } from "./source.js";

export interface HttpOptions {
  tries?: number;
  /** Before the second try; longer before each further one. */
  pauseMs?: number;
  /** How long the host may take to answer at all. */
  answerTimeoutMs?: number;
  /** How long it may then stay silent. */
  silenceTimeoutMs?: number;
}

const PROGRESS_BYTES = 5_000_000;

export function httpSource(
  address: string,
  {
    tries = 3,
    pauseMs = 1000,
    answerTimeoutMs = 10_000,
    silenceTimeoutMs = 30_000,
  }: HttpOptions = {},
): Source {
  let unreachable: Error | undefined;
  return {
    name: address,
    local: false,
    async read(fileName) {
      if (unreachable) throw new AbsentError(unreachable.message); // reported the first time
      const url = `${address}/${fileName}.gz`;
      for (let attempt = 1; ; attempt++) {
        try {
          process.stderr.write(`downloading ${url}\n`);
          return await download(url, { answerTimeoutMs, silenceTimeoutMs });
        } catch (error) {
          const problem = new Error(describe(error), { cause: error });
          if (attempt === tries || isFinal(error)) throw (unreachable = problem);
          process.stderr.write(`  ${problem.message}; trying again\n`);
          await new Promise((resolve) => setTimeout(resolve, attempt * pauseMs));
        }
      }
    },
  };
}

class NoAnswerError extends Error {}

class HttpStatusError extends Error {
  constructor(readonly response: Response) {
    super(`HTTP ${response.status} ${response.statusText}`);
  }
}

async function download(
  url: string,
  { answerTimeoutMs, silenceTimeoutMs }: { answerTimeoutMs: number; silenceTimeoutMs: number },
): Promise<Uint8Array> {
  const controller = new AbortController();
  const abortAfter = (ms: number, error: Error) =>
    setTimeout(() => {
      controller.abort(error);
    }, ms);
  const silence = new Error(`silent for ${silenceTimeoutMs / 1000} s`);
  let timer = abortAfter(
    answerTimeoutMs,
    new NoAnswerError(`no answer in ${answerTimeoutMs / 1000} s`),
  );
  try {
    const response = await fetch(url, { signal: controller.signal });
    if (!response.ok || !response.body) throw new HttpStatusError(response);
    const report = progressReporter(Number(response.headers.get("content-length")));
    const chunks: Uint8Array[] = [];
    for await (const chunk of response.body) {
      clearTimeout(timer);
      timer = abortAfter(silenceTimeoutMs, silence);
      chunks.push(chunk);
      report(chunk.length);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
  }
}

/** A line on stderr for every few megabytes. */
function progressReporter(total: number): (bytes: number) => void {
  let received = 0;
  return (bytes) => {
    const lines = Math.floor(received / PROGRESS_BYTES);
    received += bytes;
    if (Math.floor(received / PROGRESS_BYTES) === lines) return;
    const of = total > 0 ? ` of ${(total / 1e6).toFixed(1)}` : "";
    process.stderr.write(`  ${(received / 1e6).toFixed(1)}${of} MB\n`);
  };
}

/** No name, no route, no answer, or a clear refusal: asking again would not help. */
function isFinal(error: unknown): boolean {
  if (error instanceof NoAnswerError) return true;
  if (error instanceof HttpStatusError) {
    const { status } = error.response;
    return status < 500 && status !== 408 && status !== 429;
  }
  const code = (error as { cause?: { code?: string } }).cause?.code ?? "";
  return [
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ENETUNREACH",
    "EHOSTUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
  ].includes(code);
}

function describe(error: unknown): string {
  const { message, cause } = error as { message: string; cause?: { message?: string } };
  return cause?.message ? `${message} (${cause.message})` : message;
}
