// Who takes part: everybody on the original's network, the engine and PyTorch on the others.
import type { Arena } from "./browser/arena.js";
import { enterBrowser, type BrowserContestantOptions } from "./browser/browserContestant.js";
import type { Entry, Task } from "./contestant.js";
import { contestantNames as names } from "./contestantNames.js";
import { enterNode } from "./nodeContestant.js";
import type { Pytorch } from "./findPytorches.js";
import type { BenchNetwork } from "./networks.js";
import { enterPytorch } from "./pytorchContestant.js";

export interface Field {
  arena: Arena;
  pytorches: readonly Pytorch[];
}

type Network = Pick<BenchNetwork, "weight">;

/** Blocks that take some tenths of a second each, so that a round is short for all. */
export function enginesAndPytorch({ arena, pytorches }: Field, { weight }: Network): Entry[] {
  const stepsABlock = Math.ceil(100 / weight);
  return [
    ...engines(arena, { weight }),
    ...pytorches.flatMap(({ name, python }) =>
      [1, 2].map((threads) => ({
        name,
        threads,
        stepsABlock,
        enter: (task: Task) => enterPytorch(task, { python, threads }),
      })),
    ),
  ];
}

/** The engine in Chromium with one thread and with two. */
function engines(arena: Arena, { weight }: Network, name: string = names.engine): Entry[] {
  return [1, 2].map((threads) =>
    inBrowser(arena, {
      name,
      worker: "engineWorker",
      threads,
      stepsABlock: Math.ceil(300 / weight),
    }),
  );
}

/** The engine on another task than the others', to be timed beside them. */
export function enginesOn(arena: Arena, { task, name }: { task: Task; name: string }): Entry[] {
  return engines(arena, { weight: 1 }, name).map((entry) => {
    return { ...entry, enter: () => entry.enter(task) };
  });
}

export function allEntries(field: Field, network: Network): Entry[] {
  const { arena } = field;
  const tfjs = { worker: "tfjsWorker", threads: 1 };
  return [
    ...enginesAndPytorch(field, network),
    ...[1, 2].map((threads) => ({
      name: names.engineInNode,
      threads,
      stepsABlock: 300,
      enter: (task: Task) => enterNode(task, threads),
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
