// What the engine needs of the browser: WebAssembly, its vectors, and memory. Whoever lacks one of them is
// told which; any other error is a fault of ours, and passes as it is.
import { ReaderError } from "../../lib/errors/readerError.js";

/** The browser lacks what the engine needs; the message says what, in Spanish, for the reader. */
export class EngineUnavailableError extends ReaderError {
  override name = "EngineUnavailableError";

  constructor(
    readonly lack: "webAssembly" | "policy" | "vectors" | "memory",
    options?: ErrorOptions,
  ) {
    super(messages[lack], options);
  }
}

const messages: Record<EngineUnavailableError["lack"], string> = {
  webAssembly: "Este navegador no tiene WebAssembly, que el motor rápido necesita.",
  policy:
    "La política de seguridad con que se publica este sitio no permite WebAssembly, que el motor rápido necesita.",
  vectors:
    "Este navegador no tiene instrucciones vectoriales (SIMD) en WebAssembly, que el motor rápido necesita.",
  memory: "El navegador no da al motor rápido la memoria que esta red necesita.",
};

/**
 * A function that makes a vector of zero: https://github.com/GoogleChromeLabs/wasm-feature-detect,
 * `simd`.
 */
// prettier-ignore
const vectorModule = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
);

/** Throws an EngineUnavailableError where there is no WebAssembly, none with vectors, or none that the host allows. */
export function checkWebAssembly(): void {
  if (typeof WebAssembly === "undefined") throw new EngineUnavailableError("webAssembly");
  if (!WebAssembly.validate(vectorModule)) throw new EngineUnavailableError("vectors");
  try {
    new WebAssembly.Module(vectorModule);
  } catch (error) {
    throw new EngineUnavailableError("policy", { cause: error });
  }
}

/** What `take` gives; its RangeError, for memory that the browser does not have, becomes ours. */
export async function withMemory<T>(take: () => T | Promise<T>): Promise<T> {
  try {
    return await take();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EngineUnavailableError("memory", { cause: error });
  }
}
