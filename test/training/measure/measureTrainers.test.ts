import { expect, test } from "vitest";
import type { ImageSet } from "../../../src/lib/dataset/dataset.js";
import { weightsSha256 } from "../../../src/lib/run/weightsSha256.js";
import {
  measureTrainers,
  type TimedTrainer,
} from "../../../src/training/measure/measureTrainers.js";

const set: ImageSet = { images: new Uint8Array(), labels: new Uint8Array(), count: 0 };

/** Notes what it is asked; its single weight is the number of steps done. */
function fakeTrainer(name: string, asked: string[]): TimedTrainer {
  let steps = 0;
  const weights = () => [{ name: "w", shape: [1], values: Float32Array.of(steps) }];
  return {
    runSteps(from, count) {
      asked.push(`${name} ${from}+${count}`);
      steps += count;
      return Promise.resolve(new Float32Array(count));
    },
    evaluate() {
      asked.push(`${name} evaluates`);
      return Promise.resolve({
        loss: 0,
        predictions: new Uint8Array(),
        confidences: new Float32Array(),
        accuracy: NaN,
      });
    },
    readState: () => Promise.resolve({ weights: weights(), velocities: [] }),
  };
}

test("warms up an epoch, then asks all in turns for blocks that stay inside an epoch", async () => {
  const asked: string[] = [];
  const contestants = [1, 2].map((threads) => ({
    threads,
    trainer: fakeTrainer(`t${threads}`, asked),
  }));
  const progress: number[] = [];
  const measurements = await measureTrainers(contestants, {
    perEpoch: 100,
    test: set,
    onProgress: ({ done, total }) => progress.push(done / total),
  });
  expect(asked.slice(0, 4)).toEqual(["t1 0+10", "t2 0+10", "t1 10+10", "t2 10+10"]);
  const timed = asked.slice(20);
  expect(timed.slice(0, 4)).toEqual(["t1 100+50", "t2 100+50", "t1 150+50", "t2 150+50"]);
  expect(asked.slice(-2)).toEqual(["t1 evaluates", "t2 evaluates"]);
  for (const block of asked.filter((line) => line.includes("+"))) {
    const [, from, count] = /(\d+)\+(\d+)$/.exec(block)!.map(Number) as [number, number, number];
    expect(Math.floor(from / 100)).toBe(Math.floor((from + count - 1) / 100));
  }
  expect(progress.at(-1)).toBe(1);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));

  expect(measurements.map(({ threads }) => threads)).toEqual([1, 2]);
  const afterWarmUp = [{ name: "w", shape: [1], values: Float32Array.of(100) }];
  for (const { msPerStep, evaluationMs, weightsSha256: found } of measurements) {
    expect(found).toBe(await weightsSha256(afterWarmUp));
    expect(msPerStep.min).toBeLessThanOrEqual(msPerStep.median);
    expect(msPerStep.median).toBeLessThanOrEqual(msPerStep.max);
    expect(evaluationMs.max).toBeGreaterThanOrEqual(0);
  }
});
