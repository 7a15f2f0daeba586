// Paints the map: dots from afar, shapes nearer, small pictures of the garments when few are in sight. It is called at
// each frame of a movement, so it makes nothing that it need not.
import type { Grouping } from "./mapColours.js";
import type { PaperPoints } from "./mapLayout.js";
import { pointsInSight, type Screen, toScreen } from "./mapView.js";
import { shapeStamp, stampHalf } from "./pointShapes.js";
import { ATLAS_COLUMNS } from "../../../lib/dataset/atlasPlace.js";
import { IMAGE_SIDE } from "../../../lib/dataset/dataset.js";

export interface Drawing {
  points: PaperPoints;
  grouping: Grouping;
  /** Of each group, as the theme has it. */
  colors: readonly string[];
  /** Of the points that are not called for. */
  faded: string;
  /** The paper's, and the ink's. */
  paper: string;
  ink: string;
  /** The only group that is called for; undefined: all are. */
  called: number | undefined;
  /** All the garments in one picture, once they are here. */
  atlas: ImageBitmap | undefined;
  /** Pixels of the screen for one of CSS. */
  ratio: number;
  marked: Uint8Array;
  chosen: number | undefined;
}

/** So many pictures are drawn in a few milliseconds, and can be told apart. */
const MOST_PICTURES = 2_000;
/** Before that they would cover each other. */
const PICTURES_FROM = 2;
const SHAPES_FROM_RADIUS = 3;
/** The shape of its group stands in the corner of a picture that has room for it. */
const SHAPES_FROM_SIDE = 28;
const SIGN_RADIUS = 3.5;
const SIGN_HALF = stampHalf(SIGN_RADIUS);

/** The side of a garment's picture, in CSS pixels. */
export function pictureSide(k: number): number {
  return Math.min(56, 12 * Math.sqrt(k / PICTURES_FROM));
}

/** In CSS pixels. */
export function dotRadius(k: number): number {
  return Math.min(7, 1.6 * k ** 0.45);
}

/** @returns how many points are in sight, and whether as pictures */
export function drawMap(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  screen: Screen,
): { inSight: number; asPictures: boolean } {
  const { ratio } = drawing;
  const { width, height } = screen.window;
  const { k } = screen.transform;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = drawing.paper;
  context.fillRect(0, 0, width, height);
  const side = pictureSide(k);
  const visible = pointsInSight(drawing.points, screen, side / 2);
  const asPictures =
    drawing.atlas !== undefined && k >= PICTURES_FROM && visible.length <= MOST_PICTURES;
  const mark = marker(context, drawing, { screen, reach: asPictures ? side / 2 : dotRadius(k) });
  if (asPictures) drawPictures(context, drawing, { screen, visible, side, mark });
  else {
    drawDots(context, drawing, { screen, visible, radius: dotRadius(k) });
    markAll(drawing, visible, mark);
  }
  return { inSight: visible.length, asPictures };
}

interface Part {
  screen: Screen;
  visible: Uint32Array;
}

/** What is marked lies on top, and what is chosen above all. */
function drawPictures(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  { screen, visible, side, mark }: Part & { side: number; mark: (n: number) => void },
): void {
  const { points, grouping, colors, faded, called, atlas, marked, chosen } = drawing;
  const { scale, x, y } = toScreen(screen);
  const edge = Math.max(1, side / 12);
  context.imageSmoothingEnabled = side < IMAGE_SIDE;
  const draw = (n: number) => {
    const group = grouping.of[n]!;
    const isCalled = called === undefined || called === group;
    const left = scale * points.u[n]! + x - side / 2;
    const top = scale * points.v[n]! + y - side / 2;
    const color = isCalled ? colors[group]! : faded;
    context.fillStyle = color;
    context.fillRect(left - edge, top - edge, side + 2 * edge, side + 2 * edge);
    if (!isCalled && n !== chosen) return;
    const from = (n % ATLAS_COLUMNS) * IMAGE_SIDE;
    const row = Math.floor(n / ATLAS_COLUMNS) * IMAGE_SIDE;
    context.drawImage(atlas!, from, row, IMAGE_SIDE, IMAGE_SIDE, left, top, side, side);
    if (side < SHAPES_FROM_SIDE) return;
    const sign = stampOf(drawing, { group, color, radius: SIGN_RADIUS });
    context.drawImage(sign, left, top, 2 * SIGN_HALF, 2 * SIGN_HALF);
  };
  for (const n of visible) if (marked[n] === 0 && n !== chosen) draw(n);
  markAll(drawing, visible, (n) => {
    draw(n);
    mark(n);
  });
}

/** Group after group: those that are not called for lie below. */
function drawDots(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  { screen, visible, radius }: Part & { radius: number },
): void {
  const { points, grouping, called } = drawing;
  const { scale, x, y } = toScreen(screen);
  const stamp = radius >= SHAPES_FROM_RADIUS;
  const half = stamp ? stampHalf(radius) : radius;
  const order = grouping.groups.map((_, group) => group);
  if (called !== undefined) order.push(...order.splice(called, 1));
  for (const group of order) {
    const isCalled = called === undefined || called === group;
    const color = isCalled ? drawing.colors[group]! : drawing.faded;
    const picture = stamp ? stampOf(drawing, { group, color, radius }) : undefined;
    context.fillStyle = color;
    for (const n of visible) {
      if (grouping.of[n] !== group) continue;
      const left = scale * points.u[n]! + x - half;
      const top = scale * points.v[n]! + y - half;
      if (picture) context.drawImage(picture, left, top, 2 * half, 2 * half);
      else context.fillRect(left, top, 2 * half, 2 * half);
    }
  }
}

const stamps = new Map<string, HTMLCanvasElement>();
const MOST_STAMPS = 60;

/** Kept, for a movement draws the same ones again and again. */
function stampOf(
  { grouping, paper, ratio }: Drawing,
  { group, color, radius }: { group: number; color: string; radius: number },
): HTMLCanvasElement {
  const { shape } = grouping.groups[group]!;
  const rounded = Math.round(2 * radius) / 2;
  const key = [shape, color, paper, rounded, ratio].join();
  const found = stamps.get(key);
  if (found) return found;
  if (stamps.size >= MOST_STAMPS) stamps.clear();
  const made = shapeStamp(shape, { radius: rounded, color, edge: paper, ratio });
  stamps.set(key, made);
  return made;
}

/** Those that are marked, and last the one that is chosen. */
function markAll(
  { marked, chosen }: Drawing,
  visible: Uint32Array,
  mark: (n: number) => void,
): void {
  for (const n of visible) if (marked[n] === 1 && n !== chosen) mark(n);
  if (chosen !== undefined) mark(chosen);
}

/** Draws a frame around a point that is marked, a thicker one around the chosen one. */
function marker(
  context: CanvasRenderingContext2D,
  { points, chosen, ink, paper }: Drawing,
  { screen, reach }: { screen: Screen; reach: number },
): (n: number) => void {
  const { scale, x, y } = toScreen(screen);
  const frame = (n: number, beyond: number, lineWidth: number, color: string) => {
    const half = reach + beyond;
    const [left, top] = [scale * points.u[n]! + x - half, scale * points.v[n]! + y - half];
    context.strokeStyle = color;
    context.lineWidth = lineWidth;
    context.strokeRect(left, top, 2 * half, 2 * half);
  };
  return (n) => {
    if (n !== chosen) {
      frame(n, 1.5, 1.5, ink);
      return;
    }
    frame(n, 5, 5, paper);
    frame(n, 5, 2.5, ink);
  };
}
