import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { float16Format } from "../../../scripts/training/float16Format.js";
import { FileFormatError } from "../../../src/lib/files/fileFormatError.js";
import { decodeSafetensors, encodeSafetensors } from "../../../src/lib/files/safetensors.js";

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

  test("halves its size with numbers of 16 bits, each the nearest of eleven significant bits", () => {
    const values = Float32Array.of(1, -2.5, 0.1, 65_504, 2 ** -24, 0, -0);
    const halves = encodeSafetensors(
      { tensors: { a: { shape: [7], values } }, metadata: {} },
      float16Format,
    );
    const read = decodeSafetensors(halves).tensors.a!.values;
    expect([...read]).toEqual([1, -2.5, 1638 / 2 ** 14, 65_504, 2 ** -24, 0, -0]);
    const whole = encodeSafetensors({ tensors: { a: { shape: [7], values } }, metadata: {} });
    expect(halves.length).toBe(whole.length - 14);
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

  const place = (from: number, to: number, shape = [(to - from) / 4]) =>
    JSON.stringify({ dtype: "F32", shape, data_offsets: [from, to] });

  test.each<[string, string, number, string]>([
    ["ranges that overlap", `{"a":${place(0, 8)},"b":${place(4, 12)}}`, 12, "«b» se solapan"],
    ["one range for two", `{"a":${place(0, 8)},"b":${place(0, 8)}}`, 8, "«b» se solapan"],
    ["shifted ranges", `{"a":${place(4, 8)},"b":${place(8, 12)}}`, 12, "de «a» hay un hueco"],
    ["a hole", `{"a":${place(0, 4)},"b":${place(8, 12)}}`, 12, "de «b» hay un hueco"],
    [
      "a name that is there twice",
      `{"a":${place(0, 4)},"a":${place(4, 8)}}`,
      8,
      "«a» está dos veces",
    ],
    [
      "a name twice, escaped",
      `{"a":${place(0, 4)},"\\u0061":${place(0, 4)}}`,
      ...([4, "«a» está dos veces"] as const),
    ],
    ["the name __proto__", `{"__proto__":${place(0, 4)}}`, 4, "«__proto__» no puede ser el nombre"],
    ["bytes after the last number", `{"a":${place(0, 4)}}`, 8, "sobran 4 bytes al final"],
    ["a range of another size", `{"a":${place(0, 8, [1])}}`, 8, "«a» necesita 4 bytes"],
    ["a range that goes backwards", `{"a":${place(8, 4, [1])}}`, 8, "«a» necesita 4 bytes"],
    [
      "numbers of 64 bits",
      `{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}`,
      8,
      "y es «F64»",
    ],
    ["no shape", `{"a":{"dtype":"F32","data_offsets":[0,4]}}`, 4, "falta «a.shape»"],
    ["a number for a text about it", `{"__metadata__":{"x":1}}`, 0, "«__metadata__.x»"],
  ])("refuses %s, by name", (_, json, dataBytes, message) => {
    const header = new TextEncoder().encode(json);
    const file = new Uint8Array(8 + header.length + dataBytes);
    new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
    file.set(header, 8);
    expect(() => decodeSafetensors(file)).toThrow(FileFormatError);
    expect(() => decodeSafetensors(file)).toThrow(message);
  });

  test("says what a photograph is not", () => {
    const photograph = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46]);
    expect(() => decodeSafetensors(photograph)).toThrow("no es un modelo en formato safetensors");
  });
});
