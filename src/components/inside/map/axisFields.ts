// Which two directions of the cloud the paper shows, and how far it is turned towards a third.
import { html } from "htl";
import { axisBehind, type Axes, firstAxes } from "./mapLayout.js";
import { formatPercent } from "../../../lib/text/format.js";

/** Shows nothing where there are but two directions. @param shares of the variance along each, 0–1 */
export function axisFields(shares: readonly number[], onChange: (axes: Axes) => void): HTMLElement {
  const names = shares.map((share, i) => `${i + 1}.ª (${formatPercent(share, 0)})`);
  let axes = firstAxes;
  const change = (next: Axes) => {
    axes = next;
    show();
    onChange(axes);
  };
  const horizontal = axisSelect(names, (axis) => {
    const vertical = axis === axes.vertical ? axes.horizontal : axes.vertical;
    change({ ...axes, horizontal: axis, vertical });
  });
  const vertical = axisSelect(names, (axis) => {
    const other = axis === axes.horizontal ? axes.vertical : axes.horizontal;
    change({ ...axes, vertical: axis, horizontal: other });
  });
  const turn = html`<input type="range" min="-90" max="90" step="5" />` as HTMLInputElement;
  const said = html`<output></output>`;
  turn.oninput = () => {
    change({ ...axes, degrees: turn.valueAsNumber });
  };
  function show(): void {
    horizontal.selectedIndex = axes.horizontal;
    vertical.selectedIndex = axes.vertical;
    const behind = axisBehind(axes, shares.length) ?? axes.horizontal;
    said.textContent = `${axes.degrees}° hacia la ${behind + 1}.ª`;
    turn.setAttribute("aria-valuetext", said.textContent);
  }
  turn.valueAsNumber = 0;
  show();
  return html`<div class="figure-controls" hidden=${shares.length < 3}>
    <label>Eje horizontal ${horizontal}</label><label>Eje vertical ${vertical}</label>
    <label class="map-turn">Giro ${turn} ${said}</label>
  </div>`;
}

function axisSelect(names: readonly string[], onChoice: (axis: number) => void): HTMLSelectElement {
  const select = html`<select>
    ${names.map((name) => html`<option>${name}</option>`)}
  </select>` as HTMLSelectElement;
  select.onchange = () => {
    onChoice(select.selectedIndex);
  };
  return select;
}
