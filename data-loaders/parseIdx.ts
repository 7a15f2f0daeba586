// The IDX format of the MNIST family: a magic number (two zero bytes, the type, the number of
// dimensions), each dimension as a big-endian 32-bit integer, then the values, row-major.
const UNSIGNED_BYTE = 0x08;

export interface IdxArray {
  shape: number[];
  values: Uint8Array;
}

/** Reads an IDX file of unsigned bytes. Throws with what was expected and found. */
export function parseIdx(bytes: Uint8Array): IdxArray {
  if (bytes.length < 4) throw new Error(`at least 4 bytes expected, ${bytes.length} found`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rank = bytes[3]!;
  if (bytes[0] !== 0 || bytes[1] !== 0 || bytes[2] !== UNSIGNED_BYTE || rank === 0) {
    const magic = view.getUint32(0).toString(16).padStart(8, "0");
    throw new Error(`IDX magic 000008xx (unsigned bytes) expected, ${magic} found`);
  }
  const headerBytes = 4 + 4 * rank;
  if (bytes.length < headerBytes) {
    throw new Error(`a header of ${headerBytes} bytes expected, ${bytes.length} found`);
  }
  const shape = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
  const size = shape.reduce((product, length) => product * length, 1);
  if (bytes.length - headerBytes !== size) {
    throw new Error(
      `${size} values for the shape [${shape.join(",")}] expected, ${bytes.length - headerBytes} found`,
    );
  }
  return { shape, values: bytes.subarray(headerBytes) };
}
