// The confusion matrix as a table: a row for each true class, a column for each predicted one. Cells
// are shaded by their share of the row; the arrow keys walk over them and each says what it counts. An input for
// `view()`: its value is the cell that the reader has opened, by a click, Enter or the space bar.
import { html } from "htl";
import { formatInteger, formatPercent } from "../../lib/text/format.js";

export interface MatrixCell {
  /** The true class, 0–9. */
  label: number;
  prediction: number;
}

/**
 * The table with a line below that tells of the cell that is pointed at.
 * @param matrix matrix[label][prediction] = number of images
 */
export function confusionTable(
  matrix: number[][],
  names: readonly string[],
): HTMLElement & { value: MatrixCell | null } {
  const readout = html`<p class="matrix-readout" aria-live="polite">
    Recorre las casillas con el puntero o con las flechas; con un clic o con Intro se abren sus
    imágenes.
  </p>`;
  const cells = matrix.map((row, label) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count, prediction) => {
      const images = { count, total, label: names[label]!, prediction: names[prediction]! };
      const cell = imagesCell(images, () => {
        readout.textContent = describe(images);
      });
      cell.tabIndex = label === 0 && prediction === 0 ? 0 : -1;
      cell.onclick = () => {
        open(cell, { label, prediction });
      };
      return cell;
    });
  });
  const result = Object.assign(html`<div></div>`, { value: null as MatrixCell | null });
  function open(cell: HTMLElement, value: MatrixCell): void {
    for (const other of cells.flat()) other.removeAttribute("aria-current");
    cell.setAttribute("aria-current", "true");
    result.value = value;
    result.dispatchEvent(new CustomEvent("input", { bubbles: true }));
  }
  result.append(matrixRegion(matrixTable(cells, names)), readout);
  return result;
}

function matrixRegion(table: HTMLElement): HTMLElement {
  return html`<div
    class="table-scroll matrix-scroll"
    role="region"
    aria-label="Matriz de confusión"
    tabindex="0"
  >
    ${table}
  </div>`;
}

/** @param show is called when the pointer or the keyboard comes to the cell */
function imagesCell(images: Images, show: () => void): HTMLElement {
  const { count, total, label, prediction } = images;
  const cell = html`<td class=${label === prediction ? "matrix-right" : "matrix-wrong"}>
    ${formatInteger(count)}
  </td>`;
  cell.style.setProperty("--share", String(count / Math.max(1, total)));
  cell.onfocus = show;
  cell.onpointerenter = show;
  return cell;
}

function matrixTable(cells: HTMLElement[][], names: readonly string[]): HTMLElement {
  const table = html`<table class="confusion-matrix">
    <caption class="visually-hidden">
      Matriz de confusión: filas, clase verdadera; columnas, clase predicha
    </caption>
    <thead>
      <tr>
        <th scope="col" class="matrix-corner">
          <span class="visually-hidden">Verdadera</span>
          <span aria-hidden="true">predicha →<br />verdadera ↓</span>
        </th>
        ${names.map((name) => html`<th scope="col"><span>${name}</span></th>`)}
      </tr>
    </thead>
    <tbody>
      ${cells.map(
        (row, label) =>
          html`<tr>
            <th scope="row">${names[label]}</th>
            ${row}
          </tr>`,
      )}
    </tbody>
  </table>`;
  table.onkeydown = (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault(); // the space bar would scroll
      (event.target as HTMLElement).click();
    } else walk(event, cells);
  };
  return table;
}

interface Images {
  count: number;
  /** How many images are of the true class. */
  total: number;
  label: string;
  prediction: string;
}

function describe({ count, total, label, prediction }: Images): string {
  const share = `(${formatPercent(count / total)})`;
  if (label === prediction) {
    return `${formatInteger(count)} de ${formatInteger(total)} imágenes de ${label}, acertadas ${share}.`;
  }
  const taken =
    count === 1
      ? `1 imagen de ${label} tomada`
      : `${formatInteger(count)} imágenes de ${label} tomadas`;
  return `${taken} por ${prediction} ${share}.`;
}

const moves: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus to the neighbouring cell; one cell at a time is in the order of Tab. */
function walk(event: KeyboardEvent, cells: HTMLElement[][]): void {
  const move = moves[event.key];
  const row = cells.findIndex((candidates) => candidates.includes(event.target as HTMLElement));
  if (!move || row < 0) return;
  const column = cells[row]!.indexOf(event.target as HTMLElement);
  const next = cells[row + move[0]]?.[column + move[1]];
  if (!next) return;
  event.preventDefault();
  cells[row]![column]!.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
