// Strokes by mouse, finger or pen.
import type { InkPoint, Stroke } from "./sketch.js";
import type { Brush } from "./brushFields.js";

export interface PointerPenOptions {
  /** Pixels of the paper on a side. */
  side: number;
  brush: () => Brush;
  /** The stroke under way has got points, from this one on. */
  onPoints: (stroke: Stroke, first: number) => void;
  onStroke: (stroke: Stroke) => void;
}

/** A second finger does not draw. A gesture that the browser takes over ends the stroke where it was. */
export function pointerPen(paper: HTMLElement, options: PointerPenOptions): void {
  let points: InkPoint[] = [];
  let pen: { id: number; brush: Brush } | undefined;
  const take = (events: readonly PointerEvent[]) => {
    const first = points.length;
    points.push(...events.map((event) => inkPoint(event, paper, options.side, pen!.brush)));
    options.onPoints({ points, grey: pen!.brush.grey }, first);
  };
  paper.addEventListener("pointerdown", (event) => {
    if (pen || !event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    paper.focus({ preventScroll: true });
    paper.setPointerCapture(event.pointerId);
    pen = { id: event.pointerId, brush: options.brush() };
    points = [];
    take([event]);
  });
  paper.addEventListener("pointermove", (event) => {
    if (event.pointerId !== pen?.id) return;
    const between = event.getCoalescedEvents();
    take(between.length === 0 ? [event] : between);
  });
  paper.addEventListener("lostpointercapture", (event) => {
    if (event.pointerId !== pen?.id) return;
    const { grey } = pen.brush;
    pen = undefined;
    options.onStroke({ points, grey });
  });
}

function inkPoint(event: PointerEvent, paper: HTMLElement, side: number, brush: Brush): InkPoint {
  const box = paper.getBoundingClientRect();
  // A pen says how hard it presses; the others say one half, or nothing.
  const press = event.pointerType === "pen" ? 0.5 + event.pressure : 1;
  return {
    x: ((event.clientX - box.left) / box.width) * side,
    y: ((event.clientY - box.top) / box.height) * side,
    width: brush.width * press,
  };
}
