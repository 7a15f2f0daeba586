import { describe, expect, test } from "vitest";
import { sweepPlot } from "../../../src/components/sweep/sweepChart.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { RunRecord } from "../../../src/lib/run/runRecord.js";
import type { Sweep } from "../../../src/lib/sweep/sweep.js";
import { sweepCells } from "../../../src/lib/sweep/sweepResults.js";

const sweep: Sweep = {
  id: "s",
  createdAt: 0,
  status: "finished",
  base: defaultHyperparameters,
  seeds: [1],
  axes: [
    { name: "batchSize", values: [5, 10, 20] },
    { name: "learningRate", values: [0.01, 0.001] },
  ],
  runIds: ["a", "b", "c", "d", "e", "f"],
};
const runs = sweep.runIds.map(
  (id) => ({ id, status: "finished", epochs: [{ testAccuracy: 0.8 }] }) as RunRecord,
);

describe("the axes of a sweep's figure", () => {
  test("have the values in the order of the plan", () => {
    const plot = sweepPlot(sweep, sweepCells(sweep, runs), { width: 720 });
    expect(plot.x?.domain).toEqual(["5", "10", "20"]);
    expect(plot.y?.domain).toEqual(["0,01", "0,001"]);
  });

  test("have them with one hyperparameter too, and before all are done", () => {
    const one = { ...sweep, axes: sweep.axes.slice(0, 1), runIds: ["a", "b", "c"] };
    const plot = sweepPlot(one, sweepCells(one, runs.slice(0, 2)), { width: 720 });
    expect(plot.x?.domain).toEqual(["5", "10", "20"]);
  });

  test("go the other way round where the columns would be too narrow", () => {
    const wide = { ...sweep, axes: [{ ...sweep.axes[0]! }, ...sweep.axes.slice(1)] };
    wide.axes[0]!.values = [5, 10, 20, 40, 50];
    const plot = sweepPlot(wide, sweepCells(wide, runs), { width: 330 });
    expect(plot.x?.domain).toEqual(["0,01", "0,001"]);
    expect(plot.y?.domain).toEqual(["5", "10", "20", "40", "50"]);
  });
});
