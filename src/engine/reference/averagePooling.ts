// Reference, frozen: average pooling, forward and backward. What lies outside the map takes no part: a
// window at the border is divided by the positions that it has inside.
import type { Pooling } from "./maxPooling.js";
import { slidingWindows, type Window } from "./slidingWindows.js";
import { type MapShape, Tensor } from "./tensor.js";

/**
 * The mean of each window, [N,H',W',C].
 * @param input [N,H,W,C]
 */
export function averagePooling(input: Tensor, { rows, columns }: Pooling): Tensor {
  const [N, H, W, C] = input.shape as MapShape;
  const [down, across] = [slidingWindows(H, rows), slidingWindows(W, columns)];
  const output = new Tensor([N, down.length, across.length, C]);
  for (let n = 0; n < N; n++) {
    for (const [h, rowWindow] of down.entries()) {
      for (const [w, columnWindow] of across.entries()) {
        for (let c = 0; c < C; c++) {
          let sum = 0;
          for (let row = rowWindow.start; row < rowWindow.end; row++) {
            for (let column = columnWindow.start; column < columnWindow.end; column++) {
              sum += input.get(n, row, column, c);
            }
          }
          output.set(sum / sizeOf(rowWindow, columnWindow), n, h, w, c);
        }
      }
    }
  }
  return output;
}

/**
 * The gradient of the input: each window's is shared out among its positions.
 * @param gradient of the output, [N,H',W',C]
 */
export function averagePoolingGradient(
  gradient: Tensor,
  { input, rows, columns }: Pooling & { input: Tensor },
): Tensor {
  const [N, H, W, C] = input.shape as MapShape;
  const inputGradient = new Tensor(input.shape);
  for (let n = 0; n < N; n++) {
    for (const [h, rowWindow] of slidingWindows(H, rows).entries()) {
      for (const [w, columnWindow] of slidingWindows(W, columns).entries()) {
        for (let c = 0; c < C; c++) {
          const share = gradient.get(n, h, w, c) / sizeOf(rowWindow, columnWindow);
          for (let row = rowWindow.start; row < rowWindow.end; row++) {
            for (let column = columnWindow.start; column < columnWindow.end; column++) {
              inputGradient.add(share, n, row, column, c);
            }
          }
        }
      }
    }
  }
  return inputGradient;
}

function sizeOf(rows: Window, columns: Window): number {
  return (rows.end - rows.start) * (columns.end - columns.start);
}
