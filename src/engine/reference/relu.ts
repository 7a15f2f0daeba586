// Reference, frozen: ReLU, forward and backward.
import type { Tensor } from "./tensor.js";

/** What is below zero becomes zero. */
export function relu(input: Tensor): Tensor {
  return input.map((value) => Math.max(value, 0));
}

/** The gradient of the input: what did not pass gets none, and zero itself counts as not passing. */
export function reluGradient(gradient: Tensor, input: Tensor): Tensor {
  return gradient.map((g, place) => (input.values[place]! > 0 ? g : 0));
}
