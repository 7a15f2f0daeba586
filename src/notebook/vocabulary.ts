// The notebook's own vocabulary: the libraries and the modules that the pages import, in scope in every
// cell that the reader changes, each name with a line of help. Nothing is loaded before it is used.

/** What a cell may import, by the name that a page would write. */
const modules: Record<string, () => Promise<object>> = {
  d3: () => import("d3"),
  htl: () => import("htl"),
  "@observablehq/inputs": () => import("@observablehq/inputs"),
  "@observablehq/plot": () => import("@observablehq/plot"),
  "./lib/tf.js": () => import("../lib/tf.js"),
  "./lib/classNames.js": () => import("../lib/classNames.js"),
  "./lib/convolve3x3.js": () => import("../lib/convolve3x3.js"),
  "./lib/currentRun.js": () => import("../lib/currentRun.js"),
  "./lib/dataset.js": () => import("../lib/dataset.js"),
  "./lib/datasetFiles.js": () => import("../lib/datasetFiles.js"),
  "./lib/describeLayers.js": () => import("../lib/describeLayers.js"),
  "./lib/format.js": () => import("../lib/format.js"),
  "./lib/hyperparameters.js": () => import("../lib/hyperparameters.js"),
  "./lib/loss.js": () => import("../lib/loss.js"),
  "./lib/measuredReports.js": () => import("../lib/measuredReports.js"),
  "./lib/metrics.js": () => import("../lib/metrics.js"),
  "./lib/network.js": () => import("../lib/network.js"),
  "./lib/networkFromTopology.js": () => import("../lib/networkFromTopology.js"),
  "./lib/originalResults.js": () => import("../lib/originalResults.js"),
  "./lib/pytorchLayout.js": () => import("../lib/pytorchLayout.js"),
  "./lib/random.js": () => import("../lib/random.js"),
  "./lib/run.js": () => import("../lib/run.js"),
  "./training/batches.js": () => import("../training/batches.js"),
  "./training/evaluateInWorker.js": () => import("../training/evaluateInWorker.js"),
  "./training/newRun.js": () => import("../training/newRun.js"),
  "./components/barTable.js": () => import("../components/barTable.js"),
  "./components/classAccuracyTable.js": () => import("../components/classAccuracyTable.js"),
  "./components/classBalance.js": () => import("../components/classBalance.js"),
  "./components/comparisonTable.js": () => import("../components/comparisonTable.js"),
  "./components/confusionTable.js": () => import("../components/confusionTable.js"),
  "./components/convolutionFigure.js": () => import("../components/convolutionFigure.js"),
  "./components/figure.js": () => import("../components/figure.js"),
  "./components/gradientTable.js": () => import("../components/gradientTable.js"),
  "./components/imageGrid.js": () => import("../components/imageGrid.js"),
  "./components/loadPanel.js": () => import("../components/loadPanel.js"),
  "./components/lossChart.js": () => import("../components/lossChart.js"),
  "./components/meanImages.js": () => import("../components/meanImages.js"),
  "./components/networkDiagram.js": () => import("../components/networkDiagram.js"),
  "./components/networkSummary.js": () => import("../components/networkSummary.js"),
  "./components/poolingFigure.js": () => import("../components/poolingFigure.js"),
  "./components/predictionCounts.js": () => import("../components/predictionCounts.js"),
  "./components/probabilityBars.js": () => import("../components/probabilityBars.js"),
  "./components/reluFigure.js": () => import("../components/reluFigure.js"),
  "./components/resultGrid.js": () => import("../components/resultGrid.js"),
  "./components/weightHistogram.js": () => import("../components/weightHistogram.js"),
};

interface Entry {
  module: string;
  help: string;
  /** What the module calls it; left out: the same. `*`: the module itself is the value. */
  exported?: string;
}

