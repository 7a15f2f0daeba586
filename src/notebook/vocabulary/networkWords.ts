// The network, its loss and how right it is.
import { moduleWords, type Words } from "./moduleWords.js";

export const networkWords: Words = {
  "./lib/network/convolve3x3.js": moduleWords(() => import("../../lib/network/convolve3x3.js"), {
    convolve3x3: "Convolución de una imagen de 28 × 28 con un filtro de 3 × 3.",
  }),
  "./lib/network/isOriginalNetwork.js": moduleWords(
    () => import("../../lib/network/isOriginalNetwork.js"),
    { isOriginalNetwork: "Si una red tiene las capas de la original." },
  ),
  "./lib/network/describeLayers.js": moduleWords(
    () => import("../../lib/network/describeLayers.js"),
    {
      describeLayers: "Las capas de una red, con su forma, sus parámetros y sus multiplicaciones.",
      largestLayer: "La capa con más parámetros o con más multiplicaciones, y qué parte tiene.",
      layerTotals: "Los parámetros y las multiplicaciones de toda la red.",
    },
  ),
  "./lib/browser/keepNetwork.js": moduleWords(() => import("../../lib/browser/keepNetwork.js"), {
    keepNetwork: "Guarda tu red para que la usen las demás páginas.",
  }),
  "./lib/network/instruments/calibration.js": moduleWords(
    () => import("../../lib/network/instruments/calibration.js"),
    {
      calibration: "Si la red acierta tanto como segura está, tramo a tramo.",
      confidencesAt: "La confianza de cada respuesta con otra temperatura.",
    },
  ),
  "./lib/network/namedWeights.js": moduleWords(() => import("../../lib/network/namedWeights.js"), {
    readWeights: "Los pesos de una red, con su nombre y su forma, en listas de números.",
  }),
  "./lib/network/loss.js": moduleWords(() => import("../../lib/network/loss.js"), {
    nllLoss: "La pérdida media de un lote: menos la log-probabilidad de la clase correcta.",
  }),
  "./lib/network/metrics.js": moduleWords(() => import("../../lib/network/metrics.js"), {
    cellImages: "Las imágenes de una casilla de la matriz de confusión.",
    accuracy: "La exactitud: qué parte de las predicciones acierta, de 0 a 1.",
    checkLengths: "Comprueba que hay una predicción por etiqueta.",
    classResults: "Aciertos de cada clase, a partir de la matriz de confusión.",
    confusionMatrix:
      "La matriz de confusión: filas, las clases verdaderas; columnas, las predichas.",
    confidentErrors: "Los errores, del más seguro al más dudoso.",
    precisionOf: "La precisión de una clase: de lo que la red llama así, cuánto lo es.",
    worstConfusions: "Las confusiones más frecuentes de una matriz.",
  }),
  "./lib/network/network.js": moduleWords(() => import("../../lib/network/network.js"), {
    createNetwork: "Crea la red del original, con sus pesos iniciales.",
    initializeLikePyTorch: "Sortea los pesos de una red como PyTorch, con una semilla.",
    logSoftmax: "La activación log-softmax, para la última capa.",
  }),
  "./lib/network/networkFromTopology.js": moduleWords(
    () => import("../../lib/network/networkFromTopology.js"),
    {
      flattenedShapes: "Las formas que llegan a las capas que aplanan.",
      networkFromTopology: "La red que describe un JSON de tf.layers.",
    },
  ),
  "./lib/files/pytorchLayout.js": moduleWords(() => import("../../lib/files/pytorchLayout.js"), {
    toPyTorch: "Los pesos con los nombres y el orden de PyTorch.",
  }),
  "./lib/browser/readerNetwork.js": moduleWords(
    () => import("../../lib/browser/readerNetwork.js"),
    {
      onReaderNetworkChange: "Llama a una función cuando cambias tu red, también en otra pestaña.",
      readerNetwork: "Tu red en JSON, si la has cambiado en «Definir la red».",
    },
  ),
};
