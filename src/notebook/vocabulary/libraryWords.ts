// The libraries that the pages use.
import { moduleWords, type Words } from "./moduleWords.js";

export const libraryWords: Words = {
  "./lib/network/tf.js": {
    load: () => import("../../lib/network/tf.js"),
    words: {},
    whole: { name: "tf", help: "TensorFlow.js: tensores, capas y gradientes." },
  },
  d3: {
    load: () => import("d3"),
    words: {},
    whole: { name: "d3", help: "D3: medias, rangos, escalas y mucho más." },
  },
  "@observablehq/plot": {
    load: () => import("@observablehq/plot"),
    words: {},
    whole: { name: "Plot", help: "Observable Plot: gráficas en una línea." },
  },
  "@observablehq/inputs": {
    load: () => import("@observablehq/inputs"),
    words: {},
    whole: { name: "Inputs", help: "Controles: deslizadores, listas y botones." },
  },
  htl: moduleWords(() => import("htl"), {
    html: "Crea elementos de la página: html`<p>Hola</p>`.",
  }),
};
