// A garment that the reader draws: each stroke gives another one, prepared as the data set's images.
import { html } from "htl";
import { drawingPad } from "./drawingPad.js";
import { preparedGarment } from "../preparation/preparedGarment.js";
import { thumbnail } from "../preparation/thumbnail.js";
import type { Garment } from "../../../lib/dataset/garment.js";

export function drawnPanel(onGarment: (garment: Garment) => void): {
  element: HTMLElement;
  leave: () => void;
} {
  const prepared = preparedGarment("Usar este dibujo", onGarment);
  const pad = drawingPad((canvas, { isEmpty, isKept }) => {
    if (isEmpty) {
      prepared.clear("El papel está en blanco: de momento sigue la prenda de antes.");
      return;
    }
    const taken = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height); // it goes on
    const picture = async () => ({
      picture: await thumbnail(taken, canvas),
      origin: "drawn" as const,
    });
    void (isKept ? prepared.offer(picture) : prepared.prepare(picture));
  });
  const element = html`<div>
    <p>
      Dibuja una prenda grande y rellena, oscura sobre el papel, con el ratón, el dedo o un lápiz.
    </p>
    <details>
      <summary>Con el teclado</summary>
      <p>
        También se puede, aunque despacio: en el papel, las flechas llevan un cursor por una
        cuadrícula de 28 × 28, la barra espaciadora pinta y mayúsculas con una flecha traza. Ctrl+Z
        deshace.
      </p>
    </details>
    ${pad}${prepared.element}
  </div>`;
  return { element, leave: prepared.leave };
}
