// The fast gradient sign method (Goodfellow, Shlens and Szegedy, "Explaining and harnessing adversarial examples",
// 2014, arXiv:1412.6572): every pixel moves as far as the others, to the side that raises the loss.
import type { ImageSet } from "../../dataset/dataset.js";

/** The levels of grey above black. */
export const MOST_EPSILON = 255;

/**
 * The image x + ε·sign(∂L/∂x). ε is a whole number of levels of grey, so that the pixels stay whole numbers and
 * nothing is rounded; what passes 0 or 255 stays there. A pixel whose gradient is 0 does not move.
 * @param pixels 0–255
 * @param gradient of the loss in each pixel, of any scale: only its sign counts
 * @param epsilon −255 … 255; below zero the loss falls: towards the class whose loss it is
 */
export function fgsm(pixels: Uint8Array, gradient: ArrayLike<number>, epsilon: number): Uint8Array {
  const moved = new Uint8ClampedArray(pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    moved[i] = pixels[i]! + Math.round(epsilon) * Math.sign(gradient[i]!);
  }
  return new Uint8Array(moved.buffer);
}

/** The images of all ε, from 0 to 255 levels of grey, one after the other. @param side −1: towards the class */
export function fgsmSteps(pixels: Uint8Array, gradient: ArrayLike<number>, side: 1 | -1): ImageSet {
  const count = MOST_EPSILON + 1;
  const images = new Uint8Array(count * pixels.length);
  for (let epsilon = 0; epsilon < count; epsilon++) {
    images.set(fgsm(pixels, gradient, side * epsilon), epsilon * pixels.length);
  }
  return { images, labels: new Uint8Array(count), count };
}
