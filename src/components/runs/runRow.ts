// A row of the table of runs. Its element and its controls stay the same whatever changes in the run, so
// that a press of the mouse that is under way, and the focus, are not lost.
import { html } from "htl";
import { runColumns } from "./runColumns.js";
import { runDifferences } from "../../lib/run/compared/runDifferences.js";
import { runName } from "../../lib/run/runName.js";
import type { RunRecord } from "../../lib/run/runRecord.js";
import { writeText } from "../parts/writeText.js";

export interface RunRowState {
  base: RunRecord;
  /** Whether it is among the runs that are compared. */
  isCompared: boolean;
  /** Whether one more can be. */
  hasRoom: boolean;
  /** Whether its card is open. */
  isOpen: boolean;
  /** Whether it is the run of the other pages. */
  isChosen: boolean;
}

export interface RunRow {
  element: HTMLElement;
  update(run: RunRecord, state: RunRowState): void;
  /** The keyboard to its name. */
  focus(): void;
}

export interface RunRowActions {
  compare: (isCompared: boolean) => void;
  makeBase: () => void;
  open: () => void;
}

export function runRow(actions: RunRowActions): RunRow {
  const { element, check, radio, button, title, changes, columns } = rowView(actions);
  return {
    element,
    update(run, state) {
      const { base, isCompared, hasRoom, isOpen, isChosen } = state;
      const name = runName(run);
      const isBase = run.id === base.id;
      element.classList.toggle("open", isOpen);
      check.setAttribute("aria-label", `Comparar «${name}»`);
      check.checked = isCompared;
      check.disabled = !isCompared && !hasRoom;
      radio.setAttribute("aria-label", `«${name}» es la base`);
      radio.checked = isBase;
      writeText(button, name);
      button.setAttribute("aria-pressed", String(isOpen));
      mark(title, marksOf(run, { isChosen }));
      const differences = isBase ? ["la base"] : runDifferences(base, run);
      writeText(changes, differences.length > 0 ? differences.join("; ") : "la misma receta");
      for (const column of columns) writeText(column.cell, column.write(run));
    },
    focus() {
      button.focus();
    },
  };
}

/** The row's elements: the accuracy stands beside the name, the other columns after the base. */
function rowView({ compare, makeBase, open }: RunRowActions) {
  const check = html`<input type="checkbox" />` as HTMLInputElement;
  check.onchange = () => {
    compare(check.checked);
  };
  const radio = html`<input type="radio" name="entrenamiento-base" />` as HTMLInputElement;
  radio.onchange = makeBase;
  const button = html`<button type="button" class="run-name"></button>` as HTMLButtonElement;
  button.onclick = open;
  const title = html`<span class="run-title">${button}</span>`;
  const changes = html`<td class="run-changes"></td>`;
  const columns = runColumns.map(({ write }) => ({ write, cell: html`<td></td>` }));
  const [accuracy, ...others] = columns.map(({ cell }) => cell);
  const element = html`<tr>
    <th scope="row"><span class="run-cell">${check}${title}</span></th>
    ${accuracy}${changes}
    <td class="run-base">${radio}</td>
    ${others}
  </tr>`;
  return { element, check, radio, button, title, changes, columns };
}

function marksOf(run: RunRecord, { isChosen }: { isChosen: boolean }): string[] {
  return [
    ...(run.pinned ? ["fijado"] : []),
    ...(run.sweepId !== undefined ? ["barrido"] : []),
    ...(isChosen ? ["en las páginas"] : []),
  ];
}

/** Behind the button, which is left where it is. */
function mark(title: HTMLElement, marks: readonly string[]): void {
  const shown = [...title.querySelectorAll(".run-mark")];
  if (shown.map(({ textContent }) => textContent).join() === marks.join()) return;
  for (const one of shown) one.remove();
  title.append(...marks.map((text) => html`<span class="run-mark">${text}</span>`));
}
