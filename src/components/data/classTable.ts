// The classes by label: the Spanish name of each, and the original's English one.
import { html } from "htl";
import type { ClassName } from "../../lib/dataset/classNames.js";

export function classTable(classNames: readonly ClassName[]): HTMLElement {
  return html`<table class="bar-table">
    <thead>
      <tr>
        <th scope="col">Etiqueta</th>
        <th scope="col">Aquí</th>
        <th scope="col">En el original</th>
      </tr>
    </thead>
    <tbody>
      ${classNames.map(
        ({ spanish, english }, label) => html.fragment`<tr>
          <th scope="row">${label}</th>
          <td>${spanish}</td>
          <td lang="en">${english}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
