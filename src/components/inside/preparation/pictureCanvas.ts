import type { Picture } from "../../../lib/dataset/preparation/picture.js";

/** A picture in colour, a canvas pixel a pixel; decorative: what stands by it says it all. */
export function pictureCanvas({ width, height, rgb }: Picture): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { className: "image-canvas", width, height });
  canvas.setAttribute("aria-hidden", "true");
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    image.data.set([rgb[3 * i]!, rgb[3 * i + 1]!, rgb[3 * i + 2]!, 255], 4 * i);
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
