// Who takes part: everybody on the original's network, the engine and PyTorch on the others.
import type { Arena } from "./browser/arena.js";
import { enterBrowser, type BrowserContestantOptions } from "./browser/browserContestant.js";
import type { Entry } from "./contestant.js";
import { contestantNames as names } from "./contestantNames.js";
import { enterNode } from "./nodeContestant.js";
import { enterPytorch } from "./pytorchContestant.js";

/**
 * Blocks that take some tenths of a second each, so that a round is short for all.
 * @param weight how many of the original's steps take as long as one of the network's
 */
export function enginesAndPytorch(arena: Arena, weight = 1): Entry[] {
  const steps = (original: number) => Math.ceil(original / weight);
  return [
    ...[1, 2].map((threads) =>
      inBrowser(arena, {
        name: names.engine,
        worker: "engineWorker",
        threads,
        stepsABlock: steps(300),
      }),
    ),
    ...[1, 2].map((threads) => ({
      name: names.pytorch,
      threads,
      stepsABlock: steps(100),
      enter: (task: Parameters<Entry["enter"]>[0]) => enterPytorch(task, threads),
    })),
  ];
}

export function allEntries(arena: Arena): Entry[] {
  const tfjs = { worker: "tfjsWorker", threads: 1 };
  return [
    ...enginesAndPytorch(arena),
    ...[1, 2].map((threads) => ({
      name: names.engineInNode,
      threads,
      stepsABlock: 300,
      enter: (task: Parameters<Entry["enter"]>[0]) => enterNode(task, threads),
    })),
    inBrowser(arena, { ...tfjs, name: names.tfjsWasm, backend: "wasm", stepsABlock: 20 }),
    inBrowser(arena, { ...tfjs, name: names.tfjsCpu, backend: "cpu", stepsABlock: 2 }),
    ...[1, 2].map((threads) =>
      inBrowser(arena, {
        name: names.jax,
        worker: "jaxWorker",
        threads,
        stepsABlock: 3,
        isolated: threads > 1, // with memory to share it starts as many workers as it may
      }),
    ),
    inBrowser(arena, {
      name: names.convnet,
      worker: "convnetWorker",
      threads: 1,
      stepsABlock: 4,
    }),
  ];
}

function inBrowser(
  arena: Arena,
  options: BrowserContestantOptions & Pick<Entry, "name" | "stepsABlock">,
): Entry {
  const { name, threads, stepsABlock } = options;
  return { name, threads, stepsABlock, enter: (task) => enterBrowser(arena, task, options) };
}
