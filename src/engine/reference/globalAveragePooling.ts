// Reference, frozen: the mean of each whole map, forward and backward.
import { type MapShape, type RowShape, Tensor } from "./tensor.js";

/**
 * output[n,c] = Σ input[n,h,w,c] / (H·W), over h and w; [N,C].
 * @param input [N,H,W,C]
 */
export function globalAveragePooling(input: Tensor): Tensor {
  const [N, H, W, C] = input.shape as MapShape;
  const output = new Tensor([N, C]);
  for (let n = 0; n < N; n++) {
    for (let h = 0; h < H; h++) {
      for (let w = 0; w < W; w++) {
        for (let c = 0; c < C; c++) output.add(input.get(n, h, w, c), n, c);
      }
    }
  }
  return output.map((sum) => sum / (H * W));
}

/**
 * The gradient of the input: that of each mean, shared out among its H·W numbers.
 * @param gradient of the output, [N,C]
 */
export function globalAveragePoolingGradient(gradient: Tensor, input: Tensor): Tensor {
  const [, H, W] = input.shape as MapShape;
  const [, C] = gradient.shape as RowShape;
  return input.map((_, place) => {
    const image = Math.floor(place / (H * W * C));
    return gradient.get(image, place % C) / (H * W);
  });
}
