// Keeps a report where docs/performance.md and the site read it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, platform, release, totalmem } from "node:os";
import { reportMarkdown } from "./resultTables.js";
import { replaceMarked } from "../scripts/replaceMarked.js";
import type { BenchReport } from "../src/lib/reports/benchReport.js";

const FOLDER = "bench/results";
const DOCUMENT = "docs/performance.md";

export function writeReport(report: BenchReport): void {
  if (report.rows.length === 0)
    throw new Error("a report with contestants expected; none took part");
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/latest.json`, `${JSON.stringify(report, null, 2)}\n`);
  const document = readFileSync(DOCUMENT, "utf8");
  writeFileSync(DOCUMENT, replaceMarked(document, "bench", reportMarkdown(report)));
}

/** The machine in a line, with the programs that matter. */
export function describeMachine(chromium: string): string {
  const [first] = cpus();
  return [
    first?.model.trim() ?? "unknown processor",
    `${cpus().length} cores`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${platform()} ${release()}`,
    `Node ${process.versions.node}`,
    `Chromium ${chromium}`,
  ].join(", ");
}
