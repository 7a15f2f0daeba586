// A canvas that CSS enlarges without smoothing, for a screen reader an image with a name, or nothing.
export function labelledCanvas({
  width,
  height,
  label,
}: {
  width: number;
  height: number;
  /** The text alternative; without one the image is decorative (its caption says it all). */
  label?: string | undefined;
}): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = "image-canvas";
  canvas.width = width;
  canvas.height = height;
  if (label === undefined) canvas.setAttribute("aria-hidden", "true");
  else {
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", label);
  }
  return canvas;
}
