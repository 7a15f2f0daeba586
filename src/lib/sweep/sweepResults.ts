// What a sweep has given so far: for each combination of values, the accuracies of its seeds, their mean
// and how far the seeds are apart; and a sentence that tells a difference from what the seeds alone do.
import * as d3 from "d3";
import { formatDecimal, formatPercent } from "../text/format.js";
import type { HyperparameterValue } from "../run/hyperparameters.js";
import { heldOutAccuracy } from "../run/heldOut/heldOut.js";
import { isOver } from "../run/run.js";
import type { RunRecord } from "../run/runRecord.js";
import type { Sweep } from "./sweep.js";
import { axisLabel, axisValueText } from "./sweepAxis.js";

export interface SweepCell {
  /** One value of each axis, in their order. */
  values: HyperparameterValue[];
  /** 0–1, in validation or, in a sweep without it, in the test; of the seeds whose run has finished: after some of the epochs it would say something else. */
  accuracies: number[];
  /** How many seeds ended in a loss that is no number. */
  diverged: number;
  /** NaN without any. */
  mean: number;
  /** Standard deviation of the sample; NaN for less than two. */
  deviation: number;
}

/** What was varied: all that a verdict needs to know of a sweep. */
export type SweepQuestion = Pick<Sweep, "axes" | "seeds">;

/** One cell for each combination, in the order in which they are trained. */
export function sweepCells(
  { axes, seeds, runIds }: Pick<Sweep, "axes" | "seeds" | "runIds">,
  runs: readonly RunRecord[],
): SweepCell[] {
  const byId = new Map(runs.map((run) => [run.id, run]));
  const combinations = axes.reduce<HyperparameterValue[][]>(
    (list, { values }) => list.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  );
  return combinations.map((values, i) => {
    const ids = runIds.slice(i * seeds.length, (i + 1) * seeds.length);
    const own = ids.flatMap((id) => byId.get(id) ?? []);
    const finished = own.filter(({ status }) => status === "finished");
    const accuracies = finished.flatMap(({ epochs }) => heldOutAccuracy(epochs.at(-1)) ?? []);
    const diverged = own.filter(({ status }) => status === "diverged").length;
    return { values, accuracies, diverged, ...summary(accuracies) };
  });
}

/** What a sweep's runs have given. */
export interface SweepTally {
  all: number;
  /** Kept, and in need of no more training. */
  done: number;
  /** By the reader; they can still come back. */
  deleted: number;
}

export function sweepTally(
  { runIds }: Sweep,
  { runs, deleted }: { runs: readonly RunRecord[]; deleted: readonly RunRecord[] },
): SweepTally {
  const ids = new Set(runIds);
  return {
    all: runIds.length,
    done: runs.filter((run) => ids.has(run.id) && isOver(run)).length,
    deleted: deleted.filter(({ id }) => ids.has(id)).length,
  };
}

/** A difference of so many deviations of the seeds is taken for one; below the other, for none. */
const CLEAR = 2;
const NOISE = 1;

/**
 * The best combination against the next one, in Spanish; no probability is made up. One of which some
 * seeds diverged is not compared: the mean of those that were left would praise it.
 */
export function sweepVerdict(sweep: SweepQuestion, cells: readonly SweepCell[]): string {
  const diverged = describeDiverged(sweep, cells);
  const isSound = ({ diverged: count }: SweepCell) => count === 0;
  const comparison = compareBest(sweep, cells.filter(isSound));
  return diverged === undefined ? comparison : `${comparison} ${diverged}`;
}

function compareBest(sweep: SweepQuestion, cells: readonly SweepCell[]): string {
  const [best, second] = rankedCells(cells);
  if (!best) return "Todavía no hay ninguna combinación que comparar.";
  const name = (cell: SweepCell) => combinationName(sweep, cell);
  if (!second)
    return `De momento hay una sola combinación: ${name(best)}, ${formatPercent(best.mean)}.`;
  const difference = best.mean - second.mean;
  const lead =
    `La mejor media es la de ${name(best)} (${formatPercent(best.mean)}); la siguiente, la de ` +
    `${name(second)} (${formatPercent(second.mean)}): ${points(difference)} de diferencia.`;
  const noise = pooledDeviation(cells);
  if (Number.isNaN(noise)) {
    return `${lead} Con una sola semilla no se puede saber si es por el cambio o por el azar: repite con más.`;
  }
  return `${lead} Al cambiar solo la semilla, la exactitud se desvía ${points(noise)}. ${judge(difference, noise)}`;
}

/** Those that have something to compare, the best first. */
export function rankedCells(cells: readonly SweepCell[]): SweepCell[] {
  return cells
    .filter(({ accuracies, diverged }) => accuracies.length > 0 && diverged === 0)
    .sort((a, b) => b.mean - a.mean);
}

/** «Con tasa de aprendizaje 1 divergieron 2 de 3 semillas: no se compara.»; undefined if none did. */
function describeDiverged(sweep: SweepQuestion, cells: readonly SweepCell[]): string | undefined {
  const some = cells.filter(({ diverged }) => diverged > 0);
  if (some.length === 0) return undefined;
  const seeds = sweep.seeds.length;
  const list = some.map((cell) => {
    const verb = cell.diverged === 1 ? "divergió" : "divergieron";
    const of = `${cell.diverged} de ${seeds} ${seeds === 1 ? "semilla" : "semillas"}`;
    return `con ${combinationName(sweep, cell)} ${verb} ${of}`;
  });
  const text = new Intl.ListFormat("es").format(list);
  const end = some.length === 1 ? "no se compara" : "no se comparan";
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}: ${end}.`;
}

/** «tasa de aprendizaje 0,01 y tamaño de lote 20». */
export function combinationName({ axes }: SweepQuestion, { values }: SweepCell): string {
  const parts = axes.map(
    ({ name }, i) => `${axisLabel(name).toLowerCase()} ${axisValueText(name, values[i]!)}`,
  );
  return parts.join(" y ");
}

function judge(difference: number, noise: number): string {
  if (difference >= CLEAR * noise) {
    return "La diferencia es mayor que el baile de las semillas: parece cosa del cambio.";
  }
  if (difference <= NOISE * noise) {
    return "La diferencia cabe en el baile de las semillas: no dice que una sea mejor.";
  }
  return "La diferencia es solo algo mayor que el baile de las semillas: con más semillas se vería mejor.";
}

function points(ratio: number): string {
  return `${formatDecimal(100 * ratio, 1)} puntos`;
}

/** The deviation between seeds, pooled over the cells with two or more by their degrees of freedom; NaN without any. */
function pooledDeviation(cells: readonly SweepCell[]): number {
  const repeated = cells.filter(({ accuracies }) => accuracies.length > 1);
  const freedom = repeated.reduce((sum, { accuracies }) => sum + accuracies.length - 1, 0);
  const squares = repeated.reduce(
    (sum, { accuracies, deviation }) => sum + (accuracies.length - 1) * deviation ** 2,
    0,
  );
  return Math.sqrt(squares / freedom);
}

function summary(values: readonly number[]): { mean: number; deviation: number } {
  return { mean: d3.mean(values) ?? NaN, deviation: d3.deviation(values) ?? NaN };
}
