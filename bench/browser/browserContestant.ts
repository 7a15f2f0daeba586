// A contestant in Chromium, as the program that drives the race sees it.
import type { Arena } from "./arena.js";
import type { TrainerAsked } from "./serveTrainer.js";
import type { Block, Contestant, Task } from "../contestant.js";

export interface BrowserContestantOptions {
  /** A file of bench/browser/, without its ending. */
  worker: string;
  threads: number;
  /** With which tfjs computes; left out: another contestant. */
  backend?: string;
  /** Whether the page may share memory between threads. */
  isolated?: boolean;
}

export interface BrowserContestant extends Contestant {
  /** Evaluates the 10,000 test images; the block's one loss is their mean. */
  evaluate(): Promise<Block>;
}

export async function enterBrowser(
  arena: Arena,
  { run }: Pick<Task, "run">,
  { worker, threads, backend, isolated = true }: BrowserContestantOptions,
): Promise<BrowserContestant> {
  const folder = await arena.offer(run);
  const opened = await arena.openWorker(`${worker}.js`, { isolated });
  const request = (asked: TrainerAsked) => opened.ask<Block>(asked);
  await request({ run: folder, threads, ...(backend !== undefined && { backend }) });
  return {
    run: (from, count) => request({ from, count }),
    evaluate: () => request("evaluate"),
    close: () => opened.close(),
  };
}
