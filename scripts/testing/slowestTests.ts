// What took the time of the tests: the slowest files and tests of all the result files that Vitest left.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** What we read of Vitest's JSON report. Times in milliseconds. */
export interface Results {
  testResults: {
    name: string;
    startTime: number;
    endTime: number;
    assertionResults: { fullName: string; duration?: number | null }[];
  }[];
}

const ROWS = 12;

export function readResults(folder: string): Results[] {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Results);
}

/** The slowest files, then the slowest tests, a line each, with their seconds. */
export function slowestTable(results: readonly Results[], rows = ROWS): string {
  const files = results.flatMap(({ testResults }) => testResults);
  const fileTimes = files.map(({ name, startTime, endTime }) => ({
    name: relative(".", name),
    ms: endTime - startTime,
  }));
  const testTimes = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      name: `${fullName} (${relative(".", name)})`,
      ms: duration ?? 0,
    })),
  );
  return [
    "Slowest files",
    ...slowest(fileTimes, rows),
    "Slowest tests",
    ...slowest(testTimes, rows),
  ].join("\n");
}

function slowest(times: readonly { name: string; ms: number }[], rows: number): string[] {
  return times
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, rows)
    .map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${name.trim()}`);
}
