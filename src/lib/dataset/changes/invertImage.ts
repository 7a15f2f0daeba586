/**
 * The image on its way to its negative: 0 leaves it as it is, at 0.5 all is the same grey, 1 is the negative.
 * @param pixels 0–255
 * @param amount 0–1
 */
export function invertImage(pixels: Uint8Array, amount: number): Uint8Array {
  return pixels.map((pixel) => Math.round(pixel + amount * (255 - 2 * pixel)));
}
