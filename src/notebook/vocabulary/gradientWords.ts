// The network by hand, its gradient, and what checks it.
import { moduleWords, type Words } from "./moduleWords.js";

export const gradientWords: Words = {
  "./components/gradient/handGradient.js": moduleWords(
    () => import("../../components/gradient/handGradient.js"),
    {
      handGradient: "Una red que cabe en la pantalla, con su gradiente flecha a flecha.",
      handNumbers: "Los números de esa red, con lo que tú les cambias.",
    },
  ),
  "./components/gradient/lossComparison.js": moduleWords(
    () => import("../../components/gradient/lossComparison.js"),
    { lossComparison: "Varias pérdidas y sus gradientes, según lo segura que está la red." },
  ),
  "./components/gradient/slopeTable.js": moduleWords(
    () => import("../../components/gradient/slopeTable.js"),
    { slopeTable: "Un gradiente junto a lo que cambia la pérdida al mover su peso." },
  ),
  "./components/gradient/weightChooser.js": moduleWords(
    () => import("../../components/gradient/weightChooser.js"),
    { weightChooser: "Elige un número de los pesos de una red." },
  ),
  "./lib/network/byHand/handNetwork.js": moduleWords(
    () => import("../../lib/network/byHand/handNetwork.js"),
    {
      logSoftmaxOf: "El log-softmax de una lista de puntuaciones.",
    },
  ),
  "./lib/numbers/correlate.js": moduleWords(() => import("../../lib/numbers/correlate.js"), {
    correlate: "Desliza un cuadrado de números sobre otro y suma los productos.",
    withZeros: "Un cuadrado de números con un marco de ceros.",
  }),
};
