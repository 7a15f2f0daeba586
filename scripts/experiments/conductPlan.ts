// Runs what the plan asks for and nobody has run, one after the other, each written as soon as it is finished; or runs
// what has been run again, to see that the bits are the same. Says how far it is, and how long it will take.
import { expectedSeconds } from "./expectedSeconds.js";
import type { ExperimentOptions } from "./experimentOptions.js";
import { type PlannedRun, runTitle } from "./plan.js";
import { type ExperimentResult, writeResult } from "./resultFile.js";
import { MACHINE, type TrainContext, trainExperiment } from "./trainExperiment.js";

export interface Conduct extends TrainContext {
  options: Pick<ExperimentOptions, "limit" | "minutes" | "verify" | "folder">;
  /** What is there already; what is finished joins it. */
  results: Map<PlannedRun, ExperimentResult>;
  print: (line: string) => void;
}

/** The runs whose fingerprint is another than their file's. Resolves between two runs when it is to stop. */
export async function conductPlan(
  chosen: readonly PlannedRun[],
  conduct: Conduct,
): Promise<PlannedRun[]> {
  const { options, results, control, print } = conduct;
  const todo = chosen.filter((run) => results.has(run) === options.verify).slice(0, options.limit);
  print(
    `${chosen.length - todo.length} of ${chosen.length} runs not to be made, ${todo.length} to be made.`,
  );
  const clock = startClock(options.minutes);
  const different: PlannedRun[] = [];
  for (const [index, run] of todo.entries()) {
    if (!clock.allows(expectedSeconds(run, results, MACHINE))) {
      print(`Stopped: the next run would not end within ${options.minutes} minutes.`);
      break;
    }
    const result = await trainExperiment(run, conduct);
    if (!result) break;
    const earlier = results.get(run);
    if (earlier) {
      if (!isSame(earlier, result)) different.push(run);
      print(`${runTitle(run)}: ${comparison(earlier, result)}`);
    } else {
      writeResult(options.folder, run, result);
      results.set(run, result);
      print(progressLine(result, { run, todo, index, results }));
    }
    if (control.wish === "stop") break;
  }
  return different;
}

function startClock(minutes: number) {
  const startedAt = performance.now();
  return {
    /** @param seconds of the next run; undefined: not known */
    allows: (seconds = 0) => (performance.now() - startedAt) / 1000 + seconds < 60 * minutes,
  };
}

function isSame(a: ExperimentResult, b: ExperimentResult): boolean {
  return a.status === b.status && a.weightsSha256 === b.weightsSha256;
}

function comparison(earlier: ExperimentResult, result: ExperimentResult): string {
  const place = `${earlier.machine} on ${earlier.date.slice(0, 10)}`;
  if (isSame(earlier, result)) return `the same bits as ${place}`;
  const print = ({ weightsSha256, status }: ExperimentResult) =>
    weightsSha256?.slice(0, 16) ?? status;
  return `OTHER BITS than ${place}: ${print(result)}, not ${print(earlier)}`;
}

interface Progress {
  run: PlannedRun;
  todo: readonly PlannedRun[];
  index: number;
  results: ReadonlyMap<PlannedRun, ExperimentResult>;
}

/** `[3/70] mirror, 10 epochs, seed 1: validation 87.60 %, 21 s; 31 min left`. */
function progressLine(result: ExperimentResult, { run, todo, index, results }: Progress): string {
  const later = todo.slice(index + 1).map((one) => expectedSeconds(one, results, MACHINE));
  const known = later.every((seconds) => seconds !== undefined);
  const left = known ? timeLeft(later.reduce((sum, seconds) => sum + seconds, 0)) : "unknown";
  return `[${index + 1}/${todo.length}] ${runTitle(run)}: ${outcome(result)}, ${result.seconds.toFixed(0)} s; ${left} left`;
}

function outcome({ validation, test, status }: ExperimentResult): string {
  if (validation) return `validation ${percent(validation.accuracy)}`;
  return test ? `test ${percent(test.accuracy)}` : status;
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(2)} %`;
}

function timeLeft(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
