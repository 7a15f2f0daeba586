import { mapImage } from "./mapImage.js";

/**
 * The image turned about its centre, clockwise.
 * @param pixels [784], 0–255
 */
export function turnImage(pixels: Uint8Array, degrees: number): Uint8Array {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return mapImage(pixels, { column: [cos, sin], row: [-sin, cos], right: 0, down: 0 });
}
