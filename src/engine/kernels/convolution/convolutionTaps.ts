// The sums of a convolution's taps (fy, fx, c), for some neighbouring positions and a tile of filters. What
// is summed stays in registers.
import type { FunctionBuilder, Local } from "../../assembler/functionBuilder.js";
import type { ConvolutionPlaces } from "../../places/layerPlaces.js";
import { addProduct, clear, grid } from "../../assembler/registers.js";
import type { VectorTile } from "../../assembler/vectorTiles.js";

/** Taps that are written out; of a longer stretch V8 keeps too many loads for later, and spills them. */
export const UNROLLED_TAPS = 16;

interface Taps {
  /** Address in the input of what the first tap of the first position reads. */
  position: Local;
  /** Bytes from the first position to each. */
  offsets: readonly number[];
  tile: VectorTile;
}

/** sums[position][vector] of the filter's taps, for one tile of filters. */
export function sumTaps(
  f: FunctionBuilder,
  places: ConvolutionPlaces,
  { position, offsets, tile }: Taps,
): Local[][] {
  const { filterHeight, filterWidth, input } = places.plan;
  const { channels, pitch } = input;
  const weightBytes = 16 * tile.width;
  const taps = filterHeight * filterWidth * channels;
  const sums = grid(f, offsets.length, tile.width);
  clear(f, sums);
  const [source, weight] = [f.local("i32"), f.local("i32")];
  const tap = tapEmitter(f, { offsets, sums, source, weight });
  const rowBytes = 4 * input.width * pitch;
  f.get(position).set(source);
  f.i32(places.forwardKernel + 16 * tile.first * taps).set(weight);
  const wholeRow = filterWidth * channels <= UNROLLED_TAPS;
  const chunk = wholeRow ? channels : largestDivisor(channels, UNROLLED_TAPS);
  f.loop(filterHeight, () => {
    if (wholeRow) {
      for (let t = 0; t < filterWidth * channels; t++) {
        const [fx, c] = [Math.floor(t / channels), t % channels];
        tap(4 * (fx * pitch + c), t * weightBytes);
      }
      f.increase(source, rowBytes).increase(weight, filterWidth * channels * weightBytes);
      return;
    }
    f.loop(filterWidth, () => {
      f.loop(channels / chunk, () => {
        for (let c = 0; c < chunk; c++) tap(4 * c, c * weightBytes);
        f.increase(source, 4 * chunk).increase(weight, chunk * weightBytes);
      });
      f.increase(source, 4 * (pitch - channels));
    });
    f.increase(source, rowBytes - 4 * filterWidth * pitch);
  });
  return sums;
}

/**
 * A function that emits one tap: one input value a position times the weights of the tile. The values
 * stay, the weights pass, each in one register.
 */
export function tapEmitter(
  f: FunctionBuilder,
  at: { offsets: readonly number[]; sums: Local[][]; source: Local; weight: Local },
): (sourceOffset: number, weightOffset: number) => void {
  const { offsets, sums, source, weight } = at;
  const spreads = offsets.map(() => f.local("v128"));
  const weights = f.local("v128");
  return (sourceOffset, weightOffset) => {
    offsets.forEach((offset, p) => {
      f.get(source)
        .at("v128.load32_splat", sourceOffset + offset)
        .set(spreads[p]!);
    });
    for (let v = 0; v < sums[0]!.length; v++) {
      f.get(weight)
        .at("v128.load", weightOffset + 16 * v)
        .set(weights);
      sums.forEach((positionSums, p) => {
        addProduct(f, positionSums[v]!, [spreads[p]!, weights]);
      });
    }
  };
}

function largestDivisor(value: number, limit: number): number {
  let divisor = Math.min(value, limit);
  while (value % divisor !== 0) divisor--;
  return divisor;
}
