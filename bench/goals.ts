// The ratios that the engine is to reach, from the times of one run.
import { contestantNames as names } from "./contestantNames.js";
import { networkNames } from "./networks.js";
import { bestPytorch, speedup, type Times } from "./summarize.js";
import type { BenchRatio } from "../src/lib/reports/benchReport.js";

export interface NetworkTimes {
  network: string;
  times: readonly Times[];
}

interface NetworkGoals {
  /** Against the fastest PyTorch, with one thread and with two. */
  pytorch: [one: number, two: number];
  /** Two threads against one. */
  threads?: number;
}

const TFJS_GOAL = 25;
/** The most that the original may take with batch normalization, in its time without. */
const NORMALIZATION_LIMIT = 1.8;
const OTHER_NETWORKS: NetworkGoals = { pytorch: [1.5, 1.5] };
const goals: Record<string, NetworkGoals> = {
  [networkNames.original]: { pytorch: [9, 11], threads: 1.7 },
  [networkNames.normalized]: { pytorch: [1.5, 1.5], threads: 1.7 },
  [networkNames.narrow]: { pytorch: [2, 2], threads: 1.7 },
  [networkNames.wide]: { pytorch: [1.5, 1.5], threads: 1.7 },
  [networkNames.residual]: { pytorch: [1.2, 1.2], threads: 1.7 },
};

/** In the order of the networks; without those whose contestants did not take part. */
export function ratioGoals(networks: readonly NetworkTimes[]): BenchRatio[] {
  return networks.flatMap((race) => [
    ...pytorchGoals(race),
    ...tfjsGoal(race),
    ...threadsGoal(race),
    ...normalizationGoals(race),
  ]);
}

/** Against the fastest PyTorch with as many threads. */
function pytorchGoals({ network, times }: NetworkTimes): BenchRatio[] {
  const { pytorch } = goals[network] ?? OTHER_NETWORKS;
  return pytorch.flatMap((goal, i) => {
    const peer = bestPytorch(times, i + 1);
    const name = `${network}: engine against ${peer?.contestant}, threads: ${i + 1}`;
    return ratio(name, goal, [find(times, names.engine, i + 1), peer]);
  });
}

function tfjsGoal({ network, times }: NetworkTimes): BenchRatio[] {
  const tfjs = times.filter(({ contestant }) => contestant.startsWith("tfjs"));
  const name = `${network}: engine against the best stock tfjs CPU path, 1 thread`;
  return ratio(name, TFJS_GOAL, [find(times, names.engine, 1), fastestByRound(tfjs)]);
}

function threadsGoal({ network, times }: NetworkTimes): BenchRatio[] {
  const goal = (goals[network] ?? OTHER_NETWORKS).threads;
  if (goal === undefined) return [];
  const sides = [find(times, names.engine, 2), find(times, names.engine, 1)] as const;
  return ratio(`${network}: engine, 2 threads against 1`, goal, sides);
}

/** The time with batch normalization over that of the original, which ran beside it. */
function normalizationGoals({ network, times }: NetworkTimes): BenchRatio[] {
  return [1, 2].flatMap((threads) => {
    const without = find(times, names.engineOnOriginal, threads);
    const name = `${network}: time over the original's, threads: ${threads}`;
    const sides = [without, find(times, names.engine, threads)] as const;
    return ratio(name, NORMALIZATION_LIMIT, sides).map((found) => ({ ...found, isLimit: true }));
  });
}

function find(all: readonly Times[], name: string, threads: number): Times | undefined {
  return all.find((times) => times.contestant === name && times.threads === threads);
}

/** As if they were one. */
function fastestByRound(all: readonly Times[]): Pick<Times, "msPerStep"> | undefined {
  return (
    all[0] && {
      msPerStep: all[0].msPerStep.map((_, round) =>
        Math.min(...all.map(({ msPerStep }) => msPerStep[round]!)),
      ),
    }
  );
}

type Side = Pick<Times, "msPerStep"> | undefined;

/** How many times faster the one is than the other; none where one is missing. */
function ratio(name: string, goal: number, [fast, slow]: readonly [Side, Side]): BenchRatio[] {
  return fast && slow ? [{ name, value: speedup(fast, slow), goal }] : [];
}
