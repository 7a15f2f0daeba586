import { expect, test } from "vitest";
import * as format from "../../src/lib/format.js";

test("numbers are written as in Spain, four digits grouped too", () => {
  expect(format.formatInteger(60000)).toBe("60.000");
  expect(format.formatInteger(1000)).toBe("1.000");
  expect(format.formatDecimal(0.3098)).toBe("0,310");
  expect(format.formatDecimal(-2.5, 1)).toBe("−2,5");
  expect(format.formatNumber(0.001)).toBe("0,001");
  expect(format.formatPercent(0.8885, 2)).toBe("88,85 %");
  expect(format.formatPercent(NaN)).toBe("—");
  expect(format.formatBytes(432_414)).toBe("432 kB");
  expect(format.formatBytes(30_878_000)).toBe("30,9 MB");
});

test("time left is told in minutes, and only as exactly as it is known", () => {
  expect(format.formatTimeLeft(NaN)).toBe("calculando…");
  expect(format.formatTimeLeft(12)).toBe("menos de un minuto");
  expect(format.formatTimeLeft(70)).toBe("alrededor de 1 min");
  expect(format.formatTimeLeft(870)).toBe("unos 15 min");
  expect(format.formatTimeLeft(3600 * 2 + 300)).toBe("unas 2 h 5 min");
});

test("durations are told in the two units that matter", () => {
  expect(format.formatDuration(42.4)).toBe("42 s");
  expect(format.formatDuration(1071)).toBe("17 min 51 s");
  expect(format.formatDuration(7500)).toBe("2 h 5 min");
});
