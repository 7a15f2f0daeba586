// The scale of one hyperparameter of a sweep, along one side of its figure, and the room that it takes.
import type * as Plot from "@observablehq/plot";
import { axisLabel, axisValueText, type SweepAxis } from "../../lib/sweep/sweepAxis.js";

/** Its values in the reader's order; by itself Plot would sort them as the texts that they are written as. */
function bandScale({ name, values }: SweepAxis): Plot.ScaleOptions {
  return {
    type: "band",
    domain: values.map((value) => axisValueText(name, value)),
    tickSize: 0,
    label: axisLabel(name).toLowerCase(),
    labelArrow: "none",
  };
}

/** The width, in CSS pixels, of a wide letter of the figure's axes. */
const LETTER_PX = 7.5;
const LINE_PX = 16;
/** Between the figure and its values, between these and what follows. */
const GAP_PX = 10;

/** Up the side. */
export function sideScale(axis: SweepAxis): { scale: Plot.ScaleOptions; sidePx: number } {
  return { scale: bandScale(axis), sidePx: longestValue(axis) * LETTER_PX + GAP_PX + LINE_PX };
}

/**
 * Along the foot, the values aslant where they would cover each other; `footPx` is what they take
 * without the label.
 * @param bandPx of one value
 */
export function footScale(
  axis: SweepAxis,
  bandPx: number,
): { scale: Plot.ScaleOptions; footPx: number } {
  const longest = longestValue(axis);
  const isAslant = longest * LETTER_PX > bandPx;
  const heightPx = isAslant ? Math.SQRT1_2 * (longest * LETTER_PX + LINE_PX) : LINE_PX;
  return {
    scale: { ...bandScale(axis), labelAnchor: "center", ...(isAslant && { tickRotate: -45 }) },
    footPx: heightPx + GAP_PX,
  };
}

function longestValue({ name, values }: SweepAxis): number {
  return Math.max(...values.map((value) => axisValueText(name, value).length));
}
