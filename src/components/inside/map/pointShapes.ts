// The shapes of the map's groups, so that nothing is told by colour alone.
import * as d3 from "d3";

const types: readonly d3.SymbolType[] = [
  d3.symbolCircle,
  d3.symbolSquare,
  d3.symbolTriangle,
  d3.symbolDiamond,
  d3.symbolStar,
  d3.symbolCross,
  d3.symbolTimes,
  d3.symbolWye,
  d3.symbolPlus,
  d3.symbolAsterisk,
];

/** Those of lines alone, which are drawn and not filled. */
const FIRST_OF_LINES = new Set([6, 8, 9]);

/** The path of a shape about (0,0), as large as a disc of that radius. */
export function shapePath(shape: number, radius: number): { d: string; isLine: boolean } {
  const isLine = FIRST_OF_LINES.has(shape);
  const area = Math.PI * radius ** 2 * (isLine ? 1.6 : 1);
  return { d: d3.symbol(types[shape], area)()!, isLine };
}

/** A picture of a shape in that colour, so small that it can be drawn ten thousand times. */
export function shapeStamp(
  shape: number,
  { radius, color, edge, ratio }: { radius: number; color: string; edge: string; ratio: number },
): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const half = stampHalf(radius);
  canvas.width = canvas.height = Math.ceil(2 * half * ratio);
  const context = canvas.getContext("2d")!;
  context.scale(canvas.width / (2 * half), canvas.height / (2 * half));
  context.translate(half, half);
  const { d, isLine } = shapePath(shape, radius);
  const path = new Path2D(d);
  context.lineWidth = isLine ? Math.max(1.5, radius / 2.2) : 1;
  context.fillStyle = color;
  if (!isLine) context.fill(path);
  context.strokeStyle = isLine ? color : edge;
  context.stroke(path);
  return canvas;
}

/** From the middle of a stamp to its edge, in CSS pixels. */
export function stampHalf(radius: number): number {
  return Math.ceil(radius * 1.9 + 1);
}
