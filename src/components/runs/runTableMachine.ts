// What the table of runs holds, and how it changes: what is compared, against which base, which run is
// open, and by which column the rows are sorted. Pure; runTable shows it.
import type { Sort } from "../parts/sortHeader.js";
import { runColumns } from "./runColumns.js";
import { MOST_COMPARED } from "./runPalette.js";
import { compareValues } from "../../lib/numbers/compareValues.js";
import { runDifferences } from "../../lib/run/compared/runDifferences.js";
import { runName } from "../../lib/run/runName.js";
import type { RunRecord } from "../../lib/run/runRecord.js";

export interface RunChoice {
  baseId: string;
  /** At most MOST_COMPARED, in the order of the list that was handed in. */
  comparedIds: string[];
  /** The run whose card is open. */
  openId: string;
}

export interface RunTableState {
  /** At least one. */
  runs: readonly RunRecord[];
  choice: RunChoice;
  sort: Sort;
  /** The run of the other pages; undefined: the latest. */
  chosenId: string | undefined;
}

export type RunTableEvent =
  | { type: "compared"; id: string; isCompared: boolean }
  | { type: "based"; id: string }
  | { type: "opened"; id: string }
  | { type: "sorted"; column: string }
  /** The runs have changed; what was chosen stays where it still can. */
  | { type: "updated"; runs: readonly RunRecord[]; chosenId: string | undefined };

export function runTableMachine(state: RunTableState, event: RunTableEvent): RunTableState {
  const { choice, runs } = state;
  switch (event.type) {
    case "compared": {
      const others = choice.comparedIds.filter((id) => id !== event.id);
      const next = new Set(event.isCompared && hasRoom(others) ? [...others, event.id] : others);
      const comparedIds = runs.flatMap(({ id }) => (next.has(id) ? id : []));
      return { ...state, choice: { ...choice, comparedIds } };
    }
    case "based":
      return { ...state, choice: { ...choice, baseId: event.id } };
    case "opened":
      return { ...state, choice: { ...choice, openId: event.id } };
    case "sorted":
      return { ...state, sort: sortedBy(event.column, state.sort) };
    case "updated":
      return { ...state, ...event, choice: choiceAmong(event.runs, choice) };
  }
}

/** Whether one more run can be compared. */
export function hasRoom(comparedIds: readonly string[]): boolean {
  return comparedIds.length < MOST_COMPARED;
}

/** A column again: the other way round; another: from the largest, names from the first. */
function sortedBy(column: string, before: Sort): Sort {
  return { column, descending: before.column === column ? !before.descending : column !== "name" };
}

/** Without the runs that are gone; the first one in the place of a base or an open run that is. */
function choiceAmong(runs: readonly RunRecord[], before: RunChoice): RunChoice {
  const ids = new Set(runs.map(({ id }) => id));
  const orFirst = (id: string) => (ids.has(id) ? id : runs[0]!.id);
  return {
    baseId: orFirst(before.baseId),
    comparedIds: before.comparedIds.filter((id) => ids.has(id)),
    openId: orFirst(before.openId),
  };
}

/** The run against which the others are described. */
export function baseRun({ runs, choice }: RunTableState): RunRecord {
  return runs.find(({ id }) => id === choice.baseId) ?? runs[0]!;
}

/** The runs in the order of their rows. */
export function sortedRuns(state: RunTableState): RunRecord[] {
  const by = sortKey(state.sort.column, baseRun(state));
  return [...state.runs].sort((a, b) => compareValues(by(a), by(b), state.sort));
}

/** What the runs are sorted by. */
function sortKey(column: string, base: RunRecord): (run: RunRecord) => number | string {
  if (column === "name") return runName;
  if (column === "base") return ({ id }) => Number(id === base.id);
  if (column === "changes") return (run) => runDifferences(base, run).join("; ");
  return runColumns.find(({ key }) => key === column)!.sortBy;
}

/** Whether what is shown of the chosen runs elsewhere on the page is another than before. */
export function isNews(state: RunTableState, before: RunTableState): boolean {
  return stampOf(state) !== stampOf(before);
}

function stampOf({ runs, choice, chosenId }: RunTableState): string {
  const ids = new Set([...choice.comparedIds, choice.openId, choice.baseId]);
  const shown = runs.filter(({ id }) => ids.has(id));
  const marks = shown.map(({ id, updatedAt, status, name, pinned, savedEpochs, testLooks }) => [
    id,
    updatedAt,
    status,
    name,
    pinned,
    savedEpochs.length,
    testLooks,
  ]);
  return JSON.stringify([choice, chosenId, marks]);
}
