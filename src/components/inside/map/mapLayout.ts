// Where the points of a map lie in the plane of its paper. Pure: the shadow of a cloud of points of k dimensions on
// two of them, turned towards a third.

export interface Cloud {
  /** Where each image lies along each of the k axes, [N,k]. */
  places: Float32Array;
  /** From where to where the cloud lies along each axis, which need not be this one's: it gives the scale. [k] */
  ranges: readonly (readonly [low: number, high: number])[];
}

export interface Axes {
  /** Numbers of two different axes. */
  horizontal: number;
  vertical: number;
  /** How far the horizontal axis is turned towards the one behind, in degrees. */
  degrees: number;
}

/** The points on the paper: 0–1 from left to right and from top to bottom where they lie within their ranges. */
export interface PaperPoints {
  u: Float32Array;
  v: Float32Array;
}

export const firstAxes: Axes = { horizontal: 0, vertical: 1, degrees: 0 };

/** The part of the paper's side that stays free at each edge. */
const MARGIN = 0.03;

/** A cloud seen from its edge, a quarter turn away, is by rounding not quite flat: what part of its numbers that may be. */
const NO_EXTENT = 1e-9;

/** The first axis that is neither the horizontal nor the vertical one; undefined where there is none. */
export function axisBehind({ horizontal, vertical }: Axes, count: number): number | undefined {
  const axis = [0, 1, 2].find((i) => i !== horizontal && i !== vertical);
  return axis !== undefined && axis < count ? axis : undefined;
}

/** All with one scale, so that lengths can be compared in every direction. */
export function layOut({ places, ranges }: Cloud, axes: Axes): PaperPoints {
  const k = ranges.length;
  const N = places.length / k;
  const { across, behind, cosine, sine } = turned(axes, k);
  const paper = paperOf(ranges, axes);
  const [u, v] = [new Float32Array(N), new Float32Array(N)];
  for (let n = 0; n < N; n++) {
    const x = cosine * places[n * k + across]! + sine * places[n * k + behind]!;
    u[n] = (x - paper.left) / paper.side;
    v[n] = (paper.top - places[n * k + axes.vertical]!) / paper.side;
  }
  return { u, v };
}

function turned(axes: Axes, count: number) {
  const angle = (axes.degrees * Math.PI) / 180;
  const behind = axisBehind(axes, count) ?? axes.horizontal;
  return { across: axes.horizontal, behind, cosine: Math.cos(angle), sine: Math.sin(angle) };
}

/** The square that holds both ranges, in the cloud's own units. */
function paperOf(ranges: Cloud["ranges"], axes: Axes): { left: number; top: number; side: number } {
  const { across, behind, cosine, sine } = turned(axes, ranges.length);
  const ends = (axis: number, factor: number) => ranges[axis]!.map((end) => end * factor);
  const [a, b] = [ends(across, cosine), ends(behind, sine)];
  const left = Math.min(...a) + Math.min(...b);
  const right = Math.max(...a) + Math.max(...b);
  const [bottom, top] = ranges[axes.vertical]!;
  const extent = Math.max(right - left, top - bottom);
  const reach = Math.max(...[left, right, bottom, top].map(Math.abs));
  const side = (extent > NO_EXTENT * reach ? extent : 1) / (1 - 2 * MARGIN);
  return { left: (left + right - side) / 2, top: (top + bottom + side) / 2, side };
}

/** On the way from one layout to another, `part` of it gone. */
export function between(from: PaperPoints, to: PaperPoints, part: number): PaperPoints {
  const mix = (a: Float32Array, b: Float32Array) =>
    a.map((value, i) => value + part * (b[i]! - value));
  return { u: mix(from.u, to.u), v: mix(from.v, to.v) };
}
