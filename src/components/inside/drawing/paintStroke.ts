import type { Stroke } from "./sketch.js";

/** Paints a stroke, or what of it comes with its points from `first` on. */
export function paintStroke(
  context: CanvasRenderingContext2D,
  { points, grey }: Stroke,
  first = 0,
): void {
  const ink = `rgb(${grey} ${grey} ${grey})`;
  Object.assign(context, { lineCap: "round", strokeStyle: ink, fillStyle: ink });
  for (let i = first; i < points.length; i++) {
    const { x, y, width } = points[i]!;
    const before = points[i - 1];
    context.beginPath();
    if (before) {
      context.lineWidth = width;
      context.moveTo(before.x, before.y);
      context.lineTo(x, y);
      context.stroke();
    } else {
      context.arc(x, y, width / 2, 0, 2 * Math.PI);
      context.fill();
    }
  }
}
