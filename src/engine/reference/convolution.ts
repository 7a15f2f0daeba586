// Reference, frozen: convolution without padding, forward and backward. As in every framework, it is a
// cross-correlation: the filter is not turned round. Zeros for `same` are put on before: zeroPadding.ts.
import { type FilterShape, type MapShape, Tensor } from "./tensor.js";

export interface Convolution {
  /** [FH,FW,C,K] */
  filters: Tensor;
  /** [K] */
  bias: Tensor;
  /** Zancada: input positions from one output position to the next. */
  stride: number;
}

/**
 * output[n,h,w,k] = bias[k] + Σ input[n, h·stride+fh, w·stride+fw, c] · filters[fh,fw,c,k], over fh, fw, c.
 * @param input [N,H,W,C]
 */
// #region forward
export function convolution(input: Tensor, { filters, bias, stride }: Convolution): Tensor {
  const [N, H, W] = input.shape as MapShape;
  const [FH, FW, C, K] = filters.shape as FilterShape;
  const [outputH, outputW] = [Math.floor((H - FH) / stride) + 1, Math.floor((W - FW) / stride) + 1];
  const output = new Tensor([N, outputH, outputW, K]);
  for (let n = 0; n < N; n++) {
    for (let h = 0; h < outputH; h++) {
      for (let w = 0; w < outputW; w++) {
        for (let k = 0; k < K; k++) {
          let sum = bias.get(k); // empieza por el sesgo
          for (let fh = 0; fh < FH; fh++) {
            for (let fw = 0; fw < FW; fw++) {
              for (let c = 0; c < C; c++) {
                sum +=
                  input.get(n, h * stride + fh, w * stride + fw, c) * filters.get(fh, fw, c, k);
              }
            }
          }
          output.set(sum, n, h, w, k);
        }
      }
    }
  }
  return output;
}
// #endregion

/**
 * Each output is a sum of products, so each product hands the output's gradient to its two factors:
 * to the input what the filter was, to the filter what the input was.
 * @param gradient of the output, [N,H',W',K]
 */
// #region backward
export function convolutionGradients(
  gradient: Tensor,
  { input, filters, stride }: { input: Tensor } & Omit<Convolution, "bias">,
): { input: Tensor; filters: Tensor; bias: Tensor } {
  const [N, outputH, outputW] = gradient.shape as MapShape;
  const [FH, FW, C, K] = filters.shape as FilterShape;
  const inputGradient = new Tensor(input.shape);
  const filterGradient = new Tensor(filters.shape);
  const biasGradient = new Tensor([K]);
  for (let n = 0; n < N; n++) {
    for (let h = 0; h < outputH; h++) {
      for (let w = 0; w < outputW; w++) {
        for (let k = 0; k < K; k++) {
          const g = gradient.get(n, h, w, k);
          biasGradient.add(g, k);
          for (let fh = 0; fh < FH; fh++) {
            for (let fw = 0; fw < FW; fw++) {
              const [row, column] = [h * stride + fh, w * stride + fw];
              for (let c = 0; c < C; c++) {
                // A cada factor del producto le toca g por el otro
                inputGradient.add(g * filters.get(fh, fw, c, k), n, row, column, c);
                filterGradient.add(g * input.get(n, row, column, c), fh, fw, c, k);
              }
            }
          }
        }
      }
    }
  }
  return { input: inputGradient, filters: filterGradient, bias: biasGradient };
}
// #endregion
