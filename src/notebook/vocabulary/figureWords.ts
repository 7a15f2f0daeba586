// Figures and tables about images, networks and results.
import { moduleWords, type Words } from "./moduleWords.js";

export const figureWords: Words = {
  "./components/parts/barTable.js": moduleWords(
    () => import("../../components/parts/barTable.js"),
    {
      barTable: "Una tabla con barras.",
    },
  ),
  "./components/results/classAccuracyTable.js": moduleWords(
    () => import("../../components/results/classAccuracyTable.js"),
    { classAccuracyTable: "La exactitud de cada clase junto a la del original." },
  ),
  "./components/data/classBalance.js": moduleWords(
    () => import("../../components/data/classBalance.js"),
    {
      classBalance: "Cuántas imágenes hay de cada clase.",
    },
  ),
  "./components/results/classComparison.js": moduleWords(
    () => import("../../components/results/classComparison.js"),
    {
      classColumns: "La exactitud de cada clase, de los entrenamientos ya evaluados.",
      classComparison: "La exactitud de cada clase en varios entrenamientos.",
    },
  ),
  "./components/data/classTable.js": moduleWords(
    () => import("../../components/data/classTable.js"),
    {
      classTable: "Las diez clases, con su número y su nombre.",
    },
  ),
  "./components/parts/comparisonTable.js": moduleWords(
    () => import("../../components/parts/comparisonTable.js"),
    { comparisonTable: "Una tabla que compara dos columnas de números." },
  ),
  "./components/results/confusionTable.js": moduleWords(
    () => import("../../components/results/confusionTable.js"),
    { confusionTable: "La matriz de confusión, dibujada." },
  ),
  "./components/network/convolutionFigure.js": moduleWords(
    () => import("../../components/network/convolutionFigure.js"),
    { convolutionFigure: "Una convolución que se recorre con el puntero." },
  ),
  "./components/network/dropoutFigure.js": moduleWords(
    () => import("../../components/network/dropoutFigure.js"),
    {
      dropoutFigure: "Las neuronas que el dropout apaga en un paso.",
    },
  ),
  "./components/training/epochChart.js": moduleWords(
    () => import("../../components/training/epochChart.js"),
    {
      epochChart: "La pérdida y la exactitud de cada época, dibujadas.",
    },
  ),
  "./components/training/epochTable.js": moduleWords(
    () => import("../../components/training/epochTable.js"),
    {
      epochTable: "Los resultados de cada época, en una tabla.",
    },
  ),
  "./components/training/expectation.js": moduleWords(
    () => import("../../components/training/expectation.js"),
    {
      expectation: "Qué resultado cabe esperar, según varias semillas.",
    },
  ),
  "./components/parts/figure.js": moduleWords(() => import("../../components/parts/figure.js"), {
    figure: "Una figura con su pie: figure(nodo, {caption}).",
  }),
  "./components/network/gradientTable.js": moduleWords(
    () => import("../../components/network/gradientTable.js"),
    {
      gradientTable: "El tamaño del gradiente de cada grupo de pesos.",
    },
  ),
  "./components/parts/imageGrid.js": moduleWords(
    () => import("../../components/parts/imageGrid.js"),
    {
      imageGrid: "Una rejilla de imágenes.",
    },
  ),
  "./components/training/lossChart.js": moduleWords(
    () => import("../../components/training/lossChart.js"),
    {
      lossChart: "La curva de la pérdida.",
    },
  ),
  "./components/data/meanImages.js": moduleWords(
    () => import("../../components/data/meanImages.js"),
    {
      meanImages: "La imagen media de cada clase.",
    },
  ),
  "./components/training/momentumFigure.js": moduleWords(
    () => import("../../components/training/momentumFigure.js"),
    { momentumFigure: "Cómo crece la velocidad con un momento, paso a paso." },
  ),
  "./components/network/networkDiagram.js": moduleWords(
    () => import("../../components/network/networkDiagram.js"),
    { networkDiagram: "El dibujo de las capas de una red." },
  ),
  "./components/network/networkSummary.js": moduleWords(
    () => import("../../components/network/networkSummary.js"),
    { networkSummary: "La tabla de las capas de una red." },
  ),
  "./components/training/nllFigure.js": moduleWords(
    () => import("../../components/training/nllFigure.js"),
    {
      nllFigure: "La pérdida según la probabilidad de la clase correcta.",
    },
  ),
  "./components/data/pixelInspector.js": moduleWords(
    () => import("../../components/data/pixelInspector.js"),
    { pixelInspector: "Una imagen cuyos píxeles se leen uno a uno." },
  ),
  "./components/network/poolingFigure.js": moduleWords(
    () => import("../../components/network/poolingFigure.js"),
    {
      poolingFigure: "Una agrupación de 2 × 2, dibujada.",
    },
  ),
  "./components/results/predictionCounts.js": moduleWords(
    () => import("../../components/results/predictionCounts.js"),
    { predictionCounts: "Cuántas predicciones se lleva cada clase." },
  ),
  "./components/results/probabilityBars.js": moduleWords(
    () => import("../../components/results/probabilityBars.js"),
    { probabilityBars: "Las probabilidades de las clases, en barras." },
  ),
  "./components/network/reluFigure.js": moduleWords(
    () => import("../../components/network/reluFigure.js"),
    {
      reluFigure: "Un mapa antes y después de la ReLU.",
    },
  ),
  "./components/results/reliabilityChart.js": moduleWords(
    () => import("../../components/results/reliabilityChart.js"),
    { reliabilityChart: "La exactitud según la confianza, dibujada." },
  ),
  "./components/results/resultGrid.js": moduleWords(
    () => import("../../components/results/resultGrid.js"),
    {
      resultGrid: "Imágenes con su clase predicha y la verdadera.",
    },
  ),
  "./components/runs/comparedCurves.js": moduleWords(
    () => import("../../components/runs/comparedCurves.js"),
    {
      comparedAccuracies: "La exactitud en la prueba de varios entrenamientos, época a época.",
      comparedLosses: "La pérdida al entrenar, suavizada, de varios entrenamientos.",
    },
  ),
  "./components/runs/runCurves.js": moduleWords(
    () => import("../../components/runs/runCurves.js"),
    {
      runCurves: "Las curvas de varios entrenamientos, juntas.",
    },
  ),
  "./components/network/slideChain.js": moduleWords(
    () => import("../../components/network/slideChain.js"),
    { slideChain: "El tamaño de un lado de la imagen en cada capa, dibujado." },
  ),
  "./components/network/slideFigure.js": moduleWords(
    () => import("../../components/network/slideFigure.js"),
    { slideFigure: "Una ventana que avanza por una fila, y cuántas veces cabe." },
  ),
  "./components/training/stepResult.js": moduleWords(
    () => import("../../components/training/stepResult.js"),
    {
      stepResult: "La pérdida antes y después de un paso.",
    },
  ),
  "./components/training/thousandsLog.js": moduleWords(
    () => import("../../components/training/thousandsLog.js"),
    {
      thousandsLog: "La pérdida cada mil lotes, como la imprime el original.",
    },
  ),
  "./components/network/weightHistogram.js": moduleWords(
    () => import("../../components/network/weightHistogram.js"),
    {
      weightHistogram: "El reparto de los pesos de una capa.",
      weightExtent: "Hasta dónde ha de llegar un eje para que quepan todos esos pesos.",
    },
  ),
  "./components/network/weightTable.js": moduleWords(
    () => import("../../components/network/weightTable.js"),
    {
      weightTable: "Los grupos de pesos, con su forma y cuántos son.",
    },
  ),
};
