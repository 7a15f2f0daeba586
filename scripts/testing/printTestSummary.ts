// Prints "N passed, N failed" over the result files that Vitest left in a folder; nothing where that
// line would contradict how the tests ended (a build that failed between two runs, for one).
// Usage: tsx scripts/testing/printTestSummary.ts test-results <exit status of npm test>
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Results {
  numPassedTests: number;
  numFailedTests: number;
}

/** The closing line, or undefined if the files alone do not tell how the tests ended. */
export function testSummary(folder: string, exitStatus: number): string | undefined {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  let [passed, failed] = [0, 0];
  for (const file of files.filter((name) => name.endsWith(".json"))) {
    const results = JSON.parse(readFileSync(join(folder, file), "utf8")) as Results;
    passed += results.numPassedTests;
    failed += results.numFailedTests;
  }
  const agrees = exitStatus === 0 ? passed > 0 && failed === 0 : failed > 0;
  return agrees ? `${passed} passed, ${failed} failed` : undefined;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const summary = testSummary(process.argv[2] ?? "test-results", Number(process.argv[3] ?? 0));
  if (summary !== undefined) console.log(summary);
}
