// The table of kernels: how long each takes in a step, and at what share of the processor's peak.
import type { KernelTime, KernelWorkload } from "./kernelRunner.js";
import type { KernelsAsked } from "./kernelWorker.js";
import type { Arena } from "../browser/arena.js";
import type { BenchKernel, BenchReport } from "../../src/lib/reports/benchReport.js";
import { batchesPerEpoch, type Run } from "../../src/lib/run/run.js";
import { spread } from "../../src/lib/numbers/spread.js";

/** Of the original's: enough for the clock's grain of 5 µs to average out, and soon over. */
const STEPS_A_BLOCK = 50;
const BLOCKS_A_ROUND = 20;
/** Blocks are shorter for a network whose steps are longer, and in the end fewer. */
const LEAST_STEPS = 2;
const LEAST_BLOCKS = 3;
/** Of the original's: 20 must be the engine's own, 50 tell how many gradients live. */
const VERIFIED_STEPS = 20;
const COUNTED_STEPS = 50;

export async function measureKernels(
  arena: Arena,
  { run, weight }: { run: Run; weight: number },
  rounds: number,
): Promise<Required<Pick<BenchReport, "kernels" | "peakGflops">>> {
  const fewer = (steps: number) => Math.max(LEAST_STEPS, Math.ceil(steps / weight));
  const stepsABlock = fewer(STEPS_A_BLOCK);
  const counted = fewer(COUNTED_STEPS);
  const steps = STEPS_A_BLOCK * BLOCKS_A_ROUND;
  const blocksARound = Math.max(LEAST_BLOCKS, Math.round(steps / weight / stepsABlock));
  const perEpoch = batchesPerEpoch(run.hyperparameters);
  const blocksAnEpoch = Math.floor((perEpoch - counted) / stepsABlock);
  const worker = await arena.openWorker("kernelWorker.js");
  const ask = <Value>(asked: KernelsAsked) => worker.ask<Value>(asked);
  await ask({ run: await arena.offer(run), verifiedSteps: fewer(VERIFIED_STEPS) });
  const times: KernelTime[][] = [];
  const peaks: number[] = [];
  for (let block = 0; block < (rounds + 1) * blocksARound; block++) {
    const from = (block % blocksAnEpoch) * stepsABlock;
    const kernels = await ask<KernelTime[]>({ from, count: stepsABlock });
    if (block % blocksARound === 0) peaks.push(await ask<number>("peak"));
    if (block >= blocksARound) times.push(kernels); // the first round warms up
  }
  const work = await ask<KernelWorkload[]>({ countedSteps: counted });
  await worker.close();
  return { kernels: combine(times, work), peakGflops: Math.max(...peaks) };
}

/** @param times [block][kernel], in the order of `work` */
export function combine(
  times: readonly (readonly KernelTime[])[],
  work: readonly KernelWorkload[],
): BenchKernel[] {
  return work.map(({ kernel, flops, made }, i) => {
    const microseconds = spread(times.map((block) => block[i]!.microseconds)).median;
    const gflops = (operations: number) =>
      microseconds === 0 ? 0 : operations / microseconds / 1000; // it may be faster than the clock
    return { kernel, microseconds, gflops: gflops(flops), madeGflops: gflops(made) };
  });
}
