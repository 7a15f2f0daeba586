// The numbers behind a figure, folded away until the reader asks for them; made only then.
import { html } from "htl";

export interface DataTable {
  columns: readonly string[];
  /** Already formatted; the first of each row names it. */
  rows: readonly (readonly string[])[];
}

export function dataTable(data: () => DataTable): HTMLElement {
  const details = html`<details class="data-table">
    <summary>Ver los datos</summary>
  </details>` as HTMLDetailsElement;
  details.ontoggle = () => {
    if (!details.open) return;
    details.querySelector(".table-scroll")?.remove();
    details.append(table(data()));
  };
  return details;
}

function table({ columns, rows }: DataTable): HTMLElement {
  return html`<div
    class="table-scroll tall"
    tabindex="0"
    role="region"
    aria-label="Datos de la figura"
  >
    <table class="numbers">
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...cells]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
