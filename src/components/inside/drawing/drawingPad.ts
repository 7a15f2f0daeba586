// Paper to draw a garment on, dark on white as the shop's photographs.
import { html } from "htl";
import { brushFields } from "./brushFields.js";
import { historyButtons } from "./historyButtons.js";
import { keyboardPen } from "./keyboardPen.js";
import { paintStroke } from "./paintStroke.js";
import { pointerPen } from "./pointerPen.js";
import { addStroke, emptySketch, type Sketch, type Stroke } from "./sketch.js";
import { keepStrokes, keptStrokes } from "../../../lib/browser/keptSketch.js";
import { IMAGE_SIDE } from "../../../lib/dataset/dataset.js";
import type { Position } from "../../parts/gridFrame.js";

/** Pixels of the paper a pixel of the image. */
const CELL = 10;
const SIDE = IMAGE_SIDE * CELL;

export interface Drawing {
  isEmpty: boolean;
  /** Whether it was there before, and nobody has drawn it now. */
  isKept: boolean;
}

/** @param onDrawing another drawing stands on the canvas */
export function drawingPad(
  onDrawing: (canvas: HTMLCanvasElement, drawing: Drawing) => void,
): HTMLElement {
  const { paper, canvas, context } = emptyPaper();
  const { elements, brush } = brushFields(CELL);
  let sketch: Sketch = { ...emptySketch, strokes: keptStrokes() };
  const history = historyButtons(paper, (change) => {
    become(change(sketch));
  });
  function become(next: Sketch): void {
    if (next.strokes === sketch.strokes) return;
    sketch = next;
    keepStrokes(sketch.strokes);
    paint();
    onDrawing(canvas, { isEmpty: sketch.strokes.length === 0, isKept: false });
  }
  const onStroke = (stroke: Stroke) => {
    become(addStroke(sketch, stroke));
  };
  function paint(): void {
    context.fillStyle = "white";
    context.fillRect(0, 0, SIDE, SIDE);
    for (const stroke of sketch.strokes) paintStroke(context, stroke);
    history.show(sketch);
  }
  const onPoints = (stroke: Stroke, first: number) => {
    paintStroke(context, stroke, first);
  };
  pointerPen(paper, { side: SIDE, brush, onPoints, onStroke });
  const { readout, onMove } = placeReadout(context);
  paper.append(keyboardPen(paper, { cells: IMAGE_SIDE, cell: CELL, brush, onStroke, onMove }));
  paint();
  if (sketch.strokes.length > 0) onDrawing(canvas, { isEmpty: false, isKept: true });
  return html`<div>
    <div class="figure-controls">${elements}</div>
    ${paper}${history.element}${readout}
  </div>`;
}

function emptyPaper() {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: SIDE, height: SIDE });
  canvas.setAttribute("aria-hidden", "true");
  const paper = html`<div
    class="drawing-paper"
    role="application"
    tabindex="0"
    aria-label="Papel para dibujar: las flechas mueven el cursor, la barra espaciadora pinta y mayúsculas con una flecha traza"
    aria-roledescription="papel"
  >
    ${canvas}
  </div>`;
  return { paper, canvas, context: canvas.getContext("2d", { willReadFrequently: true })! };
}

/** Says where the keyboard's pen is. */
function placeReadout(context: CanvasRenderingContext2D) {
  const readout = html`<p class="figure-readout" role="status"></p>`;
  const onMove = (position: Position) => {
    readout.textContent = describePlace(context, position);
  };
  return { readout, onMove };
}

/** «Fila 3, columna 4: papel en blanco». */
function describePlace(context: CanvasRenderingContext2D, { row, column }: Position): string {
  const [x, y] = [(column + 0.5) * CELL, (row + 0.5) * CELL];
  const [grey] = context.getImageData(x, y, 1, 1).data;
  const ink = grey === 255 ? "papel en blanco" : grey === 0 ? "negro" : `gris ${grey!} de 255`;
  return `Fila ${row}, columna ${column}: ${ink}.`;
}
