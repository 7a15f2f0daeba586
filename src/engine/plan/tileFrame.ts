// Which convolutions are computed, forward and back, by Winograd's minimal filtering F(4×4,3×3) (Lavin &
// Gray 2015, "Fast Algorithms for Convolutional Neural Networks", arXiv:1509.09308, section 4.3): 36 products
// for sixteen positions, a channel and a filter, where directly there would be 144. Their maps are stored
// in frames of zeros.
import type { ActivationShape, Frame } from "./activationShape.js";
import type { ConvolutionPlan } from "./networkPlan.js";

/** Positions along a tile. */
export const TILE = 4;
/** With fewer channels or filters, what the transforms cost is not won back. */
const LEAST_CHANNELS = 4;
const LEAST_FILTERS = 8;
/** A tile of fewer positions would take more products than it saves. */
const LEAST_SIDE = 3;

type Convolution = Pick<
  ConvolutionPlan,
  "input" | "output" | "filterHeight" | "filterWidth" | "stride"
>;

/** Whether the algorithm suits a convolution. */
export function suitsWinogradFour(plan: Convolution): boolean {
  const { filterHeight, filterWidth, stride, input, output } = plan;
  return (
    filterHeight === 3 &&
    filterWidth === 3 &&
    stride === 1 &&
    Math.min(output.height, output.width) >= LEAST_SIDE &&
    input.channels >= LEAST_CHANNELS &&
    output.channels >= LEAST_FILTERS
  );
}

/** Both maps of a convolution, without frames, and how many zeros it puts on each side: 1 or none. */
interface Sides {
  input: ActivationShape;
  output: ActivationShape;
  zeros: number;
}

/** What the input is stored in: its zeros, and room for the whole tiles of both maps. */
export function inputFrame({ input, output, zeros }: Sides): Frame {
  const along = (from: number, to: number) => Math.max(tiled(to) + 2, zeros + tiled(from));
  return frameOf(along(input.height, output.height), along(input.width, output.width), zeros);
}

/** What the output is stored in: the zeros that its gradient has on the way back. */
export function outputFrame({ input, output, zeros }: Sides): Frame {
  const back = 2 - zeros;
  const along = (from: number, to: number) => Math.max(tiled(from) + 2, back + tiled(to));
  return frameOf(along(input.height, output.height), along(input.width, output.width), back);
}

function frameOf(rows: number, columns: number, start: number): Frame {
  return { rows, columns, top: start, left: start };
}

/** Positions of the tiles that cover so many. */
function tiled(size: number): number {
  return TILE * Math.ceil(size / TILE);
}
