// The way of the data through a network: a volume for each shape, and between them the layers that
// turn one into the next. Layers that keep the shape are named under the volume they act on; a branch that
// leads past others is an arc above them.
import { html, svg } from "htl";
import { type Stage, stagesOf, type Way, waysBetween } from "./diagramStages.js";
import type { LayerRow } from "../../lib/network/describeLayers.js";
import { formatShape } from "./networkSummary.js";

/** From the top of the drawing to the middle of the volumes, without arcs. */
const MIDDLE = 72;
/** From there to the first line under a volume. */
const TO_LABELS = 80;
const LINE = 16;
const GAP = 68;
/** The drawn side of the largest image, in units of the drawing. */
const LARGEST_SIDE = 76;
const SLICE_OFFSET = 1.4;
const VECTOR_WIDTH = 12;
/** A short network is not blown up to the width of the page. */
const LARGEST_SCALE = 1.2;
/** How far each arc rises above the one before. */
const ARC_RISE = 26;

/** @param rows as `describeLayers` gives them, the input first */
export function networkDiagram(rows: readonly LayerRow[]): HTMLElement {
  const stages = stagesOf(rows);
  const { straight, arcs } = sortWays(waysBetween(stages));
  const top = ARC_RISE * arcs.length;
  const { drawings, middles, width } = drawStages(stages, straight);
  const lines = Math.max(...stages.map(({ layers }) => layers.length));
  const height = top + MIDDLE + TO_LABELS + LINE * lines;
  const drawn = svg`<g transform=${`translate(0,${top})`}>
    ${drawings}${arcs.map((way, i) => arc(way, middles, ARC_RISE * (i + 1)))}
  </g>`;
  const drawing = svg`<svg viewBox=${`0 0 ${width} ${height}`}
    role="img" aria-label=${describe(stages, arcs)}>${drawn}</svg>`;
  drawing.style.maxWidth = `${LARGEST_SCALE * width}px`;
  return html`<div
    class="table-scroll network-diagram"
    tabindex="0"
    role="region"
    aria-label="Diagrama de la red"
  >
    ${drawing}
  </div>`;
}

/** The first way from each stage to the next is straight. */
function sortWays(ways: readonly Way[]): { straight: Map<number, Way>; arcs: Way[] } {
  const straight = new Map<number, Way>();
  const arcs: Way[] = [];
  for (const way of ways) {
    if (way.from === way.to - 1 && !straight.has(way.to)) straight.set(way.to, way);
    else arcs.push(way);
  }
  return { straight, arcs };
}

function drawStages(
  stages: readonly Stage[],
  straight: ReadonlyMap<number, Way>,
): { drawings: SVGElement[]; middles: number[]; width: number } {
  const sideOf = ({ shape }: Stage) => (shape.length === 3 ? shape[0]! : 1);
  const lengthOf = ({ shape }: Stage) => (shape.length === 1 ? shape[0]! : 1);
  const largest = Math.max(...stages.map(sideOf));
  const longest = Math.max(...stages.map(lengthOf));
  let x = 16;
  const drawings: SVGElement[] = [];
  const middles: number[] = [];
  for (const [i, stage] of stages.entries()) {
    const way = straight.get(i);
    if (way) drawings.push(arrow(x, way.name));
    if (i > 0) x += GAP;
    const { shape } = stage;
    const { node, width } =
      shape.length === 3 ? volume(shape, x, largest) : vector(shape, x, longest);
    middles.push(x + width / 2);
    drawings.push(node, shapeLabel(stage, x + width / 2));
    x += width;
  }
  return { drawings, middles, width: x + 44 };
}

function describe(stages: readonly Stage[], arcs: readonly Way[]): string {
  const steps = stages.map(
    ({ shape, layers }) =>
      `${layers.map(({ name, type }) => `${name}, ${type}`).join("; ")}: ${formatShape(shape)}`,
  );
  const shapeAt = (stage: number) => formatShape(stages[stage]!.shape);
  const branches = arcs.map(
    ({ name, from, to }) => `${name} va aparte, de ${shapeAt(from)} a ${shapeAt(to)}`,
  );
  return `Camino de los datos. ${[...steps, ...branches].join(". ")}.`;
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

/** Over the volumes between, from one to another. */
function arc({ name, from, to }: Way, middles: readonly number[], rise: number): SVGElement {
  const [start, end] = [middles[from]!, middles[to]!];
  const foot = MIDDLE - LARGEST_SIDE / 2 - 22;
  const crest = foot - rise;
  return svg`<g class="arrow">
    <path d=${`M${start},${foot}C${start},${crest} ${end},${crest} ${end},${foot}m-5,-7l5,7l5,-7`} />
    <text x=${(start + end) / 2} y=${foot - 0.75 * rise - 5}>${name}</text>
  </g>`;
}

/** The shape, and the layers that keep it: a sum with what it adds. */
function shapeLabel({ shape, layers }: Stage, x: number): SVGElement {
  const lines = [formatShape(shape), ...layers.slice(1).map(layerLine)];
  return svg`<g class="shape-label">${lines.map(
    (line, i) => svg`<text x=${x} y=${MIDDLE + TO_LABELS + LINE * i}>${line}</text>`,
  )}</g>`;
}

function layerLine({ name, reads }: LayerRow): string {
  return reads.length > 1 ? `${name} = ${reads.join(" + ")}` : name;
}
