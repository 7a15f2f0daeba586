// PyTorch, as a process that is asked for blocks of steps.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Block, Contestant, Task } from "./contestant.js";
import { type Pytorch, pytorchProgram } from "./findPytorches.js";
import { layerList } from "./layerList.js";
import { runToSafetensors } from "../src/lib/files/runToSafetensors.js";
import { epochOrder } from "../src/training/batches/batches.js";

export async function enterPytorch(
  task: Task,
  { python, threads }: Pick<Pytorch, "python"> & { threads: number },
): Promise<Contestant> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const setup = await writeSetup(folder, task);
  const child = spawn(python, ["-c", pytorchProgram, String(threads), setup], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...threadLimits(threads) },
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async () => {
    const line = await lines.next();
    if (line.done) throw new Error("PyTorch's process has ended; what it said is above");
    return JSON.parse(line.value) as unknown;
  };
  await next(); // ready
  return {
    async run(from, count) {
      child.stdin.write(`${JSON.stringify({ from, count })}\n`);
      return (await next()) as Block;
    },
    close() {
      child.kill();
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}

/** The libraries of linear algebra keep threads of their own, which PyTorch's setting does not reach. */
function threadLimits(threads: number): Record<string, string> {
  const names = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"];
  return Object.fromEntries(names.map((name) => [name, String(threads)]));
}

/** Writes what the script reads; returns the setup's path. */
async function writeSetup(folder: string, { dataset, run }: Task): Promise<string> {
  const { seed, trainImages, batchSize, learningRate, momentum } = run.hyperparameters;
  const file = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const order = epochOrder(seed, 0, trainImages);
  const setup = {
    batchSize,
    learningRate,
    momentum,
    layers: layerList(run.topology),
    images: file("images.bin", dataset.train.images),
    labels: file("labels.bin", dataset.train.labels),
    order: file("order.bin", new Uint8Array(order.buffer)),
    weights: file("weights.safetensors", await runToSafetensors(run)),
  };
  return file("setup.json", new TextEncoder().encode(JSON.stringify(setup)));
}