const words: Record<string, Record<string, string>> = {
  htl: { html: "Crea elementos de la página: html`<p>Hola</p>`." },
  "./lib/classNames.js": { classNames: "Las diez clases, con su nombre en español y en inglés." },
  "./lib/convolve3x3.js": {
    convolve3x3: "Convolución de una imagen de 28 × 28 con un filtro de 3 × 3.",
  },
  "./lib/currentRun.js": {
    currentRun: "La corrida que muestran las páginas: la tuya, o la de referencia.",
    referenceRun: "La corrida de referencia, con sus pesos.",
  },
  "./lib/dataset.js": {
    CLASS_COUNT: "Cuántas clases hay: 10.",
    downloadBytes: "Cuántos bytes hay que descargar de unos archivos.",
    imageAt: "Los 784 píxeles de una imagen de un conjunto.",
    loadDataset: "Carga las imágenes de entrenamiento y de prueba.",
    loadSample: "Carga una muestra de mil imágenes de entrenamiento.",
    loadTestLabels: "Carga las 10.000 etiquetas de prueba.",
    loadTestSample: "Carga las 200 primeras imágenes de prueba.",
    loadTestSet: "Carga las 10.000 imágenes de prueba.",
  },
  "./lib/datasetFiles.js": {
    datasetFiles: "Dónde están los archivos del conjunto de datos.",
    datasetSummary: "Medias y recuentos de las 60.000 imágenes.",
  },
  "./lib/describeLayers.js": {
    describeLayers: "Las capas de una red, con su forma y sus parámetros.",
  },
  "./lib/format.js": {
    formatBytes: "Escribe un tamaño: «30,1 MB».",
    formatDecimal: "Escribe un número con decimales: «0,332».",
    formatDuration: "Escribe una duración: «2 min».",
    formatInteger: "Escribe un entero: «60.000».",
    formatNumber: "Escribe un número sin decimales de más.",
    formatPercent: "Escribe una proporción: «88,3 %».",
  },
  "./lib/hyperparameters.js": {
    defaultHyperparameters: "Los hiperparámetros del cuaderno original.",
  },
  "./lib/loss.js": {
    nllLoss: "La pérdida media de un lote: menos la log-probabilidad de la clase correcta.",
  },
  "./lib/measuredReports.js": {
    benchReport: "Las medidas de la carrera de motores, si la hay.",
    seedReport: "Los resultados de varias semillas, si los hay.",
  },
  "./lib/metrics.js": {
    accuracy: "La exactitud: qué parte de las predicciones acierta, de 0 a 1.",
    checkLengths: "Comprueba que hay una predicción por etiqueta.",
    classResults: "Aciertos de cada clase, a partir de la matriz de confusión.",
    confusionMatrix:
      "La matriz de confusión: filas, las clases verdaderas; columnas, las predichas.",
    confidentErrors: "Los errores, del más seguro al más dudoso.",
    precisionOf: "La precisión de una clase: de lo que la red llama así, cuánto lo es.",
    worstConfusions: "Las confusiones más frecuentes de una matriz.",
  },
  "./lib/network.js": {
    createNetwork: "Crea la red del original, con sus pesos iniciales.",
    initializeLikePyTorch: "Sortea los pesos de una red como PyTorch, con una semilla.",
    logSoftmax: "La activación log-softmax, para la última capa.",
  },
  "./lib/networkFromTopology.js": {
    flattenedShapes: "Las formas que llegan a las capas que aplanan.",
    networkFromTopology: "La red que describe un JSON de tf.layers.",
  },
  "./lib/originalResults.js": { originalResults: "Los números que imprime el cuaderno original." },
  "./lib/pytorchLayout.js": { toPyTorch: "Los pesos con los nombres y el orden de PyTorch." },
  "./lib/random.js": { RandomStream: "Números al azar que dependen solo de una semilla." },
  "./lib/run.js": { totalBatches: "Cuántos lotes tiene una corrida entera." },
  "./training/batches.js": { gather: "Reúne un lote: las imágenes y etiquetas de unos índices." },
  "./training/evaluateInWorker.js": {
    evaluateInWorker: "Evalúa una corrida sobre unas imágenes, sin bloquear la página.",
  },
  "./training/newRun.js": {
    newRun: "Una corrida sin empezar: hiperparámetros y, si quieres, otra red.",
  },
  "./components/barTable.js": { barTable: "Una tabla con barras." },
  "./components/classAccuracyTable.js": {
    classAccuracyTable: "La exactitud de cada clase junto a la del original.",
  },
  "./components/classBalance.js": { classBalance: "Cuántas imágenes hay de cada clase." },
  "./components/comparisonTable.js": {
    comparisonTable: "Una tabla que compara dos columnas de números.",
  },
  "./components/confusionTable.js": { confusionTable: "La matriz de confusión, dibujada." },
  "./components/convolutionFigure.js": {
    convolutionFigure: "Una convolución que se recorre con el puntero.",
  },
  "./components/figure.js": { figure: "Una figura con su pie: figure(nodo, {caption})." },
  "./components/gradientTable.js": {
    gradientTable: "El tamaño del gradiente de cada grupo de pesos.",
  },
  "./components/imageGrid.js": { imageGrid: "Una rejilla de imágenes." },
  "./components/loadPanel.js": { loadPanel: "Un botón que descarga, con su progreso." },
  "./components/lossChart.js": { lossChart: "La curva de la pérdida." },
  "./components/meanImages.js": { meanImages: "La imagen media de cada clase." },
  "./components/networkDiagram.js": { networkDiagram: "El dibujo de las capas de una red." },
  "./components/networkSummary.js": { networkSummary: "La tabla de las capas de una red." },
  "./components/poolingFigure.js": { poolingFigure: "Una agrupación de 2 × 2, dibujada." },
  "./components/predictionCounts.js": {
    predictionCounts: "Cuántas predicciones se lleva cada clase.",
  },
  "./components/probabilityBars.js": {
    probabilityBars: "Las probabilidades de las clases, en barras.",
  },
  "./components/reluFigure.js": { reluFigure: "Un mapa antes y después de la ReLU." },
  "./components/resultGrid.js": { resultGrid: "Imágenes con su clase predicha y la verdadera." },
  "./components/weightHistogram.js": { weightHistogram: "El reparto de los pesos de una capa." },
};

