// The heading of a column by which a table can be sorted: a button that says whether it is, and how.
import { html } from "htl";

/** How a table is sorted. */
export interface Sort {
  /** Key of the column. */
  column: string;
  descending: boolean;
}

export interface SortHeader {
  element: HTMLElement;
  update(sort: Sort): void;
}

export function sortHeader(
  { key, label }: { key: string; label: string },
  sortBy: () => void,
): SortHeader {
  const arrow = html`<span aria-hidden="true"></span>`;
  const button = html`<button type="button" class="sort-button">
    ${label}${arrow}
  </button>` as HTMLButtonElement;
  button.onclick = sortBy;
  const element = html`<th scope="col">${button}</th>`;
  const update = ({ column, descending }: Sort) => {
    const isSorted = column === key;
    arrow.textContent = isSorted ? (descending ? " ▾" : " ▴") : "";
    const direction = descending ? "descending" : "ascending";
    element.setAttribute("aria-sort", isSorted ? direction : "none");
  };
  return { element, update };
}
