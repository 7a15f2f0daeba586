// The gradient of the network by hand beside what the loss does when each number is moved, and their difference.
import { html } from "htl";
import type { HandPart } from "./forwardFigure.js";
import type { HandState } from "./handMachine.js";
import { scientific, shortNames } from "./handText.js";
import {
  agrees,
  type CheckedCode,
  type CheckedGradient,
  checkHandGradient,
} from "../../lib/network/byHand/checkHandGradient.js";
import type { HandGradients } from "../../lib/network/byHand/handNetwork.js";
import { formatDecimal } from "../../lib/text/format.js";

const steps = [
  { step: 0.1, text: "0,1" },
  { step: 0.001, text: "0,001" },
  { step: 1e-5, text: "0,00001" },
  { step: 1e-13, text: "0,0000000000001" },
];

type Results = { gradients: HandGradients };

/** @param code the page's own functions */
export function checkPart(code: CheckedCode): HandPart<Results> {
  let shown: { state: HandState; results: Results } | undefined;
  const chooser = html`<select
    onchange=${() => {
      draw();
    }}
  >
    ${steps.map(({ text }, i) => html`<option value=${i} selected=${i === 1}>${text}</option>`)}
  </select>` as HTMLSelectElement;
  const body = html`<tbody></tbody>`;
  const verdict = html`<p class="figure-readout" role="status"></p>`;
  function draw(): void {
    if (!shown) return;
    const { step } = steps[Number(chooser.value)]!;
    const { state, results } = shown;
    const rows = checkHandGradient(state.numbers, results.gradients, { code, step });
    body.replaceChildren(...rows.map(tableRow));
    verdict.textContent = verdictOf(rows);
  }
  return {
    element: html`<div class="hand-figure">
      <div class="figure-controls"><label>Cuánto se mueve cada número ${chooser}</label></div>
      ${checkTable(body)}${verdict}
    </div>`,
    update(state, results) {
      shown = { state, results };
      draw();
    },
  };
}

function checkTable(body: HTMLElement): HTMLElement {
  return html`<div
    class="table-scroll"
    tabindex="0"
    role="region"
    aria-label="Comprobación del gradiente"
  >
    <table class="bar-table hand-table">
      <thead>
        <tr>
          <th scope="col">Número</th>
          <th scope="col" class="number">Hacia atrás</th>
          <th scope="col" class="number">Moviéndolo</th>
          <th scope="col" class="number">Diferencia</th>
        </tr>
      </thead>
      ${body}
    </table>
  </div>`;
}

function tableRow(row: CheckedGradient, i: number): DocumentFragment {
  const { backward, moved, bends } = row;
  const difference = scientific(Math.abs(backward - moved));
  const mark = agrees(row) ? "" : bends ? "pico: " : "≠ ";
  return html.fragment`<tr>
    <th scope="row">${shortNames[i]}</th>
    <td class="number">${formatDecimal(backward + 0, 6)}</td>
    <td class="number">${formatDecimal(moved + 0, 6)}</td>
    <td class="number">${mark}${difference}</td>
  </tr>`;
}

function verdictOf(rows: readonly CheckedGradient[]): string {
  const worst = rows.reduce((a, b) =>
    Math.abs(b.backward - b.moved) > Math.abs(a.backward - a.moved) ? b : a,
  );
  const largest = `La mayor diferencia es ${scientific(Math.abs(worst.backward - worst.moved))}.`;
  const wrong = rows.flatMap((row, i) => (agrees(row) ? [] : [{ ...row, name: shortNames[i]! }]));
  if (wrong.length === 0) return `✓ Los catorce coinciden. ${largest}`;
  const unexplained = wrong.filter(({ bends }) => !bends);
  return unexplained.length === 0
    ? `${largest} Al moverlo, la ReLU se abre o se cierra, o gana otro número: ahí la pérdida tiene un pico, y las dos cuentas miran lados distintos de él.`
    : `✗ No coinciden (≠): ${unexplained.map(({ name }) => name).join("; ")}. ${largest}`;
}
