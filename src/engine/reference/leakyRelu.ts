// Reference, frozen: leaky ReLU (Maas, Hannun and Ng, 2013), forward and backward.
import type { Tensor } from "./tensor.js";

/** What is below zero is multiplied by alpha. */
export function leakyRelu(input: Tensor, alpha: number): Tensor {
  return input.map((value) => (value > 0 ? value : alpha * value));
}

/** The gradient of the input: alpha times it where the input is below zero, and at zero itself. */
export function leakyReluGradient(gradient: Tensor, input: Tensor, alpha: number): Tensor {
  return gradient.map((g, place) => (input.values[place]! > 0 ? g : alpha * g));
}
