// The summary as the command line prints it: a line for each row that has runs.
import type { ExperimentReport, ExperimentRow } from "../../src/lib/reports/experimentReport.js";

export function summaryLines({ rows }: ExperimentReport): string[] {
  const measured = rows.filter(({ result }) => result !== undefined);
  return [`${measured.length} of ${rows.length} rows have runs.`, ...measured.map(line)];
}

/** `mirror, 10 epochs: validation 87.61 % (87.20–88.02), 3 of 5 seeds; +0.12 points on the original (−0.30–0.54)`. */
function line({ id, epochs, runs, plannedSeeds, result }: ExperimentRow): string {
  const { set, accuracy, verdict } = result!;
  const { mean, interval } = accuracy;
  const told = verdict
    ? `; ${points(verdict.difference)} points on the original${range(verdict.interval)}`
    : "";
  return `${id}, ${epochs} epochs: ${set} ${points(mean)} %${range(interval)}, ${runs.length} of ${plannedSeeds} seeds${told}`;
}

function range(interval: readonly number[] | undefined): string {
  return interval ? ` (${interval.map(points).join(" to ")})` : "";
}

function points(ratio: number): string {
  return (100 * ratio).toFixed(2);
}
