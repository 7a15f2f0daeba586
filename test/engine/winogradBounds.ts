// The error of a 3×3 convolution by Winograd's F(2×2,3×3): Aᵀ[Σ (GgGᵀ) ⊙ (BᵀdB)]A + b, over C channels.
//
// Written out, it is a sum of terms, products of one number of each matrix, one input and one weight. Each
// term of the computed result is the exact one times some factors 1 + δ, |δ| ≤ u: two of the input's
// transform, of one addition a stage; four of the filter's, of two additions a stage, for halving is exact;
// C of the product and of its sum; four of the products' transform; one of the bias. As in floatError.ts,
//
//   |computed − exact| ≤ γ(C + 11) · (|A|ᵀ[Σ (|G||g||G|ᵀ) ⊙ (|B|ᵀ|d||B|)]|A| + |b|)
//
// (So bound Barabasz, Anderson, Soodhalter & Gregg 2020, "Error analysis and improving the accuracy of
// Winograd convolution for deep neural networks", too.) The terms that are more than the convolution's
// own cancel, but not their rounding: the error of a number depends on all the inputs of its tile.
import { absolute, commonUnit, gamma, plus } from "./floatError.js";
import { sandwich, square } from "./sandwich.js";
import type { Linear } from "./linearBounds.js";
import { type MapShape, Tensor } from "../../src/engine/reference/tensor.js";

/** Factors of a term besides those of the channels. */
const ROUNDINGS = 11;
/** Of each weight in GgGᵀ: the transformed filter is a multiple of this times the weights' unit. */
const FILTER_UNIT = 1 / 4;

/** Of G, Bᵀ and Aᵀ, absolute. */
const [G, B, A] = [
  [
    [1, 0, 0],
    [0.5, 0.5, 0.5],
    [0.5, 0.5, 0.5],
    [0, 0, 1],
  ],
  [
    [1, 0, 1, 0],
    [0, 1, 1, 0],
    [0, 1, 1, 0],
    [0, 1, 0, 1],
  ],
  [
    [1, 1, 1, 0],
    [0, 1, 1, 1],
  ],
] as const;

export function winogradError({ input, error, kernel, bias, apply }: Linear): Tensor {
  const inherited = apply(
    error,
    absolute(kernel),
    bias.map(() => 0),
  );
  const sizes = termSizes(plus(absolute(input), error), absolute(kernel), inherited.shape);
  const most = (i: number) => sizes.values[i]! + Math.abs(bias.values[i % bias.values.length]!);
  const unit = Math.min(commonUnit(input) * commonUnit(kernel) * FILTER_UNIT, commonUnit(bias));
  const isExact =
    unit > 0 &&
    error.values.every((e) => e === 0) &&
    inherited.values.every((_, i) => most(i) < unit / 2 ** -24);
  if (isExact) return inherited;
  const rounding = gamma(input.shape.at(-1)! + ROUNDINGS);
  // Where all the terms are zero, nothing is rounded: the bias is the result.
  return inherited.map((e, i) => (sizes.values[i] === 0 ? 0 : e + rounding * most(i)));
}

/** The sum of the terms' sizes for each number of the output, from the tile that it lies in. */
function termSizes(input: Tensor, kernel: Tensor, shape: readonly number[]): Tensor {
  const [N, H, W, K] = shape as MapShape;
  const C = input.shape.at(-1)!;
  const filters = Array.from({ length: C }, (_, c) =>
    Array.from({ length: K }, (_, k) =>
      sandwich(
        G,
        square(3, (y, x) => kernel.values[((3 * y + x) * C + c) * K + k]!),
      ).flat(),
    ),
  );
  const sizes = new Tensor([N, H, W, K]);
  for (let n = 0; n < N; n++) {
    for (let row = 0; row < H; row += 2) {
      for (let column = 0; column < W; column += 2) {
        // The last tile lies over the one before it, whose numbers it computes again.
        const [top, left] = [Math.min(row, H - 2), Math.min(column, W - 2)];
        const inputs = Array.from({ length: C }, (_, c) => {
          const at = (y: number, x: number) => input.values[input.place(n, top + y, left + x, c)]!;
          return sandwich(B, square(4, at)).flat();
        });
        for (let k = 0; k < K; k++) {
          const products = Array.from({ length: 16 }, (_, i) =>
            inputs.reduce((sum, values, c) => sum + values[i]! * filters[c]![k]![i]!, 0),
          );
          const tile = sandwich(
            A,
            square(4, (y, x) => products[4 * y + x]!),
          );
          tile.forEach((numbers, y) => {
            numbers.forEach((size, x) => {
              sizes.values[sizes.place(n, top + y, left + x, k)] = size;
            });
          });
        }
      }
    }
  }
  return sizes;
}
