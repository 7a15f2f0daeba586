// The file of the seeds' results: read at the start, written whole after each run.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import {
  parseSeedReport,
  type SeedReport,
  type SeedRun,
} from "../../src/lib/reports/seedReport.js";

/** What the site shows. */
export const SEED_FILE = "src/reference/seeds.json";

export type Who = "engine" | "pytorch";

export interface SeedFile {
  report: SeedReport;
  has(who: Who, seed: number): boolean;
  /** Adds the run, in the order of the seeds, and writes the file. */
  add(who: Who, run: SeedRun): void;
}

/** Throws if the file's runs are of another number of epochs, unless they are to be made `again`. */
export function openSeedFile(
  path: string,
  { again, ...now }: Pick<SeedReport, "machine" | "command" | "epochs"> & { again: boolean },
): SeedFile {
  const report: SeedReport = { ...now, date: "", engine: [], pytorch: [] };
  if (existsSync(path) && !again) {
    const found = parseSeedReport(JSON.parse(readFileSync(path, "utf8")));
    if (found.epochs !== now.epochs) {
      throw new Error(
        `${path} holds runs of ${found.epochs} epochs, ${now.epochs} asked: ` +
          "--again makes all anew, --out names another file",
      );
    }
    Object.assign(report, found, { machine: now.machine, command: now.command });
  }
  return {
    report,
    has: (who, seed) => report[who].some((run) => run.seed === seed),
    add(who, run) {
      report[who] = [...report[who], run].sort((a, b) => a.seed - b.seed);
      report.date = new Date().toISOString();
      writeFileSync(`${path}.new`, `${JSON.stringify(report, null, 2)}\n`);
      renameSync(`${path}.new`, path);
    },
  };
}
