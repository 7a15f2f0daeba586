import { describe, expect, test } from "vitest";
import { runColumns } from "../../../../src/components/runs/runColumns.js";
import { trainingStatus } from "../../../../src/components/training/panel/trainingStatus.js";
import { formatPercent } from "../../../../src/lib/text/format.js";
import { defaultHyperparameters } from "../../../../src/lib/run/hyperparameters.js";
import type { Evaluation } from "../../../../src/lib/network/metrics.js";
import type { EpochResult, Run } from "../../../../src/lib/run/run.js";
import { joinRun, splitRun } from "../../../../src/lib/run/runRecord.js";

const evaluation: Evaluation = {
  loss: 0.434,
  predictions: new Uint8Array(),
  confidences: new Float32Array(),
  accuracy: 0.832,
};
const epoch: EpochResult = {
  epoch: 1,
  loss: 0.5,
  testLoss: 0.445,
  testAccuracy: 0.8297,
  seconds: 40,
};

/** Stopped 20 seconds into an epoch. */
function stopped(values: Partial<Run>, epochs: EpochResult[] = []): Run {
  const sums = { epochLoss: 0, epochImages: 0, epochSeconds: 20, thousandLoss: 0 };
  return {
    id: "a",
    version: 1,
    hyperparameters: defaultHyperparameters,
    topology: "{}",
    engine: [{ kind: "engine", threads: 1 }],
    status: "stopped",
    createdAt: 0,
    updatedAt: 0,
    history: { curve: [], thousands: [], epochs },
    checkpoint: {
      batch: 4000,
      weights: [],
      velocities: [],
      sums: { ...sums, thousandBatches: 0, pointLoss: 0, pointImages: 0 },
    },
    ...values,
  };
}

const shown = (run: Run) => {
  const { record } = splitRun(run);
  return runColumns.slice(0, 3).map(({ write, sortBy }) => [write(record), sortBy(record)]);
};

describe("what a run gets on the test images", () => {
  test("is what its evaluation says, in the last sentence and in the table", () => {
    const run = stopped({ evaluation }, [epoch]);
    expect(trainingStatus.ended(run)).toContain(
      `Exactitud en la prueba: ${formatPercent(0.832, 2)}, en 1 min`,
    );
    expect(shown(run)).toEqual([
      [formatPercent(0.832, 2), 0.832],
      ["0,500", 0.5],
      ["0,434", 0.434],
    ]);
  });

  test("is there before the first epoch has ended", () => {
    const run = stopped({ evaluation });
    expect(trainingStatus.ended(run)).toContain(
      `${formatPercent(0.832, 2)}, en 20 s con motor propio (1 hilo)`,
    );
    expect(shown(run)).toEqual([
      [formatPercent(0.832, 2), 0.832],
      ["—", NaN],
      ["0,434", 0.434],
    ]);
  });

  test("is that of the latest epoch for a run that was kept without it", () => {
    const older = { ...evaluation };
    delete older.accuracy;
    const run = stopped({ evaluation: older }, [epoch]);
    expect(trainingStatus.ended(run)).toContain(formatPercent(0.8297, 2));
    expect(shown(run)[0]).toEqual([formatPercent(0.8297, 2), 0.8297]);
    expect(splitRun(run).record).not.toHaveProperty("evaluated");
  });

  test("is not there before any evaluation", () => {
    expect(trainingStatus.ended(stopped({}))).not.toContain("Exactitud");
    expect(shown(stopped({}))[0]).toEqual(["—", NaN]);
  });

  test("is no part of the run that its record and its details make", () => {
    const run = stopped({ evaluation }, [epoch]);
    const { record, details } = splitRun(run);
    expect(joinRun(record, details)).toEqual(run);
  });
});
