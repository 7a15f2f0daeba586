// Where the `console` that a cell sees appears: under the cell, as it would in a terminal.
import { html } from "htl";
import { formatCount } from "../../lib/text/format.js";
import { type ConsoleLine, createConsole } from "./createConsole.js";
import type { LoggedTable } from "./tabulate.js";

const MOST_LINES = 200;

export interface CellConsole {
  /** For one run of the cell; deaf once the condition no longer holds. */
  consoleWhile(isLatest: () => boolean): Console;
  clear(): void;
}

/** @param output the element that the lines are put in; hidden while there are none */
export function cellConsole(output: HTMLElement): CellConsole {
  const clear = () => {
    output.replaceChildren();
    output.hidden = true;
    output.removeAttribute("tabindex");
  };
  const write = (line: ConsoleLine) => {
    output.append(lineElement(line));
    while (output.childElementCount > MOST_LINES) output.firstElementChild!.remove();
    output.hidden = false;
    if (isScrollable(output)) output.tabIndex = 0; // by keyboard as well
  };
  return {
    consoleWhile: (isLatest) =>
      createConsole(
        (line) => {
          if (isLatest()) write(line);
        },
        () => {
          if (isLatest()) clear();
        },
      ),
    clear,
  };
}

function isScrollable({ scrollHeight, clientHeight, scrollWidth, clientWidth }: Element): boolean {
  return scrollHeight > clientHeight || scrollWidth > clientWidth;
}

function lineElement({ level, text, depth, table }: ConsoleLine): HTMLElement {
  const line = document.createElement("div");
  line.className = `cell-console-line ${level}`;
  if (depth > 0) line.style.paddingLeft = `${1.5 * depth}em`;
  line.append(...(table ? tableElements(table) : [text]));
  return line;
}

function tableElements({ columns, rows, left }: LoggedTable): (HTMLElement | string)[] {
  const table = html`<table>
    <thead>
      <tr>
        <th scope="col">Índice</th>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ index, cells }) =>
          html`<tr>
            <th scope="row">${index}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
  return left > 0 ? [table, `… y ${formatCount(left, "fila", "filas")} más`] : [table];
}
