// The safetensors file format, written and read: named tensors behind a JSON header, of float32 or, at half the
// size, float16.
// Specification: https://github.com/huggingface/safetensors#format
import * as v from "valibot";
import { damagedFile, FileFormatError } from "./fileFormatError.js";
import { halfNumber } from "../numbers/halfNumber.js";
import { readValue } from "../schema/readValue.js";
import { topLevelKeys } from "../schema/topLevelKeys.js";
import { wholeIn } from "../schema/parts.js";
import { formatExact } from "../text/format.js";

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

/** How a number is stored. */
type NumberFormat = "F32" | "F16";

/** How a file's numbers are written. */
export interface WrittenFormat {
  dtype: NumberFormat;
  write: (view: DataView, at: number, value: number) => void;
}

const float32: WrittenFormat = {
  dtype: "F32",
  write: (view, at, value) => {
    view.setFloat32(at, value, true);
  },
};

/** How numbers of each format are read, and of how many bytes they are. */
const formats = {
  F32: { bytes: 4, read: (view: DataView, at: number) => view.getFloat32(at, true) },
  F16: { bytes: 2, read: (view: DataView, at: number) => halfNumber(view.getUint16(at, true)) },
};

const LENGTH_BYTES = 8;
const METADATA = "__metadata__";

/** The bytes of the file; tensors in the order given, the header padded to a multiple of eight. */
export function encodeSafetensors(
  { tensors, metadata }: SafetensorsFile,
  { dtype, write }: WrittenFormat = float32,
): Uint8Array<ArrayBuffer> {
  const numberBytes = formats[dtype].bytes;
  let offset = 0;
  const header: Record<string, unknown> = { [METADATA]: metadata };
  for (const [name, { shape, values }] of Object.entries(tensors)) {
    const end = offset + numberBytes * values.length;
    header[name] = { dtype, shape, data_offsets: [offset, end] };
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
      write(view, position, value);
      position += numberBytes;
    }
  }
  return bytes;
}

/**
 * The tensors in a file. What the specification forbids is refused by name: every tensor's bytes begin where
 * those of the one before end, from the first byte after the header to the last of the file.
 * @throws FileFormatError, in Spanish, if the bytes are no such file or are damaged
 */
export function decodeSafetensors(bytes: Uint8Array): SafetensorsFile {
  const { text, data } = splitFile(bytes);
  const { [METADATA]: metadata, ...entries } = readHeader(text);
  checkPlaces(entries, data.length);
  const tensors = Object.entries(entries).map(([name, entry]) => [name, readTensor(entry, data)]);
  return {
    tensors: Object.fromEntries(tensors) as Record<string, FileTensor>,
    metadata: metadata ?? {},
  };
}

const notSafetensors = "El archivo no es un modelo en formato safetensors.";

/** The header's JSON, and the bytes of the tensors behind it. */
function splitFile(bytes: Uint8Array): { text: string; data: Uint8Array } {
  if (bytes.length < LENGTH_BYTES) throw new FileFormatError(notSafetensors);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = Number(view.getBigUint64(0, true));
  if (headerBytes < 2 || bytes[LENGTH_BYTES] !== 0x7b /* { */)
    throw new FileFormatError(notSafetensors);
  const start = LENGTH_BYTES + headerBytes;
  if (start > bytes.length) {
    throw new FileFormatError("El archivo está cortado: falta parte de su cabecera.");
  }
  return {
    text: new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, start)),
    data: bytes.subarray(start),
  };
}

const entrySchema = v.object({
  dtype: v.picklist(["F32", "F16"], "F32 o F16, números de 32 o de 16 bits"),
  shape: v.array(wholeIn(0)),
  data_offsets: v.tuple([wholeIn(0), wholeIn(0)]),
});
const headerSchema = v.objectWithRest(
  { [METADATA]: v.exactOptional(v.record(v.string(), v.string())) },
  entrySchema,
);

type Entry = v.InferOutput<typeof entrySchema>;
type Header = { [METADATA]?: Record<string, string> } & Record<string, Entry>;

function readHeader(text: string): Header {
  const names = topLevelKeys(text);
  const repeated = names.find((name, i) => names.indexOf(name) < i);
  if (repeated !== undefined) throw damagedFile(`«${repeated}» está dos veces en su cabecera`);
  if (names.includes("__proto__"))
    throw damagedFile("«__proto__» no puede ser el nombre de unos pesos");
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    throw damagedFile("su cabecera no se puede leer");
  }
  const { value, problem } = readValue(headerSchema, header);
  if (problem !== undefined) throw damagedFile(problem);
  return value;
}

function checkPlaces(entries: Record<string, Entry>, dataBytes: number): void {
  const inOrder = Object.entries(entries).sort(
    ([, a], [, b]) =>
      a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1],
  );
  let end = 0;
  for (const [
    name,
    {
      dtype,
      shape,
      data_offsets: [from, to],
    },
  ] of inOrder) {
    const expected = formats[dtype].bytes * shape.reduce((product, size) => product * size, 1);
    if (to - from !== expected) {
      const [needed, found] = [expected, to - from].map(formatExact);
      throw damagedFile(`«${name}» necesita ${needed} bytes y su cabecera le da ${found}`);
    }
    if (from < end) throw damagedFile(`los números de «${name}» se solapan con los de otros pesos`);
    if (from > end) throw damagedFile(`antes de los números de «${name}» hay un hueco`);
    end = to;
  }
  if (end > dataBytes) {
    const [name] = inOrder.at(-1)!;
    throw new FileFormatError(`El archivo está cortado: faltan los números de «${name}».`);
  }
  if (end < dataBytes) throw damagedFile(`sobran ${formatExact(dataBytes - end)} bytes al final`);
}

function readTensor(
  { dtype, shape, data_offsets: [begin, end] }: Entry,
  data: Uint8Array,
): FileTensor {
  const { bytes, read } = formats[dtype];
  const view = new DataView(data.buffer, data.byteOffset + begin, end - begin);
  const values = new Float32Array((end - begin) / bytes);
  for (let i = 0; i < values.length; i++) values[i] = read(view, bytes * i);
  return { shape, values };
}
