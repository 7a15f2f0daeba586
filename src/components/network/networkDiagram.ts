// The way of the data through a network: a volume for each shape, and between them the layers that
// turn one into the next. Layers that keep the shape are named under the volume they act on.
import { html, svg } from "htl";
import type { LayerRow } from "../../lib/network/describeLayers.js";
import { formatShape } from "./networkSummary.js";

const HEIGHT = 190;
const MIDDLE = 72;
const GAP = 68;
/** The drawn side of the largest image, in units of the drawing. */
const LARGEST_SIDE = 76;
const SLICE_OFFSET = 1.4;
const VECTOR_WIDTH = 12;

interface Stage {
  shape: number[];
  /** The layer that gave this shape, then those that keep it. */
  layers: LayerRow[];
}

/** @param rows as `describeLayers` gives them, the input first */
export function networkDiagram(rows: readonly LayerRow[]): HTMLElement {
  const stages = groupByShape(rows);
  const largest = Math.max(...stages.map(({ shape }) => (shape.length === 3 ? shape[0]! : 1)));
  const longest = Math.max(...stages.map(({ shape }) => (shape.length === 1 ? shape[0]! : 1)));
  let x = 16;
  const drawings: SVGElement[] = [];
  for (const [i, { shape, layers }] of stages.entries()) {
    if (i > 0) {
      drawings.push(arrow(x, layers[0]!.name));
      x += GAP;
    }
    const { node, width } =
      shape.length === 3 ? volume(shape, x, largest) : vector(shape, x, longest);
    drawings.push(node, shapeLabel({ shape, layers }, x + width / 2));
    x += width;
  }
  const steps = stages.map(
    ({ shape, layers }) =>
      `${layers.map(({ name, type }) => `${name}, ${type}`).join("; ")}: ${formatShape(shape)}`,
  );
  const drawing = svg`<svg viewBox=${`0 0 ${x + 44} ${HEIGHT}`}
    role="img" aria-label=${`Camino de los datos. ${steps.join(". ")}.`}>${drawings}</svg>`;
  return html`<div
    class="table-scroll network-diagram"
    tabindex="0"
    role="region"
    aria-label="Diagrama de la red"
  >
    ${drawing}
  </div>`;
}

function groupByShape(rows: readonly LayerRow[]): Stage[] {
  const stages: Stage[] = [];
  for (const row of rows) {
    const last = stages.at(-1);
    if (last && formatShape(last.shape) === formatShape(row.outputShape)) last.layers.push(row);
    else stages.push({ shape: row.outputShape, layers: [row] });
  }
  return stages;
}

/** More maps than these are not told apart, and two thousand would leave no room for the rest. */
const MOST_SLICES = 64;

/** A pile of feature maps, as many as can be told apart; its sides are drawn in the proportion of the real ones. */
function volume(shape: number[], x: number, largest: number): { node: SVGElement; width: number } {
  const [height, width, channels] = shape as [number, number, number];
  const drawnHeight = (LARGEST_SIDE * height) / largest;
  const drawnWidth = (LARGEST_SIDE * width) / largest;
  const drawn = Math.min(channels, MOST_SLICES);
  const depth = SLICE_OFFSET * (drawn - 1);
  const slices = Array.from({ length: drawn }, (_, i) => {
    const offset = depth / 2 - SLICE_OFFSET * i;
    return svg`<rect class="slice" x=${x + depth / 2 - offset} y=${MIDDLE - drawnHeight / 2 - offset}
      width=${drawnWidth} height=${drawnHeight} />`;
  });
  return { node: svg`<g>${slices}</g>`, width: drawnWidth + depth };
}

/** A column of numbers; its length grows with the square root of how many they are. */
function vector(
  [count]: number[],
  x: number,
  longest: number,
): { node: SVGElement; width: number } {
  const length = (1.6 * LARGEST_SIDE * Math.sqrt(count!)) / Math.sqrt(longest);
  const node = svg`<rect class="slice" x=${x} y=${MIDDLE - length / 2} width=${VECTOR_WIDTH} height=${length} rx="3"/>`;
  return { node, width: VECTOR_WIDTH };
}

function arrow(x: number, name: string): SVGElement {
  const from = x + 8;
  const to = x + GAP - 8;
  return svg`<g class="arrow">
    <path d=${`M${from},${MIDDLE}H${to}m-7,-5l7,5l-7,5`} />
    <text x=${(from + to) / 2} y=${MIDDLE - 12}>${name}</text>
  </g>`;
}

function shapeLabel({ shape, layers }: Stage, x: number): SVGElement {
  const lines = [formatShape(shape), ...layers.slice(1).map(({ name }) => name)];
  return svg`<g class="shape-label">${lines.map(
    (line, i) => svg`<text x=${x} y=${HEIGHT - 38 + 16 * i}>${line}</text>`,
  )}</g>`;
}
