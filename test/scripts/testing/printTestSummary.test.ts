import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testSummary } from "../../../scripts/testing/printTestSummary.js";

/** A folder with one result file for each pair of passed and failed tests. */
function results(...counts: [passed: number, failed: number][]): string {
  const folder = mkdtempSync(join(tmpdir(), "results-"));
  for (const [index, [numPassedTests, numFailedTests]] of counts.entries()) {
    const json = JSON.stringify({ numPassedTests, numFailedTests });
    writeFileSync(join(folder, `${index}.json`), json);
  }
  return folder;
}

test("testSummary adds the runs up", () => {
  expect(testSummary(results([120, 0], [30, 0]), 0)).toBe("150 passed, 0 failed");
  expect(testSummary(results([120, 0], [28, 2]), 1)).toBe("148 passed, 2 failed");
});

test("testSummary says nothing where the files do not tell how the tests ended", () => {
  expect(testSummary(results([120, 0]), 1)).toBeUndefined();
  expect(testSummary(results([120, 1]), 0)).toBeUndefined();
  expect(testSummary(results(), 0)).toBeUndefined();
  expect(testSummary("no such folder", 1)).toBeUndefined();
});
