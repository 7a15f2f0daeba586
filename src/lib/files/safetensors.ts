// The safetensors file format, written and read: named float32 tensors behind a JSON header.
// Specification: https://github.com/huggingface/safetensors#format
export interface FileTensor {
  shape: number[];
  /** Row-major, as many as the product of the shape. */
  values: Float32Array;
}

export interface SafetensorsFile {
  tensors: Record<string, FileTensor>;
  /** Free text by name. */
  metadata: Record<string, string>;
}

const LENGTH_BYTES = 8;
const METADATA = "__metadata__";

/** The bytes of the file; tensors in the order given, the header padded to a multiple of eight. */
export function encodeSafetensors({ tensors, metadata }: SafetensorsFile): Uint8Array<ArrayBuffer> {
  let offset = 0;
  const header: Record<string, unknown> = { [METADATA]: metadata };
  for (const [name, { shape, values }] of Object.entries(tensors)) {
    const end = offset + values.byteLength;
    header[name] = { dtype: "F32", shape, data_offsets: [offset, end] };
    offset = end;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headerBytes = Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(LENGTH_BYTES + headerBytes + offset).fill(
    0x20, // the format pads its header with spaces
    LENGTH_BYTES,
    LENGTH_BYTES + headerBytes,
  );
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(headerBytes), true);
  bytes.set(json, LENGTH_BYTES);
  let position = LENGTH_BYTES + headerBytes;
  for (const { values } of Object.values(tensors)) {
    for (const value of values) {
      view.setFloat32(position, value, true);
      position += 4;
    }
  }
  return bytes;
}

/** Reads a file; throws a FileFormatError, in Spanish, if it is not one or is damaged. */
export function decodeSafetensors(bytes: Uint8Array): SafetensorsFile {
  const { header, data } = readHeader(bytes);
  const tensors: Record<string, FileTensor> = {};
  for (const [name, entry] of Object.entries(header)) {
    if (name !== METADATA) tensors[name] = readTensor(name, entry, data);
  }
  const metadata = header[METADATA];
  return {
    tensors,
    metadata: isRecord(metadata) ? (metadata as Record<string, string>) : {},
  };
}

/** What is wrong with a file that the reader chose; its message is for them. */
export class FileFormatError extends Error {
  override name = "FileFormatError";
}

const notSafetensors = "El archivo no es un modelo en formato safetensors.";

function readHeader(bytes: Uint8Array): { header: Record<string, unknown>; data: Uint8Array } {
  if (bytes.length < LENGTH_BYTES) throw new FileFormatError(notSafetensors);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = Number(view.getBigUint64(0, true));
  if (headerBytes < 2 || bytes[LENGTH_BYTES] !== 0x7b /* { */)
    throw new FileFormatError(notSafetensors);
  const start = LENGTH_BYTES + headerBytes;
  if (start > bytes.length) {
    throw new FileFormatError("El archivo está cortado: falta parte de su cabecera.");
  }
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, start)));
  } catch {
    throw new FileFormatError("El archivo está dañado: su cabecera no se puede leer.");
  }
  if (!isRecord(header)) throw new FileFormatError(notSafetensors);
  return { header, data: bytes.subarray(start) };
}

function readTensor(name: string, entry: unknown, data: Uint8Array): FileTensor {
  const damaged = new FileFormatError(
    `El archivo está dañado: la descripción de «${name}» no es válida.`,
  );
  if (!isRecord(entry) || !isIndexList(entry.shape) || !isIndexList(entry.data_offsets))
    throw damaged;
  if (entry.dtype !== "F32") {
    throw new FileFormatError(
      `«${name}» guarda números ${String(entry.dtype)}; aquí se esperan de 32 bits (F32).`,
    );
  }
  const [begin, end] = entry.data_offsets;
  const count = entry.shape.reduce((product, n) => product * n, 1);
  if (begin === undefined || end === undefined || end - begin !== 4 * count) throw damaged;
  if (end > data.length) {
    throw new FileFormatError(`El archivo está cortado: faltan los números de «${name}».`);
  }
  const view = new DataView(data.buffer, data.byteOffset + begin, end - begin);
  const values = Float32Array.from({ length: count }, (_, i) => view.getFloat32(4 * i, true));
  return { shape: entry.shape, values };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isIndexList(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && (n as number) >= 0);
}
