// What `npm run bench -- --json` writes, as the pages know it, and what they read out of it. Only the
// rows and their origin are always there; a page shows the other parts where the run had them.
import type { Hyperparameters } from "../run/hyperparameters.js";
import type { Spread } from "../numbers/spread.js";
import { trainingSeconds } from "../run/trainingSeconds.js";
import { InternalError } from "../errors/internalError.js";

export interface BenchRow {
  /** `engine, Chromium`, `tfjs wasm, Chromium`, `PyTorch 2.6 (OpenBLAS)` … */
  contestant: string;
  threads: number;
  /** Milliseconds of a step, one batch: forward, backward, optimizer. */
  msPerStep: Spread;
  /** Seconds of the steps that 60,000 images take, without the evaluation. */
  secondsPerEpoch: number;
  /** How many times faster than the fastest PyTorch with as many threads; null where there is none to compare with. */
  ratioToPyTorch: number | null;
  /** That PyTorch; left out where there is none, and in reports of before there were several. */
  peer?: string;
}

export interface BenchKernel {
  kernel: string;
  /** How long one call takes, on one batch. */
  microseconds: number;
  /** Of the operations that the direct computation takes. */
  gflops: number;
  /** Of those really made, fewer by Winograd's algorithm; left out in older reports. */
  madeGflops?: number;
}

export interface BenchRatio {
  name: string;
  value: number;
  goal: number;
  /** Whether the goal is the most that it may be, not the least. */
  isLimit?: boolean;
}

export interface NetworkRace {
  network: string;
  /** Images of a batch; left out in older reports: 20. */
  batchSize?: number;
  rows: BenchRow[];
  /** As of the original's network. */
  kernels?: BenchKernel[];
  evaluationMs?: Spread;
}

export interface BenchReport {
  machine: string;
  /** ISO 8601. */
  date: string;
  command: string;
  rows: BenchRow[];
  /** The same race on other networks. */
  networks?: NetworkRace[];
  ratios?: BenchRatio[];
  /** Milliseconds of an evaluation on the 10,000 test images, with one thread. */
  evaluationMs?: Spread;
  /** From pressing the button to the first loss drawn, the data in memory. */
  firstLossMs?: Spread;
  liveFigures?: {
    /** A training's time with them over its time without. */
    ratio: Spread;
    /** What they take of the time of all the machine's cores while it trains. */
    processorShare: Spread;
    /** The page's, over 50 ms; in milliseconds. */
    longTasks: number[];
  };
  kernels?: BenchKernel[];
  /** What one core of the machine can compute with 128-bit vectors, measured. */
  peakGflops?: number;
}

const BROWSER_ENGINE = "engine, Chromium";

/** The engine's row in the browser with so many threads; left out: with the most that were measured. */
export function engineRow({ rows }: BenchReport, threads?: number): BenchRow | undefined {
  const engine = rows.filter(({ contestant }) => contestant === BROWSER_ENGINE);
  const wanted = threads ?? Math.max(...engine.map((row) => row.threads));
  return engine.find((row) => row.threads === wanted);
}

/** The fastest of tfjs's rows, which compute on the processor. */
export function tfjsRow({ rows }: BenchReport): BenchRow | undefined {
  return rows
    .filter(({ contestant }) => contestant.startsWith("tfjs"))
    .sort((a, b) => a.msPerStep.median - b.msPerStep.median)[0];
}

/** How many times faster the engine's step is than tfjs's, each with one thread. */
export function engineOverTfjs(report: BenchReport): number | undefined {
  const [engine, tfjs] = [engineRow(report, 1), tfjsRow(report)];
  return engine && tfjs && tfjs.msPerStep.median / engine.msPerStep.median;
}

/** Seconds of a training in the browser on the measured machine, with the threads that it has. */
export function benchSeconds(
  report: BenchReport,
  hyperparameters: Hyperparameters,
): number | undefined {
  const row = engineRow(report);
  const times = {
    msPerStep: row?.msPerStep.median ?? NaN,
    evaluationMs: report.evaluationMs?.median,
  };
  return row && trainingSeconds(times, hyperparameters);
}

/** The report that a JSON value holds. Throws an InternalError that says what was expected. */
export function parseBenchReport(value: unknown): BenchReport {
  const report = value as Partial<BenchReport> | null;
  for (const name of ["machine", "date", "command"] as const) {
    if (typeof report?.[name] !== "string") {
      throw new InternalError(`a bench report with a text "${name}" expected`);
    }
  }
  const rows = report?.rows;
  if (!Array.isArray(rows) || rows.length === 0) {
    throw new InternalError(`a bench report with "rows" expected`);
  }
  for (const { contestant, threads, msPerStep } of rows as Partial<BenchRow>[]) {
    const times = [threads, msPerStep?.median, msPerStep?.min, msPerStep?.max];
    if (!times.every((time) => typeof time === "number" && time > 0)) {
      throw new InternalError(
        `threads and msPerStep of ${contestant ?? "a row"} expected above zero`,
      );
    }
  }
  return report as BenchReport;
}
