// Reference, frozen: zeros around a map, as the `same` padding of a convolution asks for them.
import { type MapShape, Tensor } from "./tensor.js";

/** Rows above and below, columns left and right. */
export interface Border {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The maps with zeros around them, [N, top+H+bottom, left+W+right, C]. */
export function zeroPadding(input: Tensor, { top, bottom, left, right }: Border): Tensor {
  const [N, H, W, C] = input.shape as MapShape;
  const output = new Tensor([N, top + H + bottom, left + W + right, C]);
  for (let n = 0; n < N; n++) {
    for (let h = 0; h < H; h++) {
      for (let w = 0; w < W; w++) {
        for (let c = 0; c < C; c++) output.set(input.get(n, h, w, c), n, top + h, left + w, c);
      }
    }
  }
  return output;
}

/** The gradient of the maps: what is inside the border of the output's gradient. */
export function zeroPaddingGradient(
  gradient: Tensor,
  { top, bottom, left, right }: Border,
): Tensor {
  const [N, paddedH, paddedW, C] = gradient.shape as MapShape;
  const [H, W] = [paddedH - top - bottom, paddedW - left - right];
  const inputGradient = new Tensor([N, H, W, C]);
  for (let n = 0; n < N; n++) {
    for (let h = 0; h < H; h++) {
      for (let w = 0; w < W; w++) {
        for (let c = 0; c < C; c++) {
          inputGradient.set(gradient.get(n, top + h, left + w, c), n, h, w, c);
        }
      }
    }
  }
  return inputGradient;
}
