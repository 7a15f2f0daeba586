import { describe, expect, test } from "vitest";
import { plan } from "./sweepPlan.js";
import type { RunRecord } from "../../../src/lib/run/runRecord.js";
import { describeChoice } from "../../../src/lib/sweep/describeSweep.js";
import type { Sweep } from "../../../src/lib/sweep/sweep.js";
import { sweepCells, sweepTally, sweepVerdict } from "../../../src/lib/sweep/sweepResults.js";

describe("the results", () => {
  const sweep: Sweep = {
    ...plan,
    axes: [plan.axes[0]!],
    id: "s",
    createdAt: 0,
    status: "finished",
    runIds: ["a", "b", "c", "d"],
  };
  const runs = (...accuracies: number[]) =>
    accuracies.map(
      (testAccuracy, i) =>
        ({ id: sweep.runIds[i]!, status: "finished", epochs: [{ testAccuracy }] }) as RunRecord,
    );
  const withStatus = (all: RunRecord[], statuses: Record<string, RunRecord["status"]>) =>
    all.map((run) => ({ ...run, status: statuses[run.id] ?? run.status }));

  test("gather the seeds of each combination", () => {
    const [first, second] = sweepCells(sweep, runs(0.7, 0.72, 0.8));
    expect(first).toMatchObject({ values: [0.001], accuracies: [0.7, 0.72] });
    expect(first!.mean).toBeCloseTo(0.71);
    expect(first!.deviation).toBeCloseTo(0.01414, 4);
    expect(second).toMatchObject({ accuracies: [0.8], deviation: NaN });
  });

  test("are those in validation where there is one", () => {
    const validated = runs(0.7, 0.72).map((run) => ({
      ...run,
      epochs: [{ validationAccuracy: 0.6 }] as RunRecord["epochs"],
    }));
    expect(sweepCells(sweep, validated)[0]).toMatchObject({ accuracies: [0.6, 0.6] });
    const base = { ...plan.base, validationImages: 500 };
    expect(describeChoice({ base })).toMatch(/en validación.*sigue cerrada/);
    expect(describeChoice(plan)).toMatch(/mirando la prueba, y eso halaga/);
  });

  test.each<[number[], RegExp]>([
    [[], /Todavía no hay ninguna/],
    [[0.7], /una sola combinación/],
    [[0.7, 0.71, 0.8, 0.81], /10,0 puntos de diferencia.*mayor que el baile/],
    [[0.7, 0.75, 0.71, 0.76], /cabe en el baile/],
    [[0.7, 0.72, 0.72, 0.74], /solo algo mayor/],
  ])("of %j are told from noise", (accuracies, sentence) => {
    expect(sweepVerdict(sweep, sweepCells(sweep, runs(...accuracies)))).toMatch(sentence);
  });

  test("leave out the runs that have not finished", () => {
    const some = withStatus(runs(0.7, 0.72, 0.8, 0.2), { c: "running", d: "stopped" });
    expect(sweepCells(sweep, some).map(({ accuracies }) => accuracies)).toEqual([[0.7, 0.72], []]);
  });

  test("tell the seeds that diverged, and do not praise those that were left", () => {
    const some = withStatus(runs(0.7, 0.71, 0.9, 0.1), { d: "diverged" });
    const cells = sweepCells(sweep, some);
    expect(cells[1]).toMatchObject({ accuracies: [0.9], diverged: 1 });
    const verdict = sweepVerdict(sweep, cells);
    expect(verdict).toMatch(/una sola combinación: tasa de aprendizaje 0,001/);
    expect(verdict).toMatch(/Con tasa de aprendizaje 0,01 divergió 1 de 2 semillas: no se compara/);
    const all = withStatus(runs(0.1, 0.1, 0.1, 0.1), {
      a: "diverged",
      b: "diverged",
      c: "diverged",
      d: "diverged",
    });
    expect(sweepVerdict(sweep, sweepCells(sweep, all))).toMatch(
      /ninguna.* divergieron 2 de 2 semillas y con .*: no se comparan/,
    );
  });

  test("count as done what needs no more training, and apart what was deleted", () => {
    const some = withStatus(runs(0.7, 0.7, 0.7, 0.7), {
      b: "diverged",
      c: "stopped",
      d: "running",
    });
    const other = { ...some[0]!, id: "of no sweep" };
    expect(sweepTally(sweep, { runs: [...some, other], deleted: [] })).toEqual({
      all: 4,
      done: 3,
      deleted: 0,
    });
    const [a, ...rest] = some;
    expect(sweepTally(sweep, { runs: rest, deleted: [a!, other] })).toEqual({
      all: 4,
      done: 2,
      deleted: 1,
    });
  });

  test("of one seed each are not judged", () => {
    const single = { ...sweep, seeds: [1], runIds: ["a", "b"] };
    expect(sweepVerdict(single, sweepCells(single, runs(0.7, 0.9)))).toMatch(/una sola semilla/);
  });
});
