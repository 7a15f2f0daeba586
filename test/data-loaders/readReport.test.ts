import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readReport } from "../../data-loaders/readReport.js";

const path = join(mkdtempSync(join(tmpdir(), "report-")), "latest.json");
const parse = (value: unknown) => {
  if (typeof value !== "number") throw new TypeError("a number expected");
  return 2 * value;
};

test("a report that no program has written yet is null", () => {
  expect(readReport(path, parse)).toBeNull();
});

test("a report is parsed", () => {
  writeFileSync(path, "21");
  expect(readReport(path, parse)).toBe(42);
});

test.each([
  ['"text"', "a number expected"],
  ["{", "JSON"],
])("the content %s is refused, naming the file", (content, message) => {
  writeFileSync(path, content);
  expect(() => readReport(path, parse)).toThrow(message);
  expect(() => readReport(path, parse)).toThrow(path);
});
