// A report of the bench as Markdown, for the terminal and for docs/performance.md.
import type { BenchReport, BenchRow } from "../src/lib/reports/benchReport.js";
import type { Spread } from "../src/lib/numbers/spread.js";

const EVALUATION_GOAL_MS = 500;
const FIRST_LOSS_GOAL_MS = 300;
const LIVE_FIGURES_GOAL = 1.05;

/** Whole, with the machine and the command; parts that the run left out are left out. */
export function reportMarkdown(report: BenchReport): string {
  const { machine, date, command, rows, networks = [] } = report;
  return [
    `Machine: ${machine}.  \nMeasured: ${date.slice(0, 10)}, with \`${command}\`.`,
    rows.length > 0 ? rowTable(rows) : "",
    ...networks
      .filter(({ rows }) => rows.length > 0)
      .map(({ network, rows }) => `**${network}**\n\n${rowTable(rows)}`),
    goalTable(report),
    kernelTable(report),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

export function rowTable(rows: readonly BenchRow[]): string {
  return table(
    ["contestant", "threads", "ms a step: median (min–max)", "s an epoch", "times PyTorch's speed"],
    rows.map(({ contestant, threads, msPerStep, secondsPerEpoch, ratioToPyTorch }) => [
      contestant,
      String(threads),
      spreadText(msPerStep, 2),
      secondsPerEpoch.toFixed(1),
      ratioToPyTorch?.toFixed(2) ?? "–",
    ]),
  );
}

/** What was to be reached, and what was. */
export function goalTable(report: BenchReport): string {
  const { ratios = [], evaluationMs, firstLossMs, liveFigures } = report;
  const rows = ratios.map(({ name, value, goal }) => [
    name,
    `at least ${goal} ×`,
    `${value.toFixed(2)} ×`,
  ]);
  if (evaluationMs) {
    const goal = `at most ${EVALUATION_GOAL_MS} ms`;
    rows.push(["evaluation of 10,000 images, 1 thread", goal, `${spreadText(evaluationMs, 0)} ms`]);
  }
  if (firstLossMs) {
    const goal = `at most ${FIRST_LOSS_GOAL_MS} ms`;
    rows.push([
      "from *Entrenar* to the first loss drawn",
      goal,
      `${spreadText(firstLossMs, 0)} ms`,
    ]);
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

/** With each kernel's share of the step, and of the peak where it computes. */
export function kernelTable({ kernels = [], peakGflops }: BenchReport): string {
  if (kernels.length === 0 || peakGflops === undefined) return "";
  const total = kernels.reduce((sum, { microseconds }) => sum + microseconds, 0);
  const flops = kernels.reduce((sum, { microseconds, gflops }) => sum + microseconds * gflops, 0);
  const row = (kernel: string, microseconds: number, gflops: number) => [
    kernel,
    microseconds.toFixed(1),
    percent(microseconds / total),
    gflops === 0 ? "–" : gflops.toFixed(1),
    gflops === 0 ? "–" : percent(gflops / peakGflops),
  ];
  return table(
    ["kernel", "µs a step", "of the step", "GFLOP/s", `of the peak, ${peakGflops.toFixed(1)}`],
    [
      ...kernels.map(({ kernel, microseconds, gflops }) => row(kernel, microseconds, gflops)),
      row("all", total, flops / total),
    ],
  );
}

function spreadText({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

function inPercent({ median, min, max }: Spread): Spread {
  return { median: 100 * median, min: 100 * min, max: 100 * max };
}

function percent(ratio: number): string {
  return `${Math.round(100 * ratio)} %`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
