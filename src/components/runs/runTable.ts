// The table of runs: what each one changed against the base, its results, and which are compared. Sorted
// by any column. Its value is what the reader has chosen; it dispatches `input` when that changes.
import { html } from "htl";
import { MOST_COMPARED } from "./runPalette.js";
import { putInOrder } from "../parts/putInOrder.js";
import { runColumns } from "./runColumns.js";
import { type RunRow, runRow } from "./runRow.js";
import {
  baseRun,
  hasRoom,
  isNews,
  type RunChoice,
  type RunTableEvent,
  runTableMachine,
  type RunTableState,
  sortedRuns,
} from "./runTableMachine.js";
import { type SortHeader, sortHeader } from "../parts/sortHeader.js";
import type { RunRecord } from "../../lib/run/runRecord.js";

export type RunTable = HTMLElement & {
  readonly value: RunChoice;
  /** The runs have changed; what was chosen stays where it still can. */
  update(runs: readonly RunRecord[]): void;
  /** The keyboard to the name of the run, if it is there. */
  focusRun(id: string): void;
};

const FULL = `Se comparan ${MOST_COMPARED}, los que caben en una figura: quita alguno para elegir otro.`;

const hasValidation = ({ hyperparameters }: RunRecord) =>
  (hyperparameters.validationImages ?? 0) > 0;

const [accuracyColumn, ...otherColumns] = runColumns;

/** As the cells of a row stand. */
const columns = [
  { key: "name", label: "Entrenamiento" },
  accuracyColumn,
  { key: "changes", label: "Qué cambió" },
  { key: "base", label: "Base" },
  ...otherColumns,
];

/** @param options.chosenId the run of the other pages; undefined: the latest */
export function runTable(
  runs: readonly RunRecord[],
  { initial, chosenId }: { initial: RunChoice; chosenId: () => string | undefined },
): RunTable {
  let state: RunTableState = {
    runs,
    choice: initial,
    chosenId: chosenId(),
    sort: { column: "createdAt", descending: true },
  };
  const send = (event: RunTableEvent) => {
    const before = state;
    state = runTableMachine(before, event);
    show(state);
    if (isNews(state, before)) element.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const { table, show, focusRun } = runTableView(send);
  const element = table as RunTable;
  Object.defineProperty(element, "value", { get: () => structuredClone(state.choice) });
  element.update = (next) => {
    send({ type: "updated", runs: next, chosenId: chosenId() });
  };
  element.focusRun = focusRun;
  show(state);
  return element;
}

interface RunTableView {
  table: HTMLElement;
  show: (state: RunTableState) => void;
  focusRun: (id: string) => void;
}

function runTableView(send: (event: RunTableEvent) => void): RunTableView {
  const rows = new Map<string, RunRow>();
  const headers = columns.map((column) =>
    sortHeader(column, () => {
      send({ type: "sorted", column: column.key });
    }),
  );
  const body = html`<tbody></tbody>`;
  const note = html`<p class="run-table-note" role="status"></p>`;
  const table = html`<div class="run-table">${tableFrame(headers, body)}${note}</div>`;
  const rowOf = (id: string) => {
    const row = rows.get(id) ?? newRow(id, send);
    rows.set(id, row);
    return row;
  };
  return {
    table,
    show(state) {
      const sorted = sortedRuns(state);
      const order = sorted.map((run) => showRun(rowOf(run.id), { run, state }));
      putInOrder(body, order);
      for (const id of rows.keys()) if (!sorted.some((run) => run.id === id)) rows.delete(id);
      for (const header of headers) header.update(state.sort);
      table.classList.toggle("with-validation", state.runs.some(hasValidation));
      note.textContent = hasRoom(state.choice.comparedIds) ? "" : FULL;
    },
    focusRun(id) {
      rows.get(id)?.focus();
    },
  };
}

function newRow(id: string, send: (event: RunTableEvent) => void): RunRow {
  return runRow({
    compare: (isCompared) => {
      send({ type: "compared", id, isCompared });
    },
    makeBase: () => {
      send({ type: "based", id });
    },
    open: () => {
      send({ type: "opened", id });
    },
  });
}

/** The row's element, with the run as it is now. */
function showRun(
  row: RunRow,
  { run, state }: { run: RunRecord; state: RunTableState },
): HTMLElement {
  const { choice, chosenId } = state;
  row.update(run, {
    base: baseRun(state),
    isCompared: choice.comparedIds.includes(run.id),
    hasRoom: hasRoom(choice.comparedIds),
    isOpen: run.id === choice.openId,
    isChosen: run.id === chosenId,
  });
  return row.element;
}

function tableFrame(headers: readonly SortHeader[], body: HTMLElement): HTMLElement {
  return html`<div
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
}
