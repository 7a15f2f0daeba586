// The errors of a 3×3 convolution by Winograd's F(4×4,3×3), forward and back. As for
// F(2×2,3×3), winogradBounds.ts: written out, each is a sum of products of one number of each matrix, and each
// term of what is computed is the exact one times some factors 1 + δ, |δ| ≤ u. Their number:
//
//   a stage of BᵀdB or AgAᵀ       2    (multiplying by 4 and doubling are exact)
//   a stage of GgGᵀ               4    (two additions, one product, one constant that float32 rounds)
//   a stage of AᵀmA               3
//   a stage of GᵀuG               5
//   the products over n channels  n;   over t tiles of a batch  t + 4, the sums of its parts included
//   the bias                      1
//
// The two sides of a transform are two stages.
import { absolute, gamma, plus } from "./floatError.js";
import { type Matrix, sandwich, square } from "./sandwich.js";
import { type MapShape, Tensor } from "../../src/engine/reference/tensor.js";

const FORWARD_ROUNDINGS = 2 * (2 + 4 + 3) + 1;
const KERNEL_ROUNDINGS = 2 * (2 + 2 + 5) + 4;

/** Absolute: the rows of Bᵀ, of G, and of Aᵀ. */
const B: Matrix = [
  [4, 0, 5, 0, 1, 0],
  [0, 4, 4, 1, 1, 0],
  [0, 4, 4, 1, 1, 0],
  [0, 2, 1, 2, 1, 0],
  [0, 2, 1, 2, 1, 0],
  [0, 4, 0, 5, 0, 1],
];
const G: Matrix = [
  [1 / 4, 0, 0],
  [1 / 6, 1 / 6, 1 / 6],
  [1 / 6, 1 / 6, 1 / 6],
  [1 / 24, 1 / 12, 1 / 6],
  [1 / 24, 1 / 12, 1 / 6],
  [0, 0, 1],
];
const A: Matrix = [
  [1, 1, 1, 1, 1, 0],
  [0, 1, 1, 2, 2, 0],
  [0, 1, 1, 4, 4, 0],
  [0, 1, 1, 8, 8, 1],
];

/** What rounding adds to the output. @param input [N,H,W,C], without the zeros on each side */
export function forwardRounding(
  input: Tensor,
  kernel: Tensor,
  { error, bias, zeros }: { error: Tensor; bias: Tensor; zeros: number },
): Tensor {
  const sizes = termSizes(plus(absolute(input), error), absolute(kernel), zeros);
  const K = bias.values.length;
  const rounding = gamma(input.shape.at(-1)! + FORWARD_ROUNDINGS);
  return sizes.map((size, i) =>
    size === 0 ? 0 : rounding * (size + Math.abs(bias.values[i % K]!)),
  );
}

/** What rounding adds to the input's gradient: that of a convolution with the kernel turned round. */
export function inputRounding(
  gradient: Tensor,
  kernel: Tensor,
  { error, zeros }: { error: Tensor; zeros: number },
): Tensor {
  const [, , C, K] = kernel.shape as [number, number, number, number];
  const turned = new Tensor([3, 3, K, C]);
  const at = (tap: number, i: number, j: number, J: number) =>
    (tap * (J === K ? C : K) + i) * J + j;
  for (let tap = 0; tap < 9; tap++) {
    for (let c = 0; c < C; c++) {
      for (let k = 0; k < K; k++) {
        turned.values[(tap * K + k) * C + c] = kernel.values[at(8 - tap, c, k, K)]!;
      }
    }
  }
  return forwardRounding(gradient, turned, { error, bias: new Tensor([C]), zeros: 2 - zeros });
}

/** What rounding adds to the kernel's gradient, [3,3,C,K]. */
export function kernelRounding(input: Tensor, gradient: Tensor, zeros: number): Tensor {
  const [N, H, W, K] = gradient.shape as MapShape;
  const C = input.shape.at(-1)!;
  const sums = Array.from({ length: 36 }, () => new Float64Array(C * K));
  let tiles = 0;
  eachTile([N, H, W], (n, top, left) => {
    tiles++;
    const inputs = transformed(B, 6, C, (y, x, c) =>
      value(input, n, top + y - zeros, left + x - zeros, c),
    );
    const gradients = transformed(transposed(A), 4, K, (y, x, k) =>
      value(gradient, n, top + y, left + x, k),
    );
    sums.forEach((sum, i) => {
      for (let c = 0; c < C; c++) {
        for (let k = 0; k < K; k++) sum[c * K + k]! += inputs[c]![i]! * gradients[k]![i]!;
      }
    });
  });
  const found = new Tensor([3, 3, C, K]);
  const rounding = gamma(tiles + KERNEL_ROUNDINGS);
  for (let c = 0; c < C; c++) {
    for (let k = 0; k < K; k++) {
      const nine = sandwich(
        transposed(G),
        square(6, (y, x) => sums[6 * y + x]![c * K + k]!),
      );
      nine.flat().forEach((size, tap) => {
        found.values[(tap * C + c) * K + k] = rounding * size;
      });
    }
  }
  return found;
}

/** The sum of the terms' sizes for each number of the output, from the tile that it lies in. */
function termSizes(input: Tensor, kernel: Tensor, zeros: number): Tensor {
  const [N, inputH, inputW, C] = input.shape as MapShape;
  const [H, W] = [inputH + 2 * zeros - 2, inputW + 2 * zeros - 2];
  const K = kernel.shape.at(-1)!;
  const filters = Array.from({ length: C }, (_, c) =>
    transformed(G, 3, K, (y, x, k) => kernel.values[((3 * y + x) * C + c) * K + k]!),
  );
  const sizes = new Tensor([N, H, W, K]);
  eachTile([N, H, W], (n, top, left) => {
    const inputs = transformed(B, 6, C, (y, x, c) =>
      value(input, n, top + y - zeros, left + x - zeros, c),
    );
    for (let k = 0; k < K; k++) {
      const products = Array.from({ length: 36 }, (_, i) =>
        inputs.reduce((sum, values, c) => sum + values[i]! * filters[c]![k]![i]!, 0),
      );
      const tile = sandwich(
        A,
        square(6, (y, x) => products[6 * y + x]!),
      );
      tile.forEach((numbers, y) => {
        numbers.forEach((size, x) => {
          if (top + y < H && left + x < W) {
            sizes.values[sizes.place(n, top + y, left + x, k)] = size;
          }
        });
      });
    }
  });
  return sizes;
}

function eachTile(
  [N, H, W]: readonly [number, number, number],
  visit: (n: number, top: number, left: number) => void,
): void {
  for (let n = 0; n < N; n++) {
    for (let top = 0; top < H; top += 4) {
      for (let left = 0; left < W; left += 4) visit(n, top, left);
    }
  }
}

/** M X Mᵀ of each channel's square X, as a list. */
function transformed(
  matrix: Matrix,
  side: number,
  channels: number,
  at: (y: number, x: number, channel: number) => number,
): number[][] {
  return Array.from({ length: channels }, (_, channel) =>
    sandwich(
      matrix,
      square(side, (y, x) => at(y, x, channel)),
    ).flat(),
  );
}

/** Its size, and zero outside the map. */
function value(tensor: Tensor, n: number, y: number, x: number, channel: number): number {
  const [, H, W] = tensor.shape as MapShape;
  if (y < 0 || x < 0 || y >= H || x >= W) return 0;
  return Math.abs(tensor.values[tensor.place(n, y, x, channel)]!);
}

function transposed(matrix: Matrix): Matrix {
  return matrix[0]!.map((_, column) => matrix.map((numbers) => numbers[column]!));
}
