// The table of runs: what each one changed against the base, its results, and which are compared. Sorted
// by any column. Its value is what the reader has chosen; it dispatches `input` when that changes.
import { html } from "htl";
import { MOST_COMPARED } from "./runPalette.js";
import { putInOrder } from "../parts/putInOrder.js";
import { runColumns } from "./runColumns.js";
import { type RunRow, runRow } from "./runRow.js";
import { type Sort, sortHeader } from "../parts/sortHeader.js";
import { compareValues } from "../../lib/numbers/compareValues.js";
import { runDifferences } from "../../lib/run/runDifferences.js";
import { runName } from "../../lib/run/runName.js";
import type { RunRecord } from "../../lib/run/runRecord.js";

export interface RunChoice {
  baseId: string;
  /** At most MOST_COMPARED, in the order of the list that was handed in. */
  comparedIds: string[];
  /** The run whose card is open. */
  openId: string;
}

/** What of the chosen runs changes what is shown of them. */
function stampOf({ comparedIds, openId, baseId }: RunChoice, runs: readonly RunRecord[]): string {
  const ids = new Set([...comparedIds, openId, baseId]);
  const shown = runs.filter(({ id }) => ids.has(id));
  return JSON.stringify(
    shown.map(({ id, updatedAt, status, name, pinned, savedEpochs }) => [
      ...[id, updatedAt, status, name, pinned, savedEpochs.length],
    ]),
  );
}

export type RunTable = HTMLElement & {
  value: RunChoice;
  /** The runs have changed; what was chosen stays where it still can. */
  update(runs: readonly RunRecord[]): void;
  /** The keyboard to the name of the run, if it is there. */
  focusRun(id: string): void;
};

const [accuracyColumn, ...otherColumns] = runColumns;

/** As the cells of a row stand. */
const columns = [
  { key: "name", label: "Entrenamiento" },
  accuracyColumn,
  { key: "changes", label: "Qué cambió" },
  { key: "base", label: "Base" },
  ...otherColumns,
];

export function runTable(
  runs: readonly RunRecord[],
  { initial, chosenId }: { initial: RunChoice; chosenId: () => string | undefined },
): RunTable {
  const value: RunChoice = { ...initial };
  let shown = [...runs];
  let shownChosenId = String(chosenId());
  let sort: Sort = { column: "createdAt", descending: true };
  const note = html`<p class="run-table-note" role="status"></p>`;
  const rows = new Map<string, RunRow>();
  const headers = columns.map((column) =>
    sortHeader(column, () => {
      sortBy(column.key);
    }),
  );
  const body = html`<tbody></tbody>`;
  const place = html`<div
    class="table-scroll"
    tabindex="0"
    role="region"
    aria-label="Tabla de entrenamientos"
  >
    <table class="numbers">
      <thead>
        <tr>
          ${headers.map((header) => header.element)}
        </tr>
      </thead>
      ${body}
    </table>
  </div>`;
  const element = html`<div class="run-table">${place}${note}</div>` as unknown as RunTable;

  function emit(): void {
    draw();
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function sortBy(column: string): void {
    sort = { column, descending: sort.column === column ? !sort.descending : column !== "name" };
    draw();
  }

  function compare(id: string, isCompared: boolean): void {
    const others = value.comparedIds.filter((one) => one !== id);
    const next = new Set(isCompared ? [...others, id] : others);
    value.comparedIds = shown.map((run) => run.id).filter((one) => next.has(one));
    emit();
  }

  /** The one of the run, made when it first comes. */
  function rowOf(id: string): RunRow {
    const known = rows.get(id);
    if (known) return known;
    const row = runRow({
      compare: (isCompared) => {
        compare(id, isCompared);
      },
      makeBase: () => {
        value.baseId = id;
        emit();
      },
      open: () => {
        value.openId = id;
        emit();
      },
    });
    rows.set(id, row);
    return row;
  }

  function draw(): void {
    const base = shown.find(({ id }) => id === value.baseId) ?? shown[0]!;
    const hasRoom = value.comparedIds.length < MOST_COMPARED;
    const chosen = chosenId();
    for (const run of shown) {
      const { id } = run;
      const isCompared = value.comparedIds.includes(id);
      const state = { base, isCompared, hasRoom, isOpen: id === value.openId };
      rowOf(id).update(run, { ...state, isChosen: id === chosen });
    }
    const by = sortKey(sort.column, base);
    const sorted = [...shown].sort((a, b) => compareValues(by(a), by(b), sort));
    const order = sorted.map(({ id }) => rowOf(id).element);
    putInOrder(body, order);
    for (const id of rows.keys()) if (!shown.some((run) => run.id === id)) rows.delete(id);
    for (const header of headers) header.update(sort);
    note.textContent = hasRoom
      ? ""
      : `Se comparan ${MOST_COMPARED}, los que caben en una figura: quita alguno para elegir otro.`;
  }

  Object.defineProperty(element, "value", { get: () => structuredClone(value) });
  element.update = (next) => {
    const stamp = stampOf(value, shown) + shownChosenId;
    shown = [...next];
    shownChosenId = String(chosenId());
    const ids = new Set(next.map(({ id }) => id));
    const before = JSON.stringify(value) + stamp;
    value.comparedIds = value.comparedIds.filter((id) => ids.has(id));
    if (!ids.has(value.baseId)) value.baseId = next[0]!.id;
    if (!ids.has(value.openId)) value.openId = next[0]!.id;
    draw();
    if (JSON.stringify(value) + stampOf(value, shown) + shownChosenId !== before) {
      element.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  element.focusRun = (id) => {
    rows.get(id)?.focus();
  };
  draw();
  return element;
}

/** What the runs are sorted by. */
function sortKey(column: string, base: RunRecord): (run: RunRecord) => number | string {
  if (column === "name") return runName;
  if (column === "base") return ({ id }) => Number(id === base.id);
  if (column === "changes") return (run) => runDifferences(base, run).join("; ");
  return runColumns.find(({ key }) => key === column)!.sortBy;
}
