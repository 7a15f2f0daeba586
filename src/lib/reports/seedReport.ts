// What `npm run seeds` writes: the whole recipe once a seed, with the engine and with PyTorch. One run
// says little about a recipe; how its results differ from seed to seed says what may be expected.
import * as d3 from "d3";
import { formatDecimal } from "../text/format.js";
import { InternalError } from "../errors/internalError.js";

export interface SeedRun {
  seed: number;
  /** Mean training loss of the last epoch. */
  loss: number;
  testLoss: number;
  /** 0–1. */
  testAccuracy: number;
  /** Accuracy of each class, 0–1, [10]; the engine's runs have it. */
  classAccuracy?: number[];
  /** Seconds of the whole run. */
  seconds: number;
}

export interface SeedReport {
  machine: string;
  /** ISO 8601, of the latest run. */
  date: string;
  command: string;
  epochs: number;
  engine: SeedRun[];
  pytorch: SeedRun[];
}

export type SeedFigure = "loss" | "testLoss" | "testAccuracy";

export interface SeedSummary {
  count: number;
  mean: number;
  /** Standard deviation of the sample; NaN for a single run. */
  deviation: number;
  min: number;
  max: number;
}

/** One figure over the seeds. Throws an InternalError if there is no run. */
export function summarizeSeeds(runs: readonly SeedRun[], figure: SeedFigure): SeedSummary {
  const count = runs.length;
  if (count === 0) throw new InternalError("at least one run expected, none found");
  const values = runs.map((run) => run[figure]);
  return {
    count,
    mean: d3.mean(values)!,
    deviation: d3.deviation(values) ?? NaN,
    min: Math.min(...values),
    max: Math.max(...values),
  };
}

/**
 * In Spanish: that the accuracy of a single class is mostly luck, with how far the seeds move the two that
 * move most. Where the seeds have not been run, without figures.
 * @param names of the classes, in their order
 */
export function describeClassLuck(
  report: SeedReport | undefined,
  names: readonly string[],
): string {
  const lesson = "No te fíes de una clase suelta";
  const runs = report?.engine.flatMap(({ classAccuracy }) =>
    classAccuracy ? [classAccuracy] : [],
  );
  if (!runs || runs.length < 2) return `${lesson}: baila con la semilla mucho más que la media.`;
  const ranges = names
    .map((name, c) => {
      const values = runs.map((run) => run[c]!);
      return { name: name.toLowerCase(), min: Math.min(...values), max: Math.max(...values) };
    })
    .sort((a, b) => b.max - b.min - (a.max - a.min));
  const percent = (ratio: number) => formatDecimal(100 * ratio, 1);
  const widest = ranges
    .slice(0, 2)
    .map(({ name, min, max }) => `${name}, entre ${percent(min)} y ${percent(max)}\u00a0%`);
  return `${lesson}: con la misma receta, ${runs.length} semillas dieron ${widest.join("; ")}. La media de las diez baila mucho menos.`;
}

/** The report that a JSON value holds. Throws an InternalError that says what was expected. */
export function parseSeedReport(value: unknown): SeedReport {
  const report = value as Partial<SeedReport> | null;
  if (typeof report?.epochs !== "number" || typeof report.machine !== "string") {
    throw new InternalError(`a report of seeds with "epochs" and "machine" expected`);
  }
  for (const name of ["engine", "pytorch"] as const) {
    const runs: unknown = report[name];
    if (!Array.isArray(runs) || !runs.every(isRun)) {
      throw new InternalError(`a report of seeds with a list of runs "${name}" expected`);
    }
  }
  return report as SeedReport;
}

function isRun(value: unknown): boolean {
  const run = value as Partial<SeedRun> | null;
  return [run?.seed, run?.loss, run?.testLoss, run?.testAccuracy].every(Number.isFinite);
}
