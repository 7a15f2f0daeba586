// The table of runs: what each one changed against the base, its results, and which are compared. Sorted
// by any column. Its value is what the reader has chosen; it dispatches `input` when that changes.
import { html } from "htl";
import { MOST_COMPARED } from "./runPalette.js";
import { runColumns } from "./runColumns.js";
import { compareValues } from "../lib/compareValues.js";
import { runDifferences } from "../lib/runDifferences.js";
import { runName } from "../lib/runName.js";
import type { RunRecord } from "../lib/runRecord.js";

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
    shown.map(({ id, updatedAt, name, pinned, savedEpochs }) => [
      ...[id, updatedAt, name, pinned, savedEpochs.length],
    ]),
  );
}

export type RunTable = HTMLElement & {
  value: RunChoice;
  /** The runs have changed; what was chosen stays where it still can. */
  update(runs: readonly RunRecord[]): void;
};

const [accuracyColumn, ...otherColumns] = runColumns;

export function runTable(
  runs: readonly RunRecord[],
  { initial, chosenId }: { initial: RunChoice; chosenId: () => string | undefined },
): RunTable {
  const value: RunChoice = { ...initial };
  let shown = [...runs];
  let shownChosenId = String(chosenId());
  let sort = { column: "createdAt", descending: true };
  const note = html`<p class="run-table-note" role="status"></p>`;
  const place = html`<div
    class="table-scroll"
    tabindex="0"
    role="region"
    aria-label="Tabla de corridas"
  ></div>`;
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

  function row(run: RunRecord, base: RunRecord): HTMLElement {
    const { id } = run;
    const name = runName(run);
    const isCompared = value.comparedIds.includes(id);
    const isFull = !isCompared && value.comparedIds.length >= MOST_COMPARED;
    const check = html`<input
      type="checkbox"
      data-key=${`compare ${id}`}
      aria-label=${`Comparar «${name}»`}
      checked=${isCompared}
      disabled=${isFull}
    />` as HTMLInputElement;
    check.onchange = () => {
      compare(id, check.checked);
    };
    const radio = html`<input
      type="radio"
      name="corrida-base"
      data-key=${`base ${id}`}
      aria-label=${`«${name}» es la base`}
      checked=${id === base.id}
    />` as HTMLInputElement;
    radio.onchange = () => {
      value.baseId = id;
      emit();
    };
    const open = html`<button
      type="button"
      class="run-name"
      data-key=${`open ${id}`}
      aria-pressed=${String(value.openId === id)}
    >
      ${name}
    </button>` as HTMLButtonElement;
    open.onclick = () => {
      value.openId = id;
      emit();
    };
    const marks = [
      run.pinned ? "fijada" : "",
      run.sweepId !== undefined ? "barrido" : "",
      id === chosenId() ? "en las páginas" : "",
    ].filter((mark) => mark !== "");
    const differences = id === base.id ? ["la base"] : runDifferences(base, run);
    return html`<tr class=${value.openId === id ? "open" : ""}>
      <th scope="row">
        <span class="run-cell"
          >${check}<span class="run-title"
            >${open}${marks.map((mark) => html`<span class="run-mark">${mark}</span>`)}</span
          ></span
        >
      </th>
      <td>${accuracyColumn.write(run)}</td>
      <td class="run-changes">
        ${differences.length > 0 ? differences.join("; ") : "la misma receta"}
      </td>
      <td class="run-base">${radio}</td>
      ${otherColumns.map(({ write }) => html`<td>${write(run)}</td>`)}
    </tr>`;
  }

  function header({ key, label }: { key: string; label: string }): HTMLElement {
    const isSorted = sort.column === key;
    const direction = sort.descending ? "descending" : "ascending";
    const button = html`<button type="button" class="sort-button" data-key=${`sort ${key}`}>
      ${label}<span aria-hidden="true">${isSorted ? (sort.descending ? " ▾" : " ▴") : ""}</span>
    </button>` as HTMLButtonElement;
    button.onclick = () => {
      sortBy(key);
    };
    return html`<th scope="col" aria-sort=${isSorted ? direction : "none"}>${button}</th>`;
  }

  function draw(): void {
    const focused = (document.activeElement as HTMLElement | null)?.dataset.key;
    const base = shown.find(({ id }) => id === value.baseId) ?? shown[0]!;
    const changes = (run: RunRecord) => runDifferences(base, run).join("; ");
    const keys = new Map<string, (run: RunRecord) => number | string>([
      ["name", (run) => runName(run)],
      ["base", (run) => Number(run.id === base.id)],
      ["changes", changes],
      ...runColumns.map(({ key, sortBy: by }) => [key, by] as const),
    ]);
    const by = keys.get(sort.column)!;
    const sorted = [...shown].sort((a, b) => compareValues(by(a), by(b), sort));
    place.replaceChildren(
      html`<table class="numbers">
        <thead>
          <tr>
            ${[
              { key: "name", label: "Corrida" },
              accuracyColumn,
              { key: "changes", label: "Qué cambió" },
              { key: "base", label: "Base" },
              ...otherColumns,
            ].map(header)}
          </tr>
        </thead>
        <tbody>
          ${sorted.map((run) => row(run, base))}
        </tbody>
      </table>`,
    );
    note.textContent =
      value.comparedIds.length >= MOST_COMPARED
        ? `Se comparan ${MOST_COMPARED}, las que caben en una figura: quita alguna para elegir otra.`
        : "";
    if (focused !== undefined) {
      place.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    }
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
  draw();
  return element;
}
