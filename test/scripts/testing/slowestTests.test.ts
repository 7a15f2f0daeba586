import { resolve } from "node:path";
import { expect, test } from "vitest";
import { slowestTable } from "../../../scripts/testing/slowestTests.js";

const file = (name: string, durations: number[]) => ({
  name: resolve(name),
  startTime: 1000,
  endTime: 1000 + durations.reduce((sum, duration) => sum + duration, 0),
  assertionResults: durations.map((duration, index) => ({ fullName: ` test ${index}`, duration })),
});

test("slowestTable tells the slowest files and tests of all runs, slowest first", () => {
  const unit = { testResults: [file("test/a.test.ts", [200, 1500])] };
  const site = { testResults: [file("test/site/b.test.ts", [4000]), file("test/c.test.ts", [1])] };
  expect(slowestTable([unit, site], 2).split("\n")).toEqual([
    "Slowest files",
    "    4.0 s  test/site/b.test.ts",
    "    1.7 s  test/a.test.ts",
    "Slowest tests",
    "    4.0 s  test 0 (test/site/b.test.ts)",
    "    1.5 s  test 1 (test/a.test.ts)",
  ]);
});
