// A report of the bench as Markdown, for the terminal and for docs/performance.md.
import { kernelTable } from "./kernelTable.js";
import { markdownTable as table, percent } from "./markdownTable.js";
import type {
  BenchRatio,
  BenchReport,
  BenchRow,
  NetworkRace,
} from "../src/lib/reports/benchReport.js";
import type { Spread } from "../src/lib/numbers/spread.js";

const EVALUATION_GOAL_MS = 500;
const NETWORK_EVALUATION_GOAL_MS = 1500;
const FIRST_LOSS_GOAL_MS = 300;
const LIVE_FIGURES_GOAL = 1.05;
const ORIGINAL_BATCH_SIZE = 20;
/** Of the kernels of the other networks, those that take so much of a step are told one by one. */
const NAMED_SHARE = 0.05;

/** Whole, with the machine and the command; parts that the run left out are left out. */
export function reportMarkdown(report: BenchReport): string {
  const { machine, date, command, rows, networks = [], kernels = [], peakGflops } = report;
  return [
    `Machine: ${machine}.  \nMeasured: ${date.slice(0, 10)}, with \`${command}\`.`,
    rows.length > 0 ? rowTable(rows) : "",
    ...networks
      .filter(({ rows }) => rows.length > 0)
      .map((race) => `${networkTitle(race)}\n\n${rowTable(race.rows)}`),
    goalTable(report),
    kernelTable(kernels, peakGflops),
    ...networks
      .filter(({ kernels = [] }) => kernels.length > 0)
      .map((race) => {
        const options = { leastShare: NAMED_SHARE };
        return `${networkTitle(race)}\n\n${kernelTable(race.kernels!, peakGflops, options)}`;
      }),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

export function rowTable(rows: readonly BenchRow[]): string {
  const isNamed = rows.some(({ peer }) => peer !== undefined);
  return table(
    [
      "contestant",
      "threads",
      "ms a step: median (min–max)",
      "s an epoch",
      "times PyTorch's speed",
      ...(isNamed ? ["the fastest PyTorch"] : []),
    ],
    rows.map(({ contestant, threads, msPerStep, secondsPerEpoch, ratioToPyTorch, peer }) => [
      contestant,
      String(threads),
      spreadText(msPerStep, 2),
      secondsPerEpoch.toFixed(1),
      ratioToPyTorch?.toFixed(2) ?? "–",
      ...(isNamed ? [peer ?? "–"] : []),
    ]),
  );
}

function networkTitle({ network, batchSize = ORIGINAL_BATCH_SIZE }: NetworkRace): string {
  return `**${network}**, ${batchSize} images a batch`;
}

/** What was to be reached, and what was. */
export function goalTable(report: BenchReport): string {
  const { ratios = [], evaluationMs, networks = [], firstLossMs, liveFigures } = report;
  const rows = ratios.map(ratioRow);
  const evaluated = "evaluation of 10,000 images, 1 thread";
  if (evaluationMs) rows.push(timeRow(evaluated, EVALUATION_GOAL_MS, evaluationMs));
  for (const { network, evaluationMs } of networks) {
    if (!evaluationMs) continue;
    rows.push(timeRow(`${network}: ${evaluated}`, NETWORK_EVALUATION_GOAL_MS, evaluationMs));
  }
  if (firstLossMs) {
    rows.push(timeRow("from *Entrenar* to the first loss drawn", FIRST_LOSS_GOAL_MS, firstLossMs));
  }
  if (liveFigures) {
    const goal = `at most ${LIVE_FIGURES_GOAL} ×`;
    const found = `${spreadText(liveFigures.ratio, 3)} ×`;
    rows.push(["training time with the live figures against without", goal, found]);
    const { processorShare, longTasks } = liveFigures;
    rows.push([
      "processor time of the live figures, of all the cores' while it trains",
      `at most ${percent(LIVE_FIGURES_GOAL - 1)}`,
      `${spreadText(inPercent(processorShare), 1)} %`,
    ]);
    const longest = longTasks.length === 0 ? "" : `, the longest ${Math.max(...longTasks)} ms`;
    rows.push([
      "tasks of the page over 50 ms while it trains",
      "none",
      `${longTasks.length}${longest}`,
    ]);
  }
  return rows.length === 0 ? "" : table(["goal", "", "measured"], rows);
}

function ratioRow({ name, value, goal, isLimit = false }: BenchRatio): string[] {
  return [name, `at ${isLimit ? "most" : "least"} ${goal} ×`, `${value.toFixed(2)} ×`];
}

function timeRow(name: string, goalMs: number, found: Spread): string[] {
  return [name, `at most ${goalMs} ms`, `${spreadText(found, 0)} ms`];
}

function spreadText({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

function inPercent({ median, min, max }: Spread): Spread {
  return { median: 100 * median, min: 100 * min, max: 100 * max };
}
