// The manifest that the loaders write beside the packed files, checked when it arrives.
import * as v from "valibot";
import { DatasetError } from "./datasetError.js";
import { readValue } from "../schema/readValue.js";
import { wholeIn } from "../schema/parts.js";

const SHA256 = "una huella SHA-256, de 64 cifras hexadecimales";

const manifestSchema = v.record(
  v.string(),
  v.object({
    /** Size of the uncompressed content. */
    bytes: wholeIn(0),
    packedBytes: wholeIn(0),
    /** SHA-256 of the uncompressed content, hexadecimal. */
    sha256: v.pipe(v.string(SHA256), v.regex(/^[0-9a-f]{64}$/, SHA256)),
  }),
);

/** By file name: lengths in bytes, and the SHA-256 of the uncompressed content. */
export type DatasetManifest = v.InferOutput<typeof manifestSchema>;

/**
 * The manifest in the JSON that has arrived.
 * @param names of the files that it must tell of
 * @throws DatasetError, in Spanish, that names the field
 */
export function readManifest(json: unknown, names: readonly string[]): DatasetManifest {
  const { value, problem } = readValue(manifestSchema, json, "manifest");
  const missing = value && names.find((name) => !Object.hasOwn(value, name));
  if (value && missing === undefined) return value;
  throw new DatasetError(
    `La lista de los archivos de datos (manifest.json) llega dañada: ${problem ?? `falta «${missing}»`}. ` +
      "Recarga la página dentro de un rato; si sigue igual, avisa a quien publica este sitio.",
  );
}
