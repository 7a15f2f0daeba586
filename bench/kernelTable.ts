// The kernels of a step as Markdown.
import { markdownTable, percent } from "./markdownTable.js";
import type { BenchKernel } from "../src/lib/reports/benchReport.js";
import { largeKernels, together } from "../src/lib/reports/kernelGroups.js";

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
  const { large, small } = largeKernels(kernels, leastShare);
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
    [...large, ...(small.length > 0 ? [together(`${small.length} others`, small)] : []), all].map(
      row,
    ),
  );
}
