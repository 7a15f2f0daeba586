// A table of numbers in a region of its own, which scrolls where the table is larger than its place.
import { html } from "htl";

export interface ScrollableTable {
  /** Names the region. */
  label: string;
  /** Left out: none. */
  caption?: string;
  /** The text of each heading, or a cell in its place. */
  columns: readonly (string | Node)[];
  rows: readonly Node[];
  /** The table's class. */
  className?: string;
  /** Its rows scroll too. */
  tall?: boolean;
}

export function scrollableTable(table: ScrollableTable): HTMLElement {
  const { label, caption, columns, rows, className, tall = false } = table;
  const heading = (column: string | Node) =>
    typeof column === "string" ? html`<th scope="col">${column}</th>` : column;
  return html`<div
    class=${tall ? "table-scroll tall" : "table-scroll"}
    tabindex="0"
    role="region"
    aria-label=${label}
  >
    <table class=${className === undefined ? "numbers" : `numbers ${className}`}>
      ${
        caption === undefined
          ? null
          : html`<caption>
              ${caption}
            </caption>`
      }
      <thead>
        <tr>
          ${columns.map(heading)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
