// Times trainers as `npm run bench` does: all are warmed up, then each runs a block of steps in every
// round, so that what disturbs the machine disturbs them alike. The warm-up is an epoch of its own,
// after which the weights are compared: the same bits, whoever computed them.
import { breathe } from "../loop/breathe.js";
import type { Trainer } from "../loop/trainer.js";
import type { ImageSet } from "../../lib/dataset/dataset.js";
import { spread, type Spread } from "../../lib/numbers/spread.js";
import { weightsSha256 } from "../../lib/run/weightsSha256.js";

/** What is timed of a trainer. */
export type TimedTrainer = Pick<Trainer, "runSteps" | "evaluate" | "readState">;

export interface MeasuredTrainer {
  threads: number;
  trainer: TimedTrainer;
}

export interface Measurement {
  threads: number;
  msPerStep: Spread;
  /** What evaluating the whole test set takes. */
  evaluationMs: Spread;
  /** The SHA-256 of the weights after the warm-up. */
  weightsSha256: string;
}

export interface MeasureOptions {
  /** Steps of an epoch; the warm-up takes that many. */
  perEpoch: number;
  test: ImageSet;
  onProgress?: (progress: { done: number; total: number }) => void;
}

const ROUNDS = 8;
const EVALUATIONS = 3;
/** How many parts the warm-up, one epoch, has, so that the reader sees it go on. */
const WARM_UP_PARTS = 10;

export async function measureTrainers(
  contestants: readonly MeasuredTrainer[],
  { perEpoch, test, onProgress }: MeasureOptions,
): Promise<Measurement[]> {
  const total = WARM_UP_PARTS + ROUNDS + EVALUATIONS;
  let done = 0;
  async function inTurns(rounds: number, each: Turn): Promise<number[][]> {
    const times: number[][] = contestants.map(() => []);
    for (let round = 0; round < rounds; round++) {
      for (const [i, { trainer }] of contestants.entries()) {
        const startedAt = performance.now();
        await each(trainer, round);
        times[i]!.push(performance.now() - startedAt);
      }
      onProgress?.({ done: ++done, total });
      await breathe();
    }
    return times;
  }

  const part = perEpoch / WARM_UP_PARTS;
  await inTurns(WARM_UP_PARTS, (trainer, round) => trainer.runSteps(round * part, part));
  const fingerprints = await Promise.all(contestants.map(({ trainer }) => fingerprint(trainer)));
  const block = perEpoch / 2; // a block stays inside its epoch
  const steps = await inTurns(ROUNDS, (trainer, round) =>
    trainer.runSteps(perEpoch + round * block, block),
  );
  const evaluations = await inTurns(EVALUATIONS, (trainer) => trainer.evaluate(test));
  return contestants.map(({ threads }, i) => ({
    threads,
    msPerStep: spread(steps[i]!.map((ms) => ms / block)),
    evaluationMs: spread(evaluations[i]!),
    weightsSha256: fingerprints[i]!,
  }));
}

type Turn = (trainer: TimedTrainer, round: number) => Promise<unknown>;

async function fingerprint(trainer: TimedTrainer): Promise<string> {
  return weightsSha256((await trainer.readState()).weights);
}
