// The ratios that the engine is to reach, from the times of one run.
import { contestantNames as names } from "./contestantNames.js";
import { speedup, type Times } from "./summarize.js";
import type { BenchReport } from "../src/lib/reports/benchReport.js";

type Ratios = NonNullable<BenchReport["ratios"]>;

export interface NetworkTimes {
  network: string;
  times: readonly Times[];
}

const OTHER_NETWORKS_GOAL = 1.5;

/** In the order of the table of goals; without those whose contestants did not take part. */
export function ratioGoals(original: readonly Times[], networks: readonly NetworkTimes[]): Ratios {
  const find = (all: readonly Times[], name: string, threads: number) =>
    all.filter((times) => times.contestant === name && times.threads === threads);
  const engine = (threads: number, all = original) => find(all, names.engine, threads);
  const pytorch = (threads: number, all = original) => find(all, names.pytorch, threads);
  const tfjs = original.filter(({ contestant }) => contestant.startsWith("tfjs"));
  return [
    ratio("engine in Chromium, 1 thread, against PyTorch with 1 thread", 6, [
      engine(1),
      pytorch(1),
    ]),
    ratio("engine in Chromium, 2 threads, against PyTorch with 2 threads", 7, [
      engine(2),
      pytorch(2),
    ]),
    ratio("engine in Chromium, 1 thread, against the best stock tfjs CPU path", 25, [
      engine(1),
      tfjs,
    ]),
    ratio("engine in Chromium, 2 threads against 1", 1.5, [engine(2), engine(1)]),
    ...networks.flatMap(({ network, times }) =>
      [1, 2].map((threads) =>
        ratio(`${network}: engine against PyTorch, threads: ${threads}`, OTHER_NETWORKS_GOAL, [
          engine(threads, times),
          pytorch(threads, times),
        ]),
      ),
    ),
  ].flat();
}

/** Against the fastest of the others in each round; none where one side is missing. */
function ratio(
  name: string,
  goal: number,
  [ours, others]: [readonly Times[], readonly Times[]],
): Ratios {
  const [fast] = ours;
  if (!fast || others.length === 0) return [];
  const fastest = fast.msPerStep.map((_, round) =>
    Math.min(...others.map(({ msPerStep }) => msPerStep[round]!)),
  );
  return [{ name, value: speedup(fast, { msPerStep: fastest }), goal }];
}
