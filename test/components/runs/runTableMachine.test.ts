import { expect, test } from "vitest";
import { MOST_COMPARED } from "../../../src/components/runs/runPalette.js";
import {
  baseRun,
  isNews,
  type RunTableEvent,
  runTableMachine,
  type RunTableState,
  sortedRuns,
} from "../../../src/components/runs/runTableMachine.js";
import { defaultHyperparameters } from "../../../src/lib/run/hyperparameters.js";
import type { RunRecord } from "../../../src/lib/run/runRecord.js";

function runOf(id: string, changes: Partial<RunRecord> = {}): RunRecord {
  return {
    id,
    version: 1,
    hyperparameters: defaultHyperparameters,
    topology: "{}",
    engine: [],
    status: "finished",
    createdAt: Number(id),
    updatedAt: 1,
    epochs: [],
    batch: 1,
    hasEvaluation: true,
    savedEpochs: [],
    detailBytes: 0,
    epochBytes: 0,
    ...changes,
  };
}

const runs = Array.from({ length: MOST_COMPARED + 2 }, (_, i) => runOf(String(i)));
const start: RunTableState = {
  runs,
  choice: { baseId: "1", comparedIds: ["0", "1"], openId: "0" },
  sort: { column: "createdAt", descending: true },
  chosenId: undefined,
};

/** The states, one an event. */
function states(...events: RunTableEvent[]): RunTableState[] {
  let state = start;
  return events.map((event) => (state = runTableMachine(state, event)));
}

function after(...events: RunTableEvent[]): RunTableState {
  return states(...events).at(-1)!;
}

const compare = (id: string, isCompared = true): RunTableEvent => ({
  type: "compared",
  id,
  isCompared,
});

test("the runs that are compared stand in the order of the list, and are few enough for a figure", () => {
  expect(after(compare("4"), compare("2")).choice.comparedIds).toEqual(["0", "1", "2", "4"]);
  expect(after(compare("4"), compare("0", false)).choice.comparedIds).toEqual(["1", "4"]);
  const all = after(...runs.map(({ id }) => compare(id)));
  expect(all.choice.comparedIds).toHaveLength(MOST_COMPARED);
});

test("a base and an open run that are gone leave their place to the first run", () => {
  const left = runs.slice(2);
  const { choice } = after({ type: "updated", runs: left, chosenId: undefined });
  expect(choice).toEqual({ baseId: "2", comparedIds: [], openId: "2" });
  expect(baseRun({ ...start, runs: left }).id).toBe("2");
});

test("a column is sorted from the largest, names from the first, and again the other way round", () => {
  const columns = ["createdAt", "createdAt", "name", "name", "accuracy"];
  const sorts = states(...columns.map((column) => ({ type: "sorted" as const, column })));
  expect(sorts.map(({ sort }) => sort.descending)).toEqual([false, true, false, true, true]);
});

test("the rows are sorted by what their column shows, and what has no number yet comes last", () => {
  const epochs = [{ epoch: 1, loss: 1, testLoss: 1, testAccuracy: 0.8, seconds: 9 }];
  const two = [
    runOf("1"),
    runOf("2", { epochs }),
    runOf("3", { name: "árbol" }),
    runOf("4", { name: "zeta" }),
  ];
  const order = (column: string, descending: boolean) =>
    sortedRuns({ ...start, runs: two, sort: { column, descending } }).map(({ id }) => id);
  expect(order("createdAt", true)).toEqual(["4", "3", "2", "1"]);
  expect(order("loss", true)[0]).toBe("2");
  expect(order("loss", false)[0]).toBe("2");
  expect(order("base", true)[0]).toBe("1");
  expect(order("name", true)[0]).toBe("4");
});

test("it is news when a choice or a chosen run changes, and none when another run does", () => {
  const update = (changed: RunRecord, chosenId?: string): RunTableState =>
    after({
      type: "updated",
      chosenId,
      runs: runs.map((run) => (run.id === changed.id ? changed : run)),
    });
  expect(isNews(update(runOf("0", { updatedAt: 2 })), start)).toBe(true);
  expect(isNews(update(runOf("5", { updatedAt: 2 })), start)).toBe(false);
  expect(isNews(update(runOf("0", { testLooks: 1 })), start)).toBe(true); // its test has been opened
  expect(isNews(update(runs[0]!, "5"), start)).toBe(true);
  expect(isNews(after({ type: "opened", id: "5" }), start)).toBe(true);
  expect(isNews(after({ type: "based", id: "5" }), start)).toBe(true);
  expect(isNews(after({ type: "sorted", column: "name" }), start)).toBe(false);
});
