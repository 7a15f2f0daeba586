// What the experiments say, in Spanish: of the reader's bet, of each idea, and of what has not been measured.
import * as d3 from "d3";
import type { ExperimentReport, ExperimentRow } from "./experimentReport.js";
import { classNames } from "../dataset/classNames.js";
import { describeVerdict } from "../run/compared/pairedVerdict.js";
import { machineInSpanish } from "./machineInSpanish.js";
import { formatCount, formatDecimal, formatPercent } from "../text/format.js";

const dateFormat = new Intl.DateTimeFormat("es", { dateStyle: "long", timeZone: "UTC" });

/** The rows of the ideas with so many epochs. */
export function ideaRows({ rows }: ExperimentReport, epochs: number): ExperimentRow[] {
  return rows.filter((row) => row.part === "ideas" && row.epochs === epochs);
}

/** The numbers of epochs with which the ideas are trained. */
export function ideaLengths({ rows }: ExperimentReport): number[] {
  const lengths = rows.filter(({ part }) => part === "ideas").map(({ epochs }) => epochs);
  return d3.sort(new Set(lengths));
}

/** What one may bet on: all the ideas but the original and what comes of the others. */
export function betOptions(report: ExperimentReport): { id: string; name: string }[] {
  const [length] = ideaLengths(report);
  const ideas = ideaRows(report, length!);
  return ideas.filter(({ id, query }) => id !== "original" && query !== undefined);
}

/** What came of the bet. @param bet the id of an idea */
export function describeBet(rows: readonly ExperimentRow[], bet: string): string {
  const own = rows.find(({ id }) => id === bet);
  const told = own ? `Apostaste por «${own.name}».` : "Has hecho tu apuesta.";
  const compared = rows.filter(({ result }) => result?.verdict);
  const best = d3.greatest(compared, ({ result }) => result!.verdict!.difference);
  if (!best) return `${told} Todavía no está medido: aquí saldrá la tabla.`;
  if (!own?.result?.verdict) return `${told} Esa idea no está medida todavía.`;
  const { difference } = best.result!.verdict!;
  if (difference <= 0) return `${told} De momento, ninguna idea supera a la red del original.`;
  if (best === own)
    return `${told} Por ahora es la que más sube de media. Mira el intervalo antes de celebrarlo.`;
  return `${told} La que más sube de media es «${best.name}», ${formatDecimal(100 * difference, 1)} puntos; la tuya, ${formatDecimal(100 * own.result.verdict.difference, 1)}.`;
}

/** One sentence for each idea that has pairs with the original. */
export function ideaVerdicts(rows: readonly ExperimentRow[]): string[] {
  return rows.flatMap(({ name, result }) =>
    result?.verdict ? [describeVerdict(result.verdict, { change: name, set: result.set })] : [],
  );
}

/** Where the numbers come from, or what has not been measured. */
export function describeMeasured(
  rows: readonly ExperimentRow[],
  { machines, timedOn, date }: Pick<ExperimentReport, "machines" | "timedOn" | "date">,
): string {
  const missing = rows.filter(({ result }) => !result);
  if (missing.length === rows.length)
    return `Todavía no está medido nada de esta tabla. ${withoutRuns(rows)}`;
  const others = machines.length > 1 ? " (otras máquinas dieron parte de los resultados)" : "";
  const left =
    missing.length === 0 ? "" : ` Sin medir: ${missing.map(({ name }) => name).join("; ")}.`;
  return `Media de las semillas, con su intervalo del 95 %. Tiempos de ${machineInSpanish(timedOn)}${others}, ${dateFormat.format(new Date(date))}.${left}`;
}

function withoutRuns(rows: readonly ExperimentRow[]): string {
  const open = rows.filter(({ query }) => query === undefined);
  if (open.length === rows.length) return "Las recetas se elegirán antes por validación.";
  return "Las recetas ya elegidas se pueden entrenar con su enlace.";
}

/** «87,6 %, entre 87,2 y 88,0». */
export function describeMean({
  mean,
  interval,
}: {
  mean: number;
  interval?: readonly number[];
}): string {
  const range = interval?.map((end) => formatDecimal(100 * end, 1)).join(" y ");
  return `${formatPercent(mean)}${range === undefined ? "" : `, entre ${range}`}`;
}

/** «de Camisa, 65 %, a Pantalón, 97 %»: the class that is found least, and the one that is found most. */
export function describeSpread(recall: readonly number[]): string {
  const [least, most] = [d3.leastIndex(recall), d3.greatestIndex(recall)].map(
    (c) => `${classNames[c!]!.spanish}, ${formatPercent(recall[c!]!, 0)}`,
  );
  return `de ${least}, a ${most}`;
}

/** «3 de 5», with those that diverged. */
export function describeSeeds({ runs, plannedSeeds, diverged }: ExperimentRow): string {
  const lost = diverged === 0 ? "" : ` (${formatCount(diverged, "se disparó", "se dispararon")})`;
  return `${runs.length} de ${plannedSeeds}${lost}`;
}
