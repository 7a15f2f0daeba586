// Which neurons dropout turns off in one step, and another draw on a button. A neuron that is off is
// told by its cross, not only by its colour.
import { html, svg } from "htl";
import { formatPercent } from "../../lib/text/format.js";
import { RandomStream } from "../../lib/numbers/random.js";

const NEURONS_A_ROW = 10;
const SPACING = 34;

export interface DropoutFigureOptions {
  seed?: number;
  neurons?: number;
}

/** @param rate the probability that a neuron is turned off, 0–1 */
export function dropoutFigure(
  rate: number,
  { seed = 42, neurons = 50 }: DropoutFigureOptions = {},
): HTMLElement {
  let draw = 0;
  const view = html`<div></div>`;
  const readout = html`<p class="figure-readout" role="status"></p>`;

  function show(): void {
    const random = new RandomStream(seed, "sample", draw);
    const isOff = Array.from({ length: neurons }, () => random.uniform() < rate);
    const off = isOff.filter(Boolean).length;
    readout.textContent = `Sorteo ${draw + 1}: ${off} de ${neurons} neuronas apagadas (${formatPercent(off / neurons, 0)}); se esperaba un ${formatPercent(rate, 0)}.`;
    view.replaceChildren(neuronGrid(isOff));
    draw++;
  }

  show();
  return html`<div class="dropout-figure">
    ${view}${readout}
    <button type="button" onclick=${show}>Otro sorteo</button>
  </div>`;
}

function neuronGrid(isOff: boolean[]): SVGElement {
  const rows = Math.ceil(isOff.length / NEURONS_A_ROW);
  const neurons = isOff.map((off, i) => {
    const x = SPACING * ((i % NEURONS_A_ROW) + 0.5);
    const y = SPACING * (Math.floor(i / NEURONS_A_ROW) + 0.5);
    return off
      ? svg`<g class="neuron off" transform=${`translate(${x},${y})`}><circle r="12"/><path d="M-5,-5L5,5M-5,5L5,-5"/></g>`
      : svg`<g class="neuron" transform=${`translate(${x},${y})`}><circle r="12"/></g>`;
  });
  const off = isOff.filter(Boolean).length;
  return svg`<svg viewBox=${`0 0 ${SPACING * NEURONS_A_ROW} ${SPACING * rows}`} role="img"
    aria-label=${`${isOff.length} neuronas, ${off} de ellas apagadas`}>${neurons}</svg>`;
}
