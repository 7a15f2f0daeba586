import fc from "fast-check";
import { expect, test } from "vitest";
import * as format from "../../../src/lib/text/format.js";

test("numbers are written as in Spain, four digits grouped too", () => {
  expect(format.formatInteger(60000)).toBe("60.000");
  expect(format.formatInteger(1000)).toBe("1.000");
  expect(format.formatDecimal(0.3098)).toBe("0,310");
  expect(format.formatDecimal(-2.5, 1)).toBe("−2,5");
  expect(format.formatNumber(0.001)).toBe("0,001");
  expect(format.formatPercent(0.8885, 2)).toBe("88,85\u00a0%");
  expect(format.formatPercent(NaN)).toBe("—");
  expect(format.formatBytes(432_414)).toBe("432 kB");
  expect(format.formatBytes(30_878_000)).toBe("30,9 MB");
});

test("a whole number keeps all its digits, and what is quoted back is not rounded", () => {
  expect(format.formatNumber(4_294_967_296)).toBe("4.294.967.296");
  expect(format.formatExact(4_294_967_296)).toBe("4.294.967.296");
  expect([1000, -0.1, 0.12345678, 1 / 3].map(format.formatExact)).toEqual([
    "1.000",
    "−0,1",
    "0,12345678",
    "0,3333333333333333",
  ]);
  expect([NaN, -Infinity, 1.5e300].map(format.formatExact)).toEqual([
    "NaN",
    "−Infinity",
    "1,5e+300",
  ]);
});

test("time left is told in minutes, and only as exactly as it is known", () => {
  expect(format.formatTimeLeft(NaN)).toBe("calculando…");
  expect(format.formatTimeLeft(12)).toBe("menos de un minuto");
  expect(format.formatTimeLeft(70)).toBe("alrededor de 1 min");
  expect(format.formatTimeLeft(870)).toBe("unos 15 min");
  expect(format.formatTimeLeft(3600 * 2 + 300)).toBe("unas 2 h 5 min");
  expect(format.formatTimeLeft(3900)).toBe("alrededor de 1 h 5 min");
  expect(format.formatTimeLeft(3600 * 3)).toBe("unas 3 h");
});

test("what is counted is told in the singular where it is one", () => {
  const seeds = (count: number) => format.formatCount(count, "semilla", "semillas");
  expect([0, 1, 2, 1000].map(seeds)).toEqual([
    "0 semillas",
    "1 semilla",
    "2 semillas",
    "1.000 semillas",
  ]);
});

test("durations are told in the two units that matter", () => {
  expect(format.formatDuration(42.4)).toBe("42 s");
  expect(format.formatDuration(1071)).toBe("17 min 51 s");
  expect(format.formatDuration(7500)).toBe("2 h 5 min");
});

test("a number that was written is the number that a reader reads", () => {
  const read = (text: string) =>
    Number(text.replaceAll(".", "").replace(",", ".").replace("−", "-"));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (value) => {
      expect(read(format.formatInteger(value))).toBe(value);
    }),
  );
  fc.assert(
    fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.nat(4), (value, decimals) => {
      const text = format.formatDecimal(value, decimals);
      expect(Math.abs(read(text) - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
      expect(text.split(",")[1]?.length ?? 0).toBe(decimals);
      expect(text).not.toContain("-");
    }),
  );
});

test("a duration never has sixty seconds or sixty minutes", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e5, noNaN: true }), (seconds) => {
      expect(format.formatDuration(seconds)).not.toMatch(/\b60 /);
      expect(format.formatTimeLeft(seconds)).not.toMatch(/\b60 /);
    }),
    { examples: [[59.5], [60], [3569], [3570], [3599.5], [3600], [7199.5]] },
  );
});
