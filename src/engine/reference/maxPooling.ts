// Reference, frozen: max pooling, forward and backward. Of equal values the first one of the window,
// row by row, is its maximum; what lies outside the map takes no part.
import { type Sliding, slidingWindows } from "./slidingWindows.js";
import { type MapShape, Tensor } from "./tensor.js";

/** How windows move down the rows and across the columns. */
export interface Pooling {
  rows: Sliding;
  columns: Sliding;
}

/**
 * The largest value of each window, [N,H',W',C].
 * @param input [N,H,W,C]
 */
export function maxPooling(input: Tensor, pooling: Pooling): Tensor {
  const maxima = placesOfMaxima(input, pooling);
  return maxima.map((place) => input.values[place]!);
}

/**
 * The gradient of the input: each window's goes to its maximum; where windows overlap, they add up.
 * @param gradient of the output, [N,H',W',C]
 */
export function maxPoolingGradient(
  gradient: Tensor,
  { input, ...pooling }: Pooling & { input: Tensor },
): Tensor {
  const inputGradient = new Tensor(input.shape);
  placesOfMaxima(input, pooling).values.forEach((place, output) => {
    inputGradient.values[place]! += gradient.values[output]!;
  });
  return inputGradient;
}

/** Where each window's maximum stands in the input's values, [N,H',W',C]. */
function placesOfMaxima(input: Tensor, { rows, columns }: Pooling): Tensor {
  const [N, H, W, C] = input.shape as MapShape;
  const [down, across] = [slidingWindows(H, rows), slidingWindows(W, columns)];
  const places = new Tensor([N, down.length, across.length, C]);
  for (let n = 0; n < N; n++) {
    for (const [h, rowWindow] of down.entries()) {
      for (const [w, columnWindow] of across.entries()) {
        for (let c = 0; c < C; c++) {
          let best = input.place(n, rowWindow.start, columnWindow.start, c);
          for (let row = rowWindow.start; row < rowWindow.end; row++) {
            for (let column = columnWindow.start; column < columnWindow.end; column++) {
              const place = input.place(n, row, column, c);
              if (input.values[place]! > input.values[best]!) best = place;
            }
          }
          places.set(best, n, h, w, c);
        }
      }
    }
  }
  return places;
}
