// The confusion matrix as a table: a row for each true class, a column for each predicted one. Cells
// are shaded by their share of the row, and each is a button: the arrow keys walk over them, and each says what it
// counts. An input for `view()`: its value is the cell that the reader has opened.
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
  const buttons = matrix.map((row, label) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count, prediction) => {
      const images = { count, total, label: names[label]!, prediction: names[prediction]! };
      const button = imagesButton(images, () => {
        readout.textContent = describe(images);
      });
      button.tabIndex = label === 0 && prediction === 0 ? 0 : -1;
      button.onclick = () => {
        open(button, { label, prediction });
      };
      return button;
    });
  });
  const result = Object.assign(html`<div></div>`, { value: null as MatrixCell | null });
  function open(button: HTMLElement, value: MatrixCell): void {
    for (const other of buttons.flat())
      other.setAttribute("aria-pressed", String(other === button));
    result.value = value;
    result.dispatchEvent(new CustomEvent("input", { bubbles: true }));
  }
  result.append(matrixRegion(matrixTable(buttons, names)), readout);
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

/** @param show is called when the pointer or the keyboard comes to the button */
function imagesButton(images: Images, show: () => void): HTMLElement {
  const { count, total, label, prediction } = images;
  const button = html`<button
    type="button"
    class=${label === prediction ? "matrix-right" : "matrix-wrong"}
    aria-label=${describe(images)}
    aria-pressed="false"
  >
    ${formatInteger(count)}
  </button>`;
  button.style.setProperty("--share", String(count / Math.max(1, total)));
  button.onfocus = show;
  button.onpointerenter = show;
  return button;
}

function matrixTable(buttons: HTMLElement[][], names: readonly string[]): HTMLElement {
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
      ${buttons.map(
        (row, label) =>
          html`<tr>
            <th scope="row">${names[label]}</th>
            ${row.map((button) => html.fragment`<td>${button}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
  table.onkeydown = (event) => {
    walk(event, buttons);
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
  const share = `(${formatPercent(count / Math.max(1, total))})`;
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

/** Moves the focus to the neighbouring button; one at a time is in the order of Tab. */
function walk(event: KeyboardEvent, buttons: HTMLElement[][]): void {
  const move = moves[event.key];
  const row = buttons.findIndex((candidates) => candidates.includes(event.target as HTMLElement));
  if (!move || row < 0) return;
  const column = buttons[row]!.indexOf(event.target as HTMLElement);
  const next = buttons[row + move[0]]?.[column + move[1]];
  if (!next) return;
  event.preventDefault();
  buttons[row]![column]!.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
