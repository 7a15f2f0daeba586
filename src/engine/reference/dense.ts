// Reference, frozen: a dense layer, forward and backward. On a map it works on each position by itself.
import { type RowShape, Tensor } from "./tensor.js";

export interface Dense {
  /** [C,K] */
  kernel: Tensor;
  /** [K] */
  bias: Tensor;
}

/**
 * output[…,k] = bias[k] + Σ input[…,c] · kernel[c,k], over c.
 * @param input [N,C] or [N,H,W,C]
 */
export function dense(input: Tensor, { kernel, bias }: Dense): Tensor {
  const [C, K] = kernel.shape as RowShape;
  const rows = input.rows();
  const output = new Tensor([...input.shape.slice(0, -1), K]);
  const outputRows = output.rows();
  for (let n = 0; n < rows.shape[0]!; n++) {
    for (let k = 0; k < K; k++) {
      let sum = bias.get(k);
      for (let c = 0; c < C; c++) sum += rows.get(n, c) * kernel.get(c, k);
      outputRows.set(sum, n, k);
    }
  }
  return output;
}

/** @param gradient of the output, [N,K] or [N,H,W,K] */
export function denseGradients(
  gradient: Tensor,
  { input, kernel }: { input: Tensor; kernel: Tensor },
): { input: Tensor; kernel: Tensor; bias: Tensor } {
  const [C, K] = kernel.shape as RowShape;
  const [rows, gradientRows] = [input.rows(), gradient.rows()];
  const inputGradient = new Tensor(input.shape);
  const inputGradientRows = inputGradient.rows();
  const kernelGradient = new Tensor(kernel.shape);
  const biasGradient = new Tensor([K]);
  for (let n = 0; n < rows.shape[0]!; n++) {
    for (let k = 0; k < K; k++) {
      const g = gradientRows.get(n, k);
      biasGradient.add(g, k);
      for (let c = 0; c < C; c++) {
        inputGradientRows.add(g * kernel.get(c, k), n, c);
        kernelGradient.add(g * rows.get(n, c), c, k);
      }
    }
  }
  return { input: inputGradient, kernel: kernelGradient, bias: biasGradient };
}
