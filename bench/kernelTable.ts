// The kernels of a step as Markdown.
import { markdownTable, percent } from "./markdownTable.js";
import type { BenchKernel } from "../src/lib/reports/benchReport.js";

/**
 * With each kernel's share of the step and, where it computes, of the peak: once as if all was computed directly,
 * once by the operations really made, where the report has them. Empty without kernels.
 *
 * @param options.leastShare of the step, below which kernels are told together
 */
export function kernelTable(
  kernels: readonly BenchKernel[],
  peakGflops: number | undefined,
  { leastShare = 0 } = {},
): string {
  if (kernels.length === 0 || peakGflops === undefined) return "";
  const all = together("all", kernels);
  const isLarge = ({ microseconds }: BenchKernel) => microseconds >= leastShare * all.microseconds;
  const small = kernels.filter((kernel) => !isLarge(kernel));
  const hasMade = kernels.some(({ madeGflops }) => madeGflops !== undefined);
  const row = ({ kernel, microseconds, gflops, madeGflops = gflops }: BenchKernel) => {
    const speeds = (value: number) =>
      value === 0 ? ["–", "–"] : [value.toFixed(1), percent(value / peakGflops)];
    const share = percent(microseconds / all.microseconds);
    const made = hasMade ? speeds(madeGflops) : [];
    return [kernel, microseconds.toFixed(1), share, ...speeds(gflops), ...made];
  };
  const peak = `of the peak, ${peakGflops.toFixed(1)}`;
  return markdownTable(
    ["kernel", "µs a step", "of the step", "GFLOP/s", peak, ...(hasMade ? ["made", peak] : [])],
    [
      ...kernels.filter(isLarge),
      ...(small.length > 0 ? [together(`${small.length} others`, small)] : []),
      all,
    ].map(row),
  );
}

/** As if they were one kernel. */
function together(kernel: string, kernels: readonly BenchKernel[]): BenchKernel {
  const sum = (value: (kernel: BenchKernel) => number) =>
    kernels.reduce((total, each) => total + value(each), 0);
  const microseconds = sum((each) => each.microseconds);
  const speed = (gflops: (kernel: BenchKernel) => number) =>
    sum((each) => each.microseconds * gflops(each)) / microseconds;
  return {
    kernel,
    microseconds,
    gflops: speed(({ gflops }) => gflops),
    madeGflops: speed(({ gflops, madeGflops = gflops }) => madeGflops),
  };
}
