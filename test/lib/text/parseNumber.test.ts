import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNumber, parseNumberList, typedNumber } from "../../../src/lib/text/parseNumber.js";

test("a list of numbers is read as a Spanish reader types it", () => {
  expect(parseNumberList(" 0,001; 0.01 ;1e-4\n5;")).toEqual([0.001, 0.01, 0.0001, 5]);
  expect(parseNumberList("0,1; hola")).toEqual([0.1, NaN]);
});

test("a point in a whole number parts its thousands", () => {
  const read = (text: string) => parseNumberList(text, { whole: true });
  expect(read("60.000; 1.234.567; 2000")).toEqual([60_000, 1_234_567, 2000]);
  expect(read("60.00; 60.0; 1.2345.678; 0.001; 2,5")).toEqual([NaN, NaN, NaN, 0.001, 2.5]);
  expect(parseNumberList("0.001; 1.000")).toEqual([0.001, 1]);
});

describe("a number in a field", () => {
  test.each([
    ["0,01", 0.01],
    ["0.01", 0.01],
    [" 1e-3 ", 0.001],
    ["−0,5", -0.5],
    [",5", 0.5],
    ["20.000", 20],
    ["", NaN],
    ["-", NaN],
    ["0x10", NaN],
    ["1,2,3", NaN],
    ["Infinity", NaN],
  ])("%j is %d", (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each([
    ["20.000", 20_000],
    ["20 000", 20_000],
    ["20,000", NaN],
    ["4.294.967.295", 4_294_967_295],
    ["2,5", 2.5],
  ])("that counts something, %j is %d", (text, value) => {
    expect(parseNumber(text, { whole: true })).toBe(value);
  });

  test("is read back as it was put there", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(typedNumber(value))).toBe(value + 0); // not −0
      }),
    );
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(parseNumber(typedNumber(value), { whole: true })).toBe(value);
      }),
    );
  });
});
