// Figures and tables about images, networks and results.
import { moduleWords, type Words } from "./moduleWords.js";

export const figureWords: Words = {
  "./components/barTable.js": moduleWords(() => import("../../components/barTable.js"), {
    barTable: "Una tabla con barras.",
  }),
  "./components/classAccuracyTable.js": moduleWords(
    () => import("../../components/classAccuracyTable.js"),
    { classAccuracyTable: "La exactitud de cada clase junto a la del original." },
  ),
  "./components/classBalance.js": moduleWords(() => import("../../components/classBalance.js"), {
    classBalance: "Cuántas imágenes hay de cada clase.",
  }),
  "./components/classComparison.js": moduleWords(
    () => import("../../components/classComparison.js"),
    { classComparison: "La exactitud de cada clase en varias corridas." },
  ),
  "./components/classTable.js": moduleWords(() => import("../../components/classTable.js"), {
    classTable: "Las diez clases, con su número y su nombre.",
  }),
  "./components/comparisonTable.js": moduleWords(
    () => import("../../components/comparisonTable.js"),
    { comparisonTable: "Una tabla que compara dos columnas de números." },
  ),
  "./components/confusionTable.js": moduleWords(
    () => import("../../components/confusionTable.js"),
    { confusionTable: "La matriz de confusión, dibujada." },
  ),
  "./components/convolutionFigure.js": moduleWords(
    () => import("../../components/convolutionFigure.js"),
    { convolutionFigure: "Una convolución que se recorre con el puntero." },
  ),
  "./components/dropoutFigure.js": moduleWords(() => import("../../components/dropoutFigure.js"), {
    dropoutFigure: "Las neuronas que el dropout apaga en un paso.",
  }),
  "./components/epochChart.js": moduleWords(() => import("../../components/epochChart.js"), {
    epochChart: "La pérdida y la exactitud de cada época, dibujadas.",
  }),
  "./components/epochTable.js": moduleWords(() => import("../../components/epochTable.js"), {
    epochTable: "Los resultados de cada época, en una tabla.",
  }),
  "./components/expectation.js": moduleWords(() => import("../../components/expectation.js"), {
    expectation: "Qué resultado cabe esperar, según varias semillas.",
  }),
  "./components/figure.js": moduleWords(() => import("../../components/figure.js"), {
    figure: "Una figura con su pie: figure(nodo, {caption}).",
  }),
  "./components/gradientTable.js": moduleWords(() => import("../../components/gradientTable.js"), {
    gradientTable: "El tamaño del gradiente de cada grupo de pesos.",
  }),
  "./components/imageGrid.js": moduleWords(() => import("../../components/imageGrid.js"), {
    imageGrid: "Una rejilla de imágenes.",
  }),
  "./components/lossChart.js": moduleWords(() => import("../../components/lossChart.js"), {
    lossChart: "La curva de la pérdida.",
  }),
  "./components/meanImages.js": moduleWords(() => import("../../components/meanImages.js"), {
    meanImages: "La imagen media de cada clase.",
  }),
  "./components/momentumFigure.js": moduleWords(
    () => import("../../components/momentumFigure.js"),
    { momentumFigure: "Cómo crece la velocidad con un momento, paso a paso." },
  ),
  "./components/networkDiagram.js": moduleWords(
    () => import("../../components/networkDiagram.js"),
    { networkDiagram: "El dibujo de las capas de una red." },
  ),
  "./components/networkSummary.js": moduleWords(
    () => import("../../components/networkSummary.js"),
    { networkSummary: "La tabla de las capas de una red." },
  ),
  "./components/nllFigure.js": moduleWords(() => import("../../components/nllFigure.js"), {
    nllFigure: "La pérdida según la probabilidad de la clase correcta.",
  }),
  "./components/pixelInspector.js": moduleWords(
    () => import("../../components/pixelInspector.js"),
    { pixelInspector: "Una imagen cuyos píxeles se leen uno a uno." },
  ),
  "./components/poolingFigure.js": moduleWords(() => import("../../components/poolingFigure.js"), {
    poolingFigure: "Una agrupación de 2 × 2, dibujada.",
  }),
  "./components/predictionCounts.js": moduleWords(
    () => import("../../components/predictionCounts.js"),
    { predictionCounts: "Cuántas predicciones se lleva cada clase." },
  ),
  "./components/probabilityBars.js": moduleWords(
    () => import("../../components/probabilityBars.js"),
    { probabilityBars: "Las probabilidades de las clases, en barras." },
  ),
  "./components/reluFigure.js": moduleWords(() => import("../../components/reluFigure.js"), {
    reluFigure: "Un mapa antes y después de la ReLU.",
  }),
  "./components/resultGrid.js": moduleWords(() => import("../../components/resultGrid.js"), {
    resultGrid: "Imágenes con su clase predicha y la verdadera.",
  }),
  "./components/runCurves.js": moduleWords(() => import("../../components/runCurves.js"), {
    runCurves: "Las curvas de varias corridas, juntas.",
  }),
  "./components/stepResult.js": moduleWords(() => import("../../components/stepResult.js"), {
    stepResult: "La pérdida antes y después de un paso.",
  }),
  "./components/sweepChart.js": moduleWords(() => import("../../components/sweepChart.js"), {
    sweepChart: "Los resultados de un barrido, dibujados.",
  }),
  "./components/thousandsLog.js": moduleWords(() => import("../../components/thousandsLog.js"), {
    thousandsLog: "La pérdida cada mil lotes, como la imprime el original.",
  }),
  "./components/weightHistogram.js": moduleWords(
    () => import("../../components/weightHistogram.js"),
    {
      weightHistogram: "El reparto de los pesos de una capa.",
      weightExtent: "Hasta dónde ha de llegar un eje para que quepan todos esos pesos.",
    },
  ),
  "./components/weightTable.js": moduleWords(() => import("../../components/weightTable.js"), {
    weightTable: "Los grupos de pesos, con su forma y cuántos son.",
  }),
};
