// The way of a picture to an image of the data set, step by step: a small picture of what each gave, its
// name, and what it does.
import { html } from "htl";
import { pictureCanvas } from "./pictureCanvas.js";
import type {
  Preparation,
  PreparationStep,
  StepName,
} from "../../../lib/dataset/preparation/prepareGarment.js";

const names: Record<StepName, string> = {
  thumbnail: "Miniatura",
  white: "Fondo blanco",
  trimmed: "Recorte",
  small: "A 28 píxeles",
  sharpened: "Enfoque",
  centred: "Centrado",
  negative: "Negativo",
  grey: "Gris",
};

const explanations: Record<StepName, string> = {
  thumbnail:
    "el navegador reduce la imagen a 73 píxeles de lado, como mucho. El conjunto de datos salió de miniaturas de 51 × 73.",
  white:
    "el color de las esquinas pasa a blanco y, si es más oscuro que la prenda, antes se hace el negativo. Este paso lo añade el cuaderno: aquellas fotos ya tenían el fondo casi blanco.",
  trimmed: "se quitan los bordes que se distinguen del blanco en menos de un 5 %.",
  small: "el lado más largo queda en 28 píxeles: se saltan filas y columnas, sin suavizar.",
  sharpened:
    "cerca de los contornos, cada píxel se aparta de la media de los que lo rodean (una gaussiana de radio 1 y desviación 1).",
  centred: "se rellena de blanco hasta 28 × 28, con la prenda en medio.",
  negative: "lo claro y lo oscuro se cambian: la prenda queda clara sobre negro.",
  grey: "de los tres colores de cada píxel queda un número de 0 a 255. Esto es lo que ve la red.",
};

export function preparationSteps({ steps, wasNegated }: Preparation): HTMLElement {
  const shown = steps.map(
    (step) => html`<li>${pictureCanvas(step.picture)}<span>${caption(step)}</span></li>`,
  );
  return html`<div class="preparation">
    <ol class="preparation-steps">
      ${shown}
    </ol>
    <details>
      <summary>Qué hace cada paso</summary>
      <ol>
        ${steps.map(({ name }) => html`<li><strong>${names[name]}</strong>: ${explanations[name]}</li>`)}
      </ol>
      <p>
        Salvo el segundo, son los pasos, y el orden, con que se hizo Fashion-MNIST (Xiao, Rasul y
        Vollgraf, 2017). El fondo de esta imagen parece más ${wasNegated ? "oscuro" : "claro"} que
        la prenda.
      </p>
    </details>
  </div>`;
}

function caption({ name, picture: { width, height } }: PreparationStep): DocumentFragment {
  return html.fragment`${names[name]}<br />${width} × ${height}`;
}
