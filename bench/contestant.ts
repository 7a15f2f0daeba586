// What is compared: anybody who trains a network on given batches from given weights.
import type { Dataset } from "../src/lib/dataset/dataset.js";
import type { Run } from "../src/lib/run/run.js";

export interface Block {
  /** Mean loss of each batch. */
  losses: number[];
  /** Milliseconds of the whole block, up to the last loss. */
  ms: number;
}

export interface Contestant {
  /** Runs the batches `from` … `from + count − 1` of the run's first epoch. */
  run(from: number, count: number): Promise<Block>;
  close(): Promise<void>;
}

export interface Task {
  dataset: Dataset;
  /** With its network and its initial weights. */
  run: Run;
}

export interface Entry {
  name: string;
  threads: number;
  /** Fewer steps where one takes long. */
  stepsABlock: number;
  /** Undefined, with a word on stderr, where it cannot take part on this machine. */
  enter(task: Task): Promise<Contestant | undefined>;
}
