// The kernels of a step of training, those that belong together told as one.
import type { BenchKernel } from "./benchReport.js";

/** The layer of a group's name: `layers forward` is what all of them do forward. */
export const ALL_LAYERS = "layers";

/**
 * The kernels that take so much of the step, and the others. In a deep network none does: there all the layers' kernels
 * of one task count as one.
 * @param leastShare 0–1
 */
export function largeKernels(
  kernels: readonly BenchKernel[],
  leastShare: number,
): { large: BenchKernel[]; small: BenchKernel[] } {
  const whole = kernels.reduce((sum, { microseconds }) => sum + microseconds, 0);
  const isLarge = ({ microseconds }: BenchKernel) => microseconds >= leastShare * whole;
  const told = kernels.some(isLarge) ? kernels : byTask(kernels);
  return { large: told.filter(isLarge), small: told.filter((kernel) => !isLarge(kernel)) };
}

/** As if they were one kernel. */
export function together(kernel: string, kernels: readonly BenchKernel[]): BenchKernel {
  const sum = (value: (kernel: BenchKernel) => number) =>
    kernels.reduce((total, each) => total + value(each), 0);
  const microseconds = sum((each) => each.microseconds);
  const speed = (gflops: (kernel: BenchKernel) => number) =>
    microseconds === 0 ? 0 : sum((each) => each.microseconds * gflops(each)) / microseconds;
  return {
    kernel,
    microseconds,
    gflops: speed(({ gflops }) => gflops),
    madeGflops: speed(({ gflops, madeGflops = gflops }) => madeGflops),
  };
}

/** `conv1 forward` and `conv2 forward` as `layers forward`; what is of no layer stays as it is. */
function byTask(kernels: readonly BenchKernel[]): BenchKernel[] {
  const tasks = new Map<string, BenchKernel[]>();
  for (const kernel of kernels) {
    const name = kernel.kernel.replace(/^\S+ /, `${ALL_LAYERS} `);
    tasks.set(name, [...(tasks.get(name) ?? []), kernel]);
  }
  return [...tasks].map(([name, all]) => together(name, all));
}
