import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeSafetensors,
  encodeSafetensors,
  FileFormatError,
} from "../../../src/lib/files/safetensors.js";

const tensors = {
  "conv1.bias": { shape: [3], values: Float32Array.of(1, -2.5, 1e-20) },
  "fc.weight": { shape: [2, 2], values: Float32Array.of(0.1, 0.2, 0.3, 0.4) },
};
const bytes = encodeSafetensors({ tensors, metadata: { format: "pt" } });

describe("safetensors", () => {
  test("reads back what it wrote", () => {
    expect(decodeSafetensors(bytes)).toEqual({ tensors, metadata: { format: "pt" } });
  });

  test("is laid out as the specification says", () => {
    const headerBytes = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const header = JSON.parse(Buffer.from(bytes.subarray(8, 8 + headerBytes)).toString()) as Record<
      string,
      { dtype: string; shape: number[]; data_offsets: [number, number] }
    >;
    expect(headerBytes % 8).toBe(0);
    expect(header["fc.weight"]).toEqual({ dtype: "F32", shape: [2, 2], data_offsets: [12, 28] });
    expect(bytes.length).toBe(8 + headerBytes + 28);
    expect(Buffer.from(bytes).readFloatLE(8 + headerBytes + 4)).toBe(-2.5);
  });

  test("refuses the file cut anywhere, in Spanish", () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeSafetensors(bytes.subarray(0, length))).toThrow(FileFormatError);
    }
  });

  test("refuses or survives any bytes, without another kind of error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(bytes.length - 1), (noise, at) => {
        const damaged = bytes.slice();
        damaged.set(noise.subarray(0, damaged.length - at), at);
        for (const candidate of [noise, damaged]) {
          try {
            decodeSafetensors(candidate);
          } catch (error) {
            expect(error).toBeInstanceOf(FileFormatError);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("says what a photograph is not", () => {
    const photograph = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46]);
    expect(() => decodeSafetensors(photograph)).toThrow("no es un modelo en formato safetensors");
  });
});
