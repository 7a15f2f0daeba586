// Which convolutions are computed, forward and back, by Winograd's minimal filtering F(4×4,3×3) (Lavin &
// Gray 2015, "Fast Algorithms for Convolutional Neural Networks", arXiv:1509.09308, section 4.3): 36 products
// for sixteen positions, a channel and a filter, where directly there would be 144. Their maps are stored
// with zeros around them.
import type { ActivationShape, ConvolutionPlan, Frame } from "./networkPlan.js";

/** Positions along a tile. */
export const TILE = 4;
/** With fewer channels or filters, what the transforms cost is not won back. */
const LEAST_CHANNELS = 4;
const LEAST_FILTERS = 8;

type Convolution = Pick<
  ConvolutionPlan,
  "input" | "output" | "filterHeight" | "filterWidth" | "stride"
>;

/** Whether the algorithm suits a convolution with `same` padding. */
export function suitsWinogradFour(plan: Convolution): boolean {
  const { filterHeight, filterWidth, stride, input, output } = plan;
  return (
    filterHeight === 3 &&
    filterWidth === 3 &&
    stride === 1 &&
    input.channels >= LEAST_CHANNELS &&
    output.channels >= LEAST_FILTERS
  );
}

/** What a map is stored in: a border of one position, and room for whole tiles. */
export function tileFrame({ height, width }: ActivationShape): Frame {
  const along = (size: number) => TILE * Math.ceil(size / TILE) + 2;
  return { rows: along(height), columns: along(width), top: 1, left: 1 };
}
