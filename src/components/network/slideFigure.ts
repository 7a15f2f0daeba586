// A row of numbers, the windows that a layer lays over it, and what comes out: how 28 becomes 26, and 11 only 5. Each of
// the three numbers can be changed.
import { html, svg } from "htl";
import { slidePositions } from "../../lib/network/slidePositions.js";

export interface Slide {
  /** Numbers in the row. */
  length: number;
  /** Of the window. */
  size: number;
  stride: number;
}

const MOST = { length: 40, size: 9, stride: 6 };
const CELL = 14;

export function slideFigure(initial: Slide): HTMLElement {
  const slide = { ...initial };
  const drawing = html`<div class="slide-drawing"></div>`;
  const readout = html`<p class="figure-readout" role="status"></p>`;
  const fields = (Object.keys(names) as (keyof Slide)[]).map((name) =>
    numberField(name, slide[name], (value) => {
      slide[name] = value;
      slide.size = Math.min(slide.size, slide.length);
      draw();
    }),
  );
  function draw(): void {
    drawing.replaceChildren(drawSlide(slide));
    readout.textContent = describeSlide(slide);
  }
  draw();
  return html`<div class="slide-figure">
    <div class="figure-controls">${fields}</div>
    ${drawing}${readout}
  </div>`;
}

const names = { length: "Números (n)", size: "Ventana (k)", stride: "Zancada (s)" };

function numberField(
  name: keyof Slide,
  value: number,
  onChange: (value: number) => void,
): HTMLElement {
  const input = html`<input
    type="number"
    min="1"
    max=${MOST[name]}
    step="1"
    value=${value}
  />` as HTMLInputElement;
  input.oninput = () => {
    const typed = Math.floor(input.valueAsNumber);
    if (typed >= 1 && typed <= MOST[name]) onChange(typed);
  };
  return html`<label>${names[name]} ${input}</label>`;
}

/** Cells above, the numbers that come out below, each under the middle of its window; what is lost is crossed out. */
export function drawSlide({ length, size, stride }: Slide): SVGElement {
  const { count, lost } = slidePositions(length, { size, stride });
  const cells = Array.from({ length }, (_, i) => {
    const isLost = i >= length - lost;
    const isFirst = i < size;
    return svg`<g class=${isLost ? "lost" : isFirst ? "window" : ""}>
      <rect x=${i * CELL + 1} y="1" width=${CELL - 2} height=${CELL - 2}></rect>
      ${isLost ? svg`<path d=${`M${i * CELL + 3},3l${CELL - 6},${CELL - 6}m0,${6 - CELL}l${6 - CELL},${CELL - 6}`}></path>` : null}
    </g>`;
  });
  const results = Array.from({ length: count }, (_, i) => {
    const middle = (i * stride + size / 2) * CELL;
    return svg`<g class=${i === 0 ? "window" : ""}>
      <path d=${`M${i * stride * CELL + 1},${CELL + 2}H${(i * stride + size) * CELL - 1}L${middle},${3 * CELL}Z`}></path>
      <rect x=${middle - CELL / 2 + 1} y=${3 * CELL} width=${CELL - 2} height=${CELL - 2}></rect>
    </g>`;
  });
  return svg`<svg
    viewBox=${`0 0 ${length * CELL} ${4 * CELL}`}
    width=${length * CELL}
    role="img"
    aria-label=${describeSlide({ length, size, stride })}
  >${cells}${results}</svg>`;
}

/** «⌊(11 − 2) / 2⌋ + 1 = 5: salen 5 números y se pierde 1.» */
export function describeSlide({ length, size, stride }: Slide): string {
  const { count, lost } = slidePositions(length, { size, stride });
  const rest =
    lost === 0
      ? "no se pierde ninguno"
      : lost === 1
        ? "se pierde el último"
        : `se pierden los ${lost} últimos`;
  return `⌊(${length} − ${size}) / ${stride}⌋ + 1 = ${count}: de ${length} números salen ${count}, y ${rest}.`;
}
