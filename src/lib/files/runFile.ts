// Runs as one file, to take them to another browser: JSON with its version, its arrays of numbers as the
// base64 of their bytes, all in gzip. What comes from a file is checked field by field (`readRunFile`).
import { fromBase64, toBase64 } from "./base64.js";
import { damagedFile, FileFormatError } from "./fileFormatError.js";
import { gunzip, gzip } from "./gzip.js";
import { type ExportedRun, readRunFile } from "./readRunFile.js";

/** Named as the first version wrote it, whose files are still read. */
const RUN_FILE_FORMAT = "red-convolucional: corridas";
/** It rises when a version before would take the runs for damaged. Until 2 their `engine` was a phrase, until 3 none had validation. */
const RUN_FILE_VERSION = 3;

const MOST_BYTES = 1_500_000_000;
const GZIP_MAGIC = [0x1f, 0x8b];

export function encodeRunFile(runs: readonly ExportedRun[]): Promise<Uint8Array<ArrayBuffer>> {
  const content = { format: RUN_FILE_FORMAT, version: RUN_FILE_VERSION, runs };
  return gzip(JSON.stringify(content, packArrays));
}

/** Throws a FileFormatError, in Spanish, that says which field is wrong. */
export async function decodeRunFile(bytes: Uint8Array<ArrayBuffer>): Promise<ExportedRun[]> {
  const foreign = new FileFormatError("El archivo no es de entrenamientos de este cuaderno.");
  if (!GZIP_MAGIC.every((byte, i) => bytes[i] === byte)) throw foreign;
  const text = await gunzip(bytes, { mostBytes: MOST_BYTES });
  let content: unknown;
  try {
    content = JSON.parse(text, unpackArrays);
  } catch (error) {
    if (error instanceof FileFormatError) throw error;
    throw foreign;
  }
  const { format, version, runs } = (content ?? {}) as Record<string, unknown>;
  if (format !== RUN_FILE_FORMAT) throw foreign;
  if (typeof version === "number" && version > RUN_FILE_VERSION) {
    throw new FileFormatError(
      `El archivo lo escribió una versión más nueva del cuaderno (formato ${version}; este conoce hasta el ${RUN_FILE_VERSION}).`,
    );
  }
  if (version !== 1 && version !== 2 && version !== RUN_FILE_VERSION) throw foreign;
  const { weightsProblem } = await import("../network/weightsProblem.js"); // with TensorFlow.js
  return readRunFile(runs, { weightsProblem });
}

/** For JSON.stringify: arrays of numbers as the base64 of their bytes. */
export function packArrays(_: string, value: unknown): unknown {
  if (value instanceof Float32Array) return { float32: toBase64(value) };
  return value instanceof Uint8Array ? { uint8: toBase64(value) } : value;
}

function unpackArrays(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { float32, uint8 } = value as Record<string, unknown>;
  if (typeof float32 === "string") {
    const bytes = readBase64(float32);
    if (bytes.length % 4 > 0) throw damagedFile("faltan números");
    return new Float32Array(bytes.buffer);
  }
  return typeof uint8 === "string" ? readBase64(uint8) : value;
}

function readBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(text);
  } catch {
    throw damagedFile("unos números no se pueden leer");
  }
}
