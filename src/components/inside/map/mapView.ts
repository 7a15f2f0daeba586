// What part of the map's paper is seen, and which of its points lie where the reader looks or points. Pure; the
// transform is d3-zoom's.
import type { PaperPoints } from "./mapLayout.js";

export interface Window {
  /** CSS pixels. */
  width: number;
  height: number;
}

/** A point of the untransformed window goes to (k·x + tx, k·y + ty). */
export interface Transform {
  k: number;
  x: number;
  y: number;
}

export interface Screen {
  window: Window;
  transform: Transform;
}

export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How a point of the paper gets to the window: `scale`·u + `x`, `scale`·v + `y`. The whole paper fits, in the middle. */
export function toScreen({ window: { width, height }, transform }: Screen): {
  scale: number;
  x: number;
  y: number;
} {
  const side = Math.min(width, height);
  return {
    scale: side * transform.k,
    x: ((width - side) / 2) * transform.k + transform.x,
    y: ((height - side) / 2) * transform.k + transform.y,
  };
}

/** The transform that brings a point of the paper to the middle of the window. */
export function centredOn(point: { u: number; v: number }, window: Window, k: number): Transform {
  const { scale, x, y } = toScreen({ window, transform: { k, x: 0, y: 0 } });
  return {
    k,
    x: window.width / 2 - (scale * point.u + x),
    y: window.height / 2 - (scale * point.v + y),
  };
}

/** The point of the paper that is in the middle of the window; undefined before there is a window. */
export function middleOf(screen: Screen): { u: number; v: number } | undefined {
  const { width, height } = screen.window;
  if (width === 0) return undefined;
  const { scale, x, y } = toScreen(screen);
  return { u: (width / 2 - x) / scale, v: (height / 2 - y) / scale };
}

/** The points inside a rectangle of the window, in their order. */
export function pointsIn(
  { u, v }: PaperPoints,
  screen: Screen,
  { left, top, right, bottom }: Rectangle,
): Uint32Array {
  const { scale, x, y } = toScreen(screen);
  const found = new Uint32Array(u.length);
  let count = 0;
  for (let n = 0; n < u.length; n++) {
    const [px, py] = [scale * u[n]! + x, scale * v[n]! + y];
    if (px >= left && px <= right && py >= top && py <= bottom) found[count++] = n;
  }
  return found.slice(0, count);
}

/** The points in sight, and those of which a picture of that reach is. */
export function pointsInSight(points: PaperPoints, screen: Screen, reach = 0): Uint32Array {
  const { width, height } = screen.window;
  return pointsIn(points, screen, {
    left: -reach,
    top: -reach,
    right: width + reach,
    bottom: height + reach,
  });
}

/**
 * The `count` points that are nearest to a place of the window, the nearest first, within so many pixels; of two alike
 * the one that is drawn last, and so seen.
 */
export function nearestPoints(
  { u, v }: PaperPoints,
  screen: Screen,
  { at, count, within = Infinity }: { at: [x: number, y: number]; count: number; within?: number },
): number[] {
  const { scale, x, y } = toScreen(screen);
  const found: { n: number; far: number }[] = [];
  for (let n = u.length - 1; n >= 0; n--) {
    const far = Math.hypot(scale * u[n]! + x - at[0], scale * v[n]! + y - at[1]);
    if (far > within || (found.length === count && far >= found.at(-1)!.far)) continue;
    const place = found.findLastIndex((other) => other.far <= far) + 1;
    found.splice(place, 0, { n, far });
    if (found.length > count) found.pop();
  }
  return found.map(({ n }) => n);
}
