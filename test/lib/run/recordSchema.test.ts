// What the store holds, as version f8331c5 wrote it, is sound; and each thing that can be wrong with it is told.
import { describe, expect, test } from "vitest";
import { formerStore } from "../../fixtures/formerData.js";
import { damages, type StoredRun } from "./damages.js";
import { readDetails, readEpoch, readRecord } from "../../../src/lib/run/stored/recordSchema.js";
import type { Run } from "../../../src/lib/run/run.js";
import { parseEngines } from "../../../src/lib/run/engineUse.js";
import { epochState, splitRun } from "../../../src/lib/run/runRecord.js";
import { readSweep } from "../../../src/lib/sweep/sweepSchema.js";

const former = formerStore("store.json.gz");
const [run] = former.runs as StoredRun["run"][];
const stored = (): StoredRun =>
  structuredClone({
    run: run!,
    details: (former.details as StoredRun["details"][]).find(({ id }) => id === run!.id)!,
    epoch: (former.epochs as StoredRun["epoch"][]).find(({ runId }) => runId === run!.id)!,
  });

function problemOf({ run: record, details, epoch }: StoredRun): string | undefined {
  const { value, problem } = readRecord(record);
  return problem ?? readDetails(details, value.hyperparameters).problem ?? readEpoch(epoch).problem;
}

describe("a run in the store", () => {
  test("of an earlier version comes through as it is", () => {
    for (const row of former.runs as StoredRun["run"][]) {
      const engine = parseEngines(row.engine as unknown as string); // it was a phrase
      expect(readRecord(row)).toEqual({ value: { ...row, engine } });
      const own = (former.details as StoredRun["details"][]).find(({ id }) => id === row.id);
      expect(readDetails(own, row.hyperparameters)).toEqual({ value: own });
    }
    for (const row of former.epochs) expect(readEpoch(row).problem).toBeUndefined();
    for (const row of former.sweeps) expect(readSweep(row)).toEqual({ value: row });
  });

  test("of the first version comes through once it is split", () => {
    for (const row of formerStore("store-v1.json.gz").runs as Run[]) {
      const { record, details } = splitRun(row);
      expect(readRecord(record).problem).toBeUndefined();
      expect(readDetails(details, record.hyperparameters).problem).toBeUndefined();
      const state = epochState(row);
      if (state) expect(readEpoch(state).problem).toBeUndefined();
    }
  });

  test("that diverged keeps what is no number in its losses", () => {
    const { run: record } = stored();
    record.epochs[0]!.testLoss = NaN;
    expect(readRecord(record).problem).toBeUndefined();
  });

  test.each(damages)("is told damaged with $what", ({ damage, problem }) => {
    const damaged = stored();
    damage(damaged);
    expect(problemOf(damaged)).toMatch(problem);
  });
});

test.each<[string, object, RegExp]>([
  [
    "no runs",
    { runIds: [] },
    /«runIds» debería ser una lista con un entrenamiento por combinación/,
  ],
  ["no axes", { axes: undefined }, /falta «axes»/],
  ["an axis that nobody knows", { axes: [{ name: "x", values: [1] }] }, /«axes\[0\]\.name»/],
  ["text for a value", { seeds: ["1"] }, /«seeds\[0\]» debería ser un número, y es «1»/],
  ["no recipe", { base: {} }, /en «base», Épocas: hace falta/],
  ["another status", { status: 7 }, /«status»/],
])("a sweep is told damaged with %s", (_, change, problem) => {
  expect(readSweep({ ...(former.sweeps[0] as object), ...change }).problem).toMatch(problem);
});
