// The table of kernels: how long each takes in a step, and at what share of the processor's peak.
import type { KernelTime, KernelWorkload } from "./kernelRunner.js";
import type { KernelsAsked } from "./kernelWorker.js";
import type { Arena } from "../browser/arena.js";
import type { BenchKernel, BenchReport } from "../../src/lib/reports/benchReport.js";
import type { Run } from "../../src/lib/run/run.js";
import { spread } from "../../src/lib/numbers/spread.js";

/** Enough for the clock's grain of 5 µs to average out, few enough to end before the system interrupts. */
const STEPS_A_BLOCK = 50;
const BLOCKS_A_ROUND = 20;
/** Then the training begins anew on the same batches; a few are left to count what is computed. */
const BLOCKS_AN_EPOCH = 55;

export async function measureKernels(
  arena: Arena,
  run: Run,
  rounds: number,
): Promise<Required<Pick<BenchReport, "kernels" | "peakGflops">>> {
  const worker = await arena.openWorker("kernelWorker.js");
  const ask = <Value>(asked: KernelsAsked) => worker.ask<Value>(asked);
  await ask({ run: await arena.offer(run) });
  const times: KernelTime[][] = [];
  const peaks: number[] = [];
  for (let block = 0; block < (rounds + 1) * BLOCKS_A_ROUND; block++) {
    const from = (block % BLOCKS_AN_EPOCH) * STEPS_A_BLOCK;
    const kernels = await ask<KernelTime[]>({ from, count: STEPS_A_BLOCK });
    if (block % BLOCKS_A_ROUND === 0) peaks.push(await ask<number>("peak"));
    if (block >= BLOCKS_A_ROUND) times.push(kernels); // the first round warms up
  }
  const work = await ask<KernelWorkload[]>("work");
  await worker.close();
  return { kernels: combine(times, work), peakGflops: Math.max(...peaks) };
}

/** @param times [block][kernel], in the order of `work` */
export function combine(
  times: readonly (readonly KernelTime[])[],
  work: readonly KernelWorkload[],
): BenchKernel[] {
  return work.map(({ kernel, flops }, i) => {
    const microseconds = spread(times.map((block) => block[i]!.microseconds)).median;
    return { kernel, microseconds, gflops: flops === 0 ? 0 : flops / microseconds / 1000 };
  });
}
