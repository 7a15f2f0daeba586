// The worker's side of a contestant in Chromium: fetches the data and the run, lets somebody train it,
// and answers with losses and times.
import { answer } from "./answer.js";
import { fetchBytes, fetchImages } from "./fetchData.js";
import type { Block } from "../contestant.js";
import type { ImageSet } from "../../src/lib/dataset/dataset.js";
import type { Run } from "../../src/lib/run/run.js";
import type { NamedWeight } from "../../src/lib/network/namedWeight.js";
import type { Trainer, TrainerRequest } from "../../src/training/loop/trainer.js";

export type TrainerAsked =
  /** `run` is where the run stands; `backend` is one of tfjs's. */
  { run: string; threads: number; backend?: string } | { from: number; count: number } | "evaluate";

/** What a contestant must do; few can evaluate. */
export type BenchTrainer = Pick<Trainer, "runSteps"> & Partial<Pick<Trainer, "evaluate">>;

export interface TrainerSetup extends TrainerRequest {
  threads: number;
  backend: string | undefined;
  /** The initial weights once more, a safetensors file with PyTorch's names and layout. */
  safetensors: Uint8Array;
}

export function serveTrainer(create: (setup: TrainerSetup) => Promise<BenchTrainer>): void {
  let trainer: BenchTrainer | undefined;
  let test: ImageSet | undefined;
  answer(async (asked: TrainerAsked): Promise<string | Block> => {
    if (typeof asked === "object" && "run" in asked) {
      trainer = await create(await fetchSetup(asked));
      return "ready";
    }
    if (asked === "evaluate") {
      test ??= await fetchImages("test");
      const startedAt = performance.now();
      const { loss } = await trainer!.evaluate!(test);
      return { losses: [loss], ms: performance.now() - startedAt };
    }
    const startedAt = performance.now();
    const losses = await trainer!.runSteps(asked.from, asked.count);
    return { losses: [...losses], ms: performance.now() - startedAt };
  });
}

async function fetchSetup({
  run: folder,
  threads,
  backend,
}: Extract<TrainerAsked, { run: string }>): Promise<TrainerSetup> {
  const { topology, hyperparameters, checkpoint } = await fetchRun(folder);
  return {
    topology,
    hyperparameters,
    state: checkpoint,
    threads,
    backend,
    train: await fetchImages("train"),
    safetensors: await fetchBytes(`${folder}/weights.safetensors`),
  };
}

export async function fetchRun(folder: string): Promise<Run> {
  const run = (await (await fetch(`${folder}/run.json`)).json()) as Run;
  const toFloats = ({ name, shape, values }: NamedWeight) => {
    return { name, shape, values: Float32Array.from(values) };
  };
  const { checkpoint } = run;
  return { ...run, checkpoint: { ...checkpoint, weights: checkpoint.weights.map(toFloats) } };
}
