// The small files that a page shows something of: results, reports, the list of the data. Tried again like
// the data, and their failures told in Spanish.
import { DatasetError } from "./datasetError.js";
import { download, type DownloadOptions } from "./download.js";
import { ReaderError } from "../errors/readerError.js";

export interface SiteFile {
  url: string;
  /** For the reader: «las medidas». */
  what: string;
}

/**
 * What a JSON file holds: null, or an object that has the fields that are named; nothing else of it is
 * checked. Rejects with a DatasetError.
 */
export async function siteJson<T>(
  { url, what }: SiteFile,
  fields: readonly (keyof NonNullable<T> & string)[],
  options?: DownloadOptions,
): Promise<T> {
  const read = async (content: Blob) => {
    const value = parse(await content.text()) as object | null;
    const missing =
      value === null ? undefined : fields.find((field) => !Object.hasOwn(value, field));
    if (missing !== undefined) throw new DamagedError(`falta «${missing}»`);
    return value as T;
  };
  return told(what, download(url, read, options));
}

/** The bytes of a file; rejects with a DatasetError. */
export async function siteBytes(
  { url, what }: SiteFile,
  options?: DownloadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const read = async (content: Blob) => new Uint8Array(await content.arrayBuffer());
  return told(what, download(url, read, options));
}

/** Its message says in Spanish what is wrong. */
class DamagedError extends ReaderError {}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new DamagedError("no es JSON", { cause: error });
  }
}

async function told<T>(what: string, content: Promise<T>): Promise<T> {
  try {
    return await content;
  } catch (error) {
    const problem =
      error instanceof DamagedError
        ? `No es posible usar ${what}: el archivo llega mal, ${error.message}.`
        : `No es posible cargar ${what}: la conexión se ha cortado o el sitio no responde.`;
    throw new DatasetError(
      `${problem} Recarga la página; si sigue igual, avisa a quien publica este sitio.`,
      { cause: error },
    );
  }
}
