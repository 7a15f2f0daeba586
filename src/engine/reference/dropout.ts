// Reference, frozen: dropout is a multiplication by a mask, of the values on the way forward and of the
// gradients on the way back. A mask holds 0, or 1 / (1 − rate), which keeps the expected sum as it was
// (Srivastava et al., 2014, "inverted" as in PyTorch). Who draws the mask is not its concern.
import type { Tensor } from "./tensor.js";

/** @param mask as many numbers as there are values, in their order */
export function dropout(valuesOrGradient: Tensor, mask: ArrayLike<number>): Tensor {
  return valuesOrGradient.map((value, place) => value * mask[place]!);
}
