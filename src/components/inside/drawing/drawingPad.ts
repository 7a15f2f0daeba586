// Paper to draw a garment on, dark on white as the shop's photographs.
import { html } from "htl";
import { brushFields } from "./brushFields.js";
import { historyButtons } from "./historyButtons.js";
import { keyboardPen } from "./keyboardPen.js";
import { paintStroke } from "./paintStroke.js";
import { pointerPen } from "./pointerPen.js";
import { addStroke, emptySketch, type Sketch, type Stroke } from "./sketch.js";
import { IMAGE_SIDE } from "../../../lib/dataset/dataset.js";
import type { Position } from "../../parts/gridFrame.js";

/** Pixels of the paper a pixel of the image. */
const CELL = 10;
const SIDE = IMAGE_SIDE * CELL;

/** @param onDrawing another drawing stands on the canvas */
export function drawingPad(
  onDrawing: (canvas: HTMLCanvasElement, options: { isEmpty: boolean }) => void,
): HTMLElement {
  const { paper, canvas, context } = emptyPaper();
  const readout = html`<p class="figure-readout" role="status"></p>`;
  const { elements, brush } = brushFields(CELL);
  let sketch: Sketch = emptySketch;
  const history = historyButtons(paper, (change) => {
    become(change(sketch));
  });
  function become(next: Sketch): void {
    if (next.strokes === sketch.strokes) return;
    sketch = next;
    paint();
    onDrawing(canvas, { isEmpty: sketch.strokes.length === 0 });
  }
  function paint(): void {
    context.fillStyle = "white";
    context.fillRect(0, 0, SIDE, SIDE);
    for (const stroke of sketch.strokes) paintStroke(context, stroke);
    history.show(sketch);
  }
  const onStroke = (stroke: Stroke) => {
    become(addStroke(sketch, stroke));
  };
  const onPoints = (stroke: Stroke, first: number) => {
    paintStroke(context, stroke, first);
  };
  const onMove = (position: Position) => {
    readout.textContent = describePlace(context, position);
  };
  pointerPen(paper, { side: SIDE, brush, onPoints, onStroke });
  paper.append(keyboardPen(paper, { cells: IMAGE_SIDE, cell: CELL, brush, onStroke, onMove }));
  paint();
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

/** «Fila 3, columna 4: papel en blanco». */
function describePlace(context: CanvasRenderingContext2D, { row, column }: Position): string {
  const [x, y] = [(column + 0.5) * CELL, (row + 0.5) * CELL];
  const [grey] = context.getImageData(x, y, 1, 1).data;
  const ink = grey === 255 ? "papel en blanco" : grey === 0 ? "negro" : `gris ${grey!} de 255`;
  return `Fila ${row}, columna ${column}: ${ink}.`;
}
