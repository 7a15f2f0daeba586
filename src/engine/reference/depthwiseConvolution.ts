// Reference, frozen: a convolution that looks at each channel alone, without padding, forward and backward.
import { type FilterShape, type MapShape, Tensor } from "./tensor.js";

export interface DepthwiseConvolution {
  /** [FH,FW,C,1]: a filter a channel. */
  filters: Tensor;
  /** [C] */
  bias: Tensor;
  /** Zancada: input positions from one output position to the next. */
  stride: number;
}

/**
 * output[n,h,w,c] = bias[c] + Σ input[n, h·stride+fh, w·stride+fw, c] · filters[fh,fw,c], over fh, fw.
 * @param input [N,H,W,C]
 */
export function depthwiseConvolution(
  input: Tensor,
  { filters, bias, stride }: DepthwiseConvolution,
): Tensor {
  const [N, H, W, C] = input.shape as MapShape;
  const [FH, FW] = filters.shape as FilterShape;
  const [outputH, outputW] = [Math.floor((H - FH) / stride) + 1, Math.floor((W - FW) / stride) + 1];
  const output = new Tensor([N, outputH, outputW, C]);
  for (let n = 0; n < N; n++) {
    for (let h = 0; h < outputH; h++) {
      for (let w = 0; w < outputW; w++) {
        for (let c = 0; c < C; c++) {
          let sum = bias.get(c);
          for (let fh = 0; fh < FH; fh++) {
            for (let fw = 0; fw < FW; fw++) {
              sum += input.get(n, h * stride + fh, w * stride + fw, c) * filters.get(fh, fw, c);
            }
          }
          output.set(sum, n, h, w, c);
        }
      }
    }
  }
  return output;
}

/** @param gradient of the output, [N,H',W',C] */
export function depthwiseConvolutionGradients(
  gradient: Tensor,
  { input, filters, stride }: { input: Tensor } & Omit<DepthwiseConvolution, "bias">,
): { input: Tensor; filters: Tensor; bias: Tensor } {
  const [N, outputH, outputW, C] = gradient.shape as MapShape;
  const [FH, FW] = filters.shape as FilterShape;
  const inputGradient = new Tensor(input.shape);
  const filterGradient = new Tensor(filters.shape);
  const biasGradient = new Tensor([C]);
  for (let n = 0; n < N; n++) {
    for (let h = 0; h < outputH; h++) {
      for (let w = 0; w < outputW; w++) {
        for (let c = 0; c < C; c++) {
          const g = gradient.get(n, h, w, c);
          biasGradient.add(g, c);
          for (let fh = 0; fh < FH; fh++) {
            for (let fw = 0; fw < FW; fw++) {
              const [row, column] = [h * stride + fh, w * stride + fw];
              inputGradient.add(g * filters.get(fh, fw, c), n, row, column, c);
              filterGradient.add(g * input.get(n, row, column, c), fh, fw, c);
            }
          }
        }
      }
    }
  }
  return { input: inputGradient, filters: filterGradient, bias: biasGradient };
}