const entries = new Map<string, Entry>([
  [
    "tf",
    { module: "./lib/tf.js", exported: "*", help: "TensorFlow.js: tensores, capas y gradientes." },
  ],
  ["d3", { module: "d3", exported: "*", help: "D3: medias, rangos, escalas y mucho más." }],
  [
    "Plot",
    {
      module: "@observablehq/plot",
      exported: "*",
      help: "Observable Plot: gráficas en una línea.",
    },
  ],
  [
    "Inputs",
    {
      module: "@observablehq/inputs",
      exported: "*",
      help: "Controles: deslizadores, listas y botones.",
    },
  ],
  ...Object.entries(words).flatMap(([module, names]) =>
    Object.entries(names).map(([name, help]) => [name, { module, help }] as [string, Entry]),
  ),
]);

/** What Framework itself puts in scope. */
const frameworkHelp: Record<string, string> = {
  display: "Muestra un valor o un elemento encima de la celda siguiente.",
  view: "Muestra un control; su valor llega a las celdas que lo usan.",
  invalidation: "Una promesa que se cumple cuando la celda va a ejecutarse otra vez.",
  width: "El ancho de la página, en píxeles.",
  resize: "Dibuja de nuevo cuando cambia el ancho.",
  dark: "Si el tema es oscuro.",
  now: "La hora, en milisegundos.",
};

export const vocabularyNames: readonly string[] = [...entries.keys()];

/** A line of help in Spanish; undefined for a name that the notebook does not know. */
export function helpOf(name: string): string | undefined {
  return entries.get(name)?.help ?? frameworkHelp[name];
}

/** The value of one of the vocabulary's names. */
export async function loadVocabulary(name: string): Promise<unknown> {
  const { module, exported = name } = entries.get(name)!;
  const loaded = await modules[module]!();
  return exported === "*" ? loaded : (loaded as Record<string, unknown>)[exported];
}

/** A module that a cell imports by name; undefined for what the site was not built with. */
export async function loadModule(name: string): Promise<object | undefined> {
  return modules[name]?.();
}
