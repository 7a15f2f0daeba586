// The results of the plan, a row for each variant and number of epochs: the report that the page reads.
import * as d3 from "d3";
import { type JudgedResult, judgeResult, type Truth } from "./judgeResult.js";
import { configurationOf, type PlannedRun, type Variant } from "./plan.js";
import type { ExperimentResult } from "./resultFile.js";
import { meanInterval } from "../../src/lib/numbers/meanInterval.js";
import type {
  ExperimentReport,
  ExperimentRow,
  MeanOfSeeds,
  RowResult,
} from "../../src/lib/reports/experimentReport.js";
import { pairedVerdict } from "../../src/lib/run/compared/pairedVerdict.js";
import { permalinkQuery } from "../../src/lib/run/permalink.js";
import { FINGERPRINT_DIGITS } from "../../src/lib/run/permalinkParameters.js";

/** The idea against which the others are told. */
const BASE = "original";

/** Throws an Error that names the run whose predictions do not give its accuracy. */
export function summarizeExperiments(
  variants: readonly Variant[],
  results: ReadonlyMap<PlannedRun, ExperimentResult>,
  truth: Truth,
): ExperimentReport {
  const all = [...results.values()];
  const timedOn = busiestMachine(all);
  const rows = variants.flatMap((variant) => {
    const lengths = variant.epochs.length > 0 ? variant.epochs : [0];
    return lengths.map((epochs) => {
      const ofRow = (id: string) =>
        all.filter((one) => one.variant === id && one.epochs === epochs).sort(bySeed);
      const judge = (result: ExperimentResult) => judgeResult(result, truth) ?? [];
      const hasBase = variant.part === "ideas" && variant.id !== BASE;
      const own = ofRow(variant.id);
      return {
        ...plannedRow(variant, epochs),
        diverged: own.filter(({ status }) => status === "diverged").length,
        ...measured(own.flatMap(judge), hasBase ? ofRow(BASE).flatMap(judge) : [], timedOn),
      };
    });
  });
  return {
    date: d3.max(all, ({ date }) => date) ?? "",
    machines: d3.sort(new Set(all.map(({ machine }) => machine))),
    timedOn,
    sharedImages: truth.shared.size,
    rows,
  };
}

function bySeed(a: ExperimentResult, b: ExperimentResult): number {
  return a.seed - b.seed;
}

function busiestMachine(results: readonly ExperimentResult[]): string {
  const counts = d3.rollups(
    results,
    (group) => group.length,
    ({ machine }) => machine,
  );
  return d3.greatest(counts, ([, count]) => count)?.[0] ?? "";
}

function plannedRow(variant: Variant, epochs: number) {
  const { id, part, name, seeds, goal } = variant;
  const [seed] = seeds;
  const configuration = configurationOf(variant, { epochs, seed: seed! });
  return {
    id,
    part,
    name,
    epochs,
    plannedSeeds: seeds.length,
    ...(goal !== undefined && { goal }),
    ...(configuration && { query: permalinkQuery(configuration) }),
  };
}

/** What the finished runs say. @param base those of the original, of the same epochs */
function measured(
  judged: readonly JudgedResult[],
  base: readonly JudgedResult[],
  timedOn: string,
): Pick<ExperimentRow, "runs" | "result"> {
  const runs = judged.map(({ result, judged: { seed, accuracy } }) => ({
    seed,
    accuracy,
    query: runQuery(result),
  }));
  const [first] = judged;
  return { runs, ...(first && { result: rowResult(judged, { first, base, timedOn }) }) };
}

function rowResult(
  judged: readonly JudgedResult[],
  { first, base, timedOn }: { first: JudgedResult; base: readonly JudgedResult[]; timedOn: string },
): RowResult {
  const ofImages = (all: readonly JudgedResult[]) => all.map((one) => one.judged);
  const verdict = pairedVerdict(ofImages(base), ofImages(judged));
  const timed = judged.filter(({ result }) => result.machine === timedOn);
  const seconds = d3.median(timed, ({ result }) => result.seconds);
  return {
    set: first.set,
    accuracy: meanOf(judged.map((one) => one.judged.accuracy)),
    ...(first.set === "test" && { withoutShared: meanOf(judged.map((one) => one.withoutShared)) }),
    recall: first.recall.map((_, c) => d3.mean(judged, ({ recall }) => recall[c])!),
    parameters: first.result.parameters,
    ...(seconds !== undefined && { seconds }),
    ...(verdict && { verdict }),
  };
}

function meanOf(values: readonly number[]): MeanOfSeeds {
  const interval = meanInterval(values);
  return { mean: d3.mean(values)!, ...(interval && { interval }) };
}

/** The link that gives the run again, and says whether it has the same bits. */
function runQuery({ configuration, weightsSha256 = "" }: ExperimentResult): string {
  return permalinkQuery({
    ...configuration,
    fingerprint: weightsSha256.slice(0, FINGERPRINT_DIGITS),
  });
}
