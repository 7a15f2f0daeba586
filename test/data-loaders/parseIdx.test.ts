import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseIdx } from "../../data-loaders/parseIdx.js";

function encodeIdx(shape: number[], values: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * shape.length + values.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0, 0, 8, shape.length]);
  shape.forEach((length, i) => {
    view.setUint32(4 + 4 * i, length);
  });
  bytes.set(values, 4 + 4 * shape.length);
  return bytes;
}

const arrays = fc
  .array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 })
  .chain((shape) => {
    const size = shape.reduce((product, length) => product * length, 1);
    return fc.record({
      shape: fc.constant(shape),
      values: fc.uint8Array({ minLength: size, maxLength: size }),
    });
  });

describe("parseIdx", () => {
  test("reads back any array of unsigned bytes", () => {
    fc.assert(
      fc.property(arrays, ({ shape, values }) => {
        const parsed = parseIdx(encodeIdx(shape, values));
        expect(parsed.shape).toEqual(shape);
        expect(Array.from(parsed.values)).toEqual(Array.from(values));
      }),
    );
  });

  test("reads an array inside a larger buffer", () => {
    const whole = new Uint8Array([9, 9, ...encodeIdx([2], new Uint8Array([5, 6]))]);
    expect(Array.from(parseIdx(whole.subarray(2)).values)).toEqual([5, 6]);
  });

  test("refuses any file that is cut anywhere", () => {
    fc.assert(
      fc.property(
        arrays,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        ({ shape, values }, part) => {
          const bytes = encodeIdx(shape, values);
          expect(() => parseIdx(bytes.subarray(0, Math.floor(part * bytes.length)))).toThrow(
            /expected/,
          );
        },
      ),
    );
  });

  test("names the magic number that it finds", () => {
    expect(() => parseIdx(new TextEncoder().encode("<!doctype html>"))).toThrow("3c21646f found");
    expect(() => parseIdx(new Uint8Array([0, 0, 0x0d, 1, 0, 0, 0, 0]))).toThrow("00000d01 found");
  });
});
