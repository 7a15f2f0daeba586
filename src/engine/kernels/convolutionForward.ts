// Convolution, bias, ReLU and, if it follows, max pooling 2×2, in one pass over the image: of four
// neighbouring positions only the largest is kept, with where it was.
//
// Vectors run over the filters K. For each tap (fy, fx, c) of the filter one input value of each of
// the four positions is spread over a vector and multiplied by the weights of up to TILE vectors.
import type { FunctionBuilder, Local, ModuleBuilder } from "../assembler.js";
import type { ConvolutionPlaces } from "../places.js";

/** Vectors of filters at once: with four positions, eight sums, as many as fit the registers. */
const TILE = 2;
/** Taps of one row of the filter that are written out; longer rows become a loop over fx. */
const UNROLLED_TAPS = 48;

/** forward(n): computes the output of n images from their input. */
export function defineConvolutionForward(module: ModuleBuilder, places: ConvolutionPlaces): number {
  const { plan, input, output, maxima } = places;
  const { step, pooled } = plan;
  const rowBytes = 4 * plan.input.width * plan.input.stride;
  const columnBytes = 4 * plan.input.stride;
  const spread = pooled ? 2 : 1; // conv positions behind one output position, each way
  const imageBytes = rowBytes * plan.input.height;
  const offsets = pooled
    ? [0, step * columnBytes, step * rowBytes, step * (rowBytes + columnBytes)]
    : [0];
  return module.define(`${plan.name}.forward`, 1, (f) => {
    const [n] = f.parameters as [Local];
    const image = f.local("i32");
    const row = f.local("i32");
    const position = f.local("i32");
    const target = f.local("i32");
    const maximum = f.local("i32");
    f.i32(input.values).set(image).i32(output.values).set(target).i32(maxima).set(maximum);
    f.loop(n, () => {
      f.get(image).set(row);
      f.loop(plan.output.height, () => {
        f.get(row).set(position);
        f.loop(plan.output.width, () => {
          const vectors = plan.output.stride / 4;
          for (let tile = 0; tile < vectors; tile += TILE) {
            const width = Math.min(TILE, vectors - tile);
            const sums = sumTaps(f, places, { position, offsets, tile, width });
            for (let v = 0; v < width; v++) {
              const candidates = sums.map((positionSums) => positionSums[v]!);
              keepLargest(f, places, { candidates, offsets, vector: tile + v, target, maximum });
            }
          }
          f.increase(position, spread * step * columnBytes);
          f.increase(target, 4 * plan.output.stride).increase(maximum, 4 * plan.output.stride);
        });
        f.increase(row, spread * step * rowBytes);
      });
      f.increase(image, imageBytes);
    });
  });
}

/** sums[position][vector] of the filter's taps, for one tile of filters. */
function sumTaps(
  f: FunctionBuilder,
  { plan, forwardKernel }: ConvolutionPlaces,
  tiling: { position: Local; offsets: readonly number[]; tile: number; width: number },
): Local[][] {
  const { position, offsets, tile, width } = tiling;
  const { filterHeight, filterWidth, input, output } = plan;
  const weightBytes = 4 * output.stride;
  const sums = offsets.map(() => Array.from({ length: width }, () => f.local("v128")));
  for (const sum of sums.flat()) f.f32x4(0).set(sum);
  const source = f.local("i32");
  const weight = f.local("i32");
  const spread = f.local("v128");
  const weights = Array.from({ length: width }, () => f.local("v128"));

  const tap = (sourceOffset: number, weightOffset: number) => {
    weights.forEach((w, v) =>
      f
        .get(weight)
        .at("v128.load", weightOffset + 16 * v)
        .set(w),
    );
    offsets.forEach((offset, p) => {
      f.get(source)
        .at("v128.load32_splat", sourceOffset + offset)
        .set(spread);
      weights.forEach((w, v) => {
        const sum = sums[p]![v]!;
        f.get(sum).get(spread).get(w).op("f32x4.mul", "f32x4.add").set(sum);
      });
    });
  };

  f.get(position)
    .set(source)
    .i32(forwardKernel + 16 * tile)
    .set(weight);
  const rowBytes = 4 * input.width * input.stride;
  const taps = filterWidth * input.channels;
  f.loop(filterHeight, () => {
    if (taps <= UNROLLED_TAPS) {
      for (let t = 0; t < taps; t++) {
        const fx = Math.floor(t / input.channels);
        tap(4 * (fx * input.stride + (t % input.channels)), t * weightBytes);
      }
      f.increase(source, rowBytes).increase(weight, taps * weightBytes);
    } else {
      const chunk = largestDivisor(input.channels, UNROLLED_TAPS);
      f.loop(filterWidth, () => {
        f.loop(input.channels / chunk, () => {
          for (let c = 0; c < chunk; c++) tap(4 * c, c * weightBytes);
          f.increase(source, 4 * chunk).increase(weight, chunk * weightBytes);
        });
        f.increase(source, 4 * (input.stride - input.channels));
      });
      f.increase(source, rowBytes - 4 * filterWidth * input.stride);
    }
  });
  return sums;
}

/** Stores the largest of the candidates, with bias and ReLU, and its place. */
function keepLargest(
  f: FunctionBuilder,
  { plan, bias }: ConvolutionPlaces,
  choice: {
    candidates: readonly Local[];
    offsets: readonly number[];
    vector: number;
    target: Local;
    maximum: Local;
  },
): void {
  const { candidates, offsets, vector, target, maximum } = choice;
  const best = f.local("v128");
  const place = f.local("v128");
  const larger = f.local("v128");
  f.get(candidates[0]!).set(best).i32x4(0).set(place);
  for (let p = 1; p < candidates.length; p++) {
    f.get(candidates[p]!).get(best).op("f32x4.gt").set(larger);
    f.get(candidates[p]!).get(best).get(larger).op("v128.bitselect").set(best);
    f.i32x4(offsets[p]!).get(place).get(larger).op("v128.bitselect").set(place);
  }
  f.get(target)
    .get(best)
    .i32(bias.values)
    .at("v128.load", 16 * vector)
    .op("f32x4.add");
  if (plan.relu) f.f32x4(0).op("f32x4.max");
  f.at("v128.store", 16 * vector);
  if (plan.pooled)
    f.get(maximum)
      .get(place)
      .at("v128.store", 16 * vector);
}

function largestDivisor(value: number, limit: number): number {
  let divisor = Math.min(value, limit);
  while (value % divisor !== 0) divisor--;
  return divisor;
}
