// Errors of max and average pooling.
import type { LayerPlace } from "./layerPlace.js";
import { absolute, gamma, type LayerBound, plus, times } from "./floatError.js";
import {
  averagePooling,
  averagePoolingGradient,
} from "../../src/engine/reference/averagePooling.js";
import { maxPoolingGradient, type Pooling } from "../../src/engine/reference/maxPooling.js";
import { type Sliding, slidingWindows } from "../../src/engine/reference/slidingWindows.js";
import type { MapShape, Tensor } from "../../src/engine/reference/tensor.js";

interface Pooled {
  pooling: Pooling;
  input: Tensor;
  error: Tensor;
  output: Tensor;
}

/** A mean is a sum of as many numbers as a window has, and a division. */
export function averagePoolingBound({ pooling, input, error }: Omit<Pooled, "output">): LayerBound {
  const rounding = gamma(areaOf(pooling));
  const size = averagePooling(plus(absolute(input), error), pooling);
  return {
    error: plus(averagePooling(error, pooling), times(size, rounding)),
    backward: (gradient, gradientError) => {
      const back = (g: Tensor) => averagePoolingGradient(g, { ...pooling, input });
      const sizes = back(plus(absolute(gradient), gradientError));
      return { input: plus(back(gradientError), times(sizes, gamma(areaOf(pooling) + 1))) };
    },
  };
}

/** That of an average pooling with one window, the whole map. */
export function globalPoolingBound({ input, error }: Omit<LayerPlace, "output">): LayerBound {
  const [N, H, W, C] = input.shape as MapShape;
  const [rows, columns] = [H, W].map((window): Sliding => ({
    window,
    stride: 1,
    padding: "valid",
  })) as [Sliding, Sliding];
  const bound = averagePoolingBound({ pooling: { rows, columns }, input, error });
  return {
    error: bound.error.reshape([N, C]),
    backward: (gradient, gradientError) =>
      bound.backward(gradient.reshape([N, 1, 1, C]), gradientError.reshape([N, 1, 1, C])),
  };
}

/**
 * A maximum is no computation: its error is that of the number chosen. Where another number of the window
 * is nearer to it than both their errors, float32 may choose that one: the error is then the larger one,
 * and on the way back the whole gradient may go to either.
 */
export function maxPoolingBound(pooled: Pooled): LayerBound {
  const { pooling, input, error } = pooled;
  const maxima = placesOfMaxima(pooled);
  const outputError = maxima.map((place) => error.values[place]!);
  eachRival(pooled, maxima, (place, window) => {
    outputError.values[window] = Math.max(outputError.values[window]!, error.values[place]!);
  });
  const back = (g: Tensor) => maxPoolingGradient(g, { ...pooling, input });
  return {
    error: outputError,
    backward: (gradient, gradientError) => {
      const size = plus(absolute(gradient), gradientError);
      const found = plus(back(gradientError), times(back(size), gamma(areaOf(pooling))));
      eachRival(pooled, maxima, (place, window) => {
        found.values[place]! += size.values[window]!;
        found.values[maxima.values[window]!]! += size.values[window]!;
      });
      return { input: found };
    },
  };
}

/** Where the first number of each window stands that equals its maximum. */
function placesOfMaxima(pooled: Pooled): Tensor {
  const places = pooled.output.map(() => -1);
  eachPlace(pooled, (place, window) => {
    const isMaximum = pooled.input.values[place] === pooled.output.values[window];
    if (isMaximum && places.values[window]! < 0) places.values[window] = place;
  });
  return places;
}

/** Calls back with each place that may hold a window's maximum in float32, though it does not. */
function eachRival(
  pooled: Pooled,
  maxima: Tensor,
  visit: (place: number, window: number) => void,
): void {
  const { input, error, output } = pooled;
  eachPlace(pooled, (place, window) => {
    const maximum = maxima.values[window]!;
    const margin = error.values[place]! + error.values[maximum]!;
    const distance = output.values[window]! - input.values[place]!;
    if (place !== maximum && margin > 0 && distance <= margin) visit(place, window);
  });
}

/** Calls back with each place in the input that each window covers, and the window's in the output. */
function eachPlace(
  { pooling, input, output }: Pooled,
  visit: (place: number, window: number) => void,
): void {
  const [N, H, W, C] = input.shape as MapShape;
  for (const [h, rows] of slidingWindows(H, pooling.rows).entries()) {
    for (const [w, columns] of slidingWindows(W, pooling.columns).entries()) {
      for (let row = rows.start; row < rows.end; row++) {
        for (let column = columns.start; column < columns.end; column++) {
          for (let n = 0; n < N; n++) {
            for (let c = 0; c < C; c++) {
              visit(input.place(n, row, column, c), output.place(n, h, w, c));
            }
          }
        }
      }
    }
  }
}

function areaOf({ rows, columns }: Pooling): number {
  return rows.window * columns.window;
}
