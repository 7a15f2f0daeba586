// Times each kernel of a step in Chromium, on the real activations of a training, and what the processor
// can do at best.
import { KernelRunner } from "./kernelRunner.js";
import { CHAIN_COUNTS, flopsOfAPass, peakModule } from "./peakModule.js";
import { answer } from "../browser/answer.js";
import { fetchImages } from "../browser/fetchData.js";
import { fetchRun } from "../browser/serveTrainer.js";
import { createEngineTrainer } from "../../src/training/engine/engineTrainer.js";

export type KernelsAsked =
  | { run: string; verifiedSteps: number }
  | { from: number; count: number }
  | { countedSteps: number }
  | "peak";

/** About a millisecond or two: seldom interrupted, and long beside the clock's grain. */
const PEAK_PASSES = 100_000;
const PEAK_TRIES = 5;

let runner: KernelRunner | undefined;
let peak: Record<string, (passes: number) => void> | undefined;

answer(async (asked: KernelsAsked) => {
  if (asked === "peak") return measurePeak();
  if ("countedSteps" in asked) return runner!.work(asked.countedSteps);
  if ("run" in asked) {
    await enter(asked.run, asked.verifiedSteps);
    return "ready";
  }
  return runner!.time(asked.from, asked.count);
});

/** Rejects unless the kernels, called one by one, make the engine's step. */
async function enter(folder: string, steps: number): Promise<void> {
  const { topology, hyperparameters, checkpoint: state } = await fetchRun(folder);
  const request = { topology, hyperparameters, train: await fetchImages("train"), state };
  runner = await KernelRunner.create(request);
  const found = Array.from({ length: steps }, (_, batch) => runner!.step(batch));
  const engine = await createEngineTrainer(request);
  const expected = await engine.runSteps(0, steps);
  engine.dispose();
  if (!found.every((loss, i) => Math.fround(loss) === expected[i])) {
    throw new Error(
      `the engine's losses expected, ${[...expected].join(" ")}; found ${found.join(" ")}: ` +
        "bench/kernels/stepKernels.ts does not follow src/engine/program/program.ts",
    );
  }
}

/** GFLOP/s, the best of the counts of chains and of some tries: what gets in the way only slows. */
async function measurePeak(): Promise<number> {
  peak ??= await instantiatePeak();
  let best = 0;
  for (let round = 0; round < PEAK_TRIES; round++) {
    for (const chains of CHAIN_COUNTS) {
      const startedAt = performance.now();
      peak[`chains${chains}`]!(PEAK_PASSES);
      const seconds = (performance.now() - startedAt) / 1000;
      best = Math.max(best, (PEAK_PASSES * flopsOfAPass(chains)) / seconds / 1e9);
    }
  }
  return best;
}

async function instantiatePeak(): Promise<Record<string, (passes: number) => void>> {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1 });
  new Float32Array(memory.buffer).fill(0.5, 0, 8); // 1 · ½ + ½ = 1: no overflow, nothing denormal
  const { instance } = await WebAssembly.instantiate(peakModule(), { env: { memory } });
  return instance.exports as Record<string, (passes: number) => void>;
}
