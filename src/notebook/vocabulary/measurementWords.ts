// What was measured: the race of the engines, the seeds, and the reader's own machine.
import { moduleWords, type Words } from "./moduleWords.js";

export const measurementWords: Words = {
  "./lib/reports/benchReport.js": moduleWords(() => import("../../lib/reports/benchReport.js"), {
    benchSeconds: "Cuántos segundos tarda un entrenamiento en la máquina medida.",
    engineOverTfjs: "Cuántas veces más rápido es el motor propio que TensorFlow.js.",
    engineRow: "La medida del motor propio con unos hilos.",
  }),
  "./lib/reports/describeBench.js": moduleWords(
    () => import("../../lib/reports/describeBench.js"),
    {
      describeAdvantage: "Cuánto más rápido es el motor propio, en palabras.",
      describeDuration: "Cuánto dura la receta del original, en una frase.",
    },
  ),
  "./lib/reports/measuredReports.js": moduleWords(
    () => import("../../lib/reports/measuredReports.js"),
    {
      experimentReport: "Lo medido de cada idea para mejorar.",
      benchReport: "Las medidas de la carrera de motores, si la hay.",
      loadReport: "Cómo llega cada página a un teléfono, si se ha medido.",
      expectedFingerprint: "La huella que deben tener los pesos de una receta conocida.",
      labelReport: "Qué etiquetas del conjunto están en duda.",
      answersReport: "Las medidas de las respuestas de «Prueba tú».",
      limitsReport: "Lo que aguanta la red precalculada, con aumento de datos y sin él.",
      seedReport: "Los resultados de varias semillas, si los hay.",
    },
  ),
  "./lib/reports/seedReport.js": moduleWords(() => import("../../lib/reports/seedReport.js"), {
    describeClassLuck: "Cuánto mueve la semilla la exactitud de una sola clase.",
  }),
  "./lib/reports/describeExperiments.js": moduleWords(
    () => import("../../lib/reports/describeExperiments.js"),
    {
      betOptions: "Las ideas por las que se puede apostar.",
      describeMeasured: "De dónde salen las medidas de una tabla, y qué falta por medir.",
      ideaLengths: "Con cuántas épocas se ha probado cada idea.",
    },
  ),
  "./lib/browser/keptBet.js": moduleWords(() => import("../../lib/browser/keptBet.js"), {
    keepBet: "Guarda tu apuesta en este navegador.",
    keptBet: "La apuesta que hiciste, si la hay.",
  }),
  "./components/experiments/betForm.js": moduleWords(
    () => import("../../components/experiments/betForm.js"),
    { betForm: "La pregunta de qué idea ayuda más." },
  ),
  "./components/experiments/experimentTable.js": moduleWords(
    () => import("../../components/experiments/experimentTable.js"),
    { experimentTable: "Una tabla de experimentos, con un enlace para repetir cada uno." },
  ),
  "./components/experiments/measuredIdeas.js": moduleWords(
    () => import("../../components/experiments/measuredIdeas.js"),
    { measuredIdeas: "Lo medido de las ideas, junto a tu apuesta." },
  ),
  "./training/engine/browserThreads.js": moduleWords(
    () => import("../../training/engine/browserThreads.js"),
    {
      availableThreads: "Cuántos hilos puede usar esta página.",
    },
  ),
  "./training/measure/compareEngines.js": moduleWords(
    () => import("../../training/measure/compareEngines.js"),
    {
      compareEngines: {
        help: "Da los mismos 50 pasos con los dos motores y los compara.",
        costly: true,
      },
    },
  ),
  "./training/measure/measureEngine.js": moduleWords(
    () => import("../../training/measure/measureEngine.js"),
    {
      measureEngine: { help: "Mide en tu máquina cuánto tarda un paso.", costly: true },
    },
  ),
  "./components/bench/arrivalTable.js": moduleWords(
    () => import("../../components/bench/arrivalTable.js"),
    {
      arrivalTable: "Cómo llega cada página a un teléfono lejos del servidor.",
      describeArrival: "Lo peor de todas las páginas, en una frase.",
    },
  ),
  "./components/bench/benchChart.js": moduleWords(
    () => import("../../components/bench/benchChart.js"),
    {
      benchChart: "La carrera de motores, dibujada.",
    },
  ),
  "./components/bench/benchOrigin.js": moduleWords(
    () => import("../../components/bench/benchOrigin.js"),
    {
      benchOrigin: "Dónde, cuándo y cómo se tomaron las medidas.",
    },
  ),
  "./components/bench/bitsNote.js": moduleWords(
    () => import("../../components/bench/bitsNote.js"),
    {
      bitsNote: "Si los pesos salen iguales, bit a bit, con cada número de hilos.",
    },
  ),
  "./components/bench/contestantName.js": moduleWords(
    () => import("../../components/bench/contestantName.js"),
    { contestantName: "El nombre de un programa de la carrera, en español." },
  ),
  "./components/bench/differenceChart.js": moduleWords(
    () => import("../../components/bench/differenceChart.js"),
    { differenceChart: "Cuánto se separan dos motores paso a paso, dibujado." },
  ),
  "./components/bench/differenceTable.js": moduleWords(
    () => import("../../components/bench/differenceTable.js"),
    {
      differenceTable: "Cuánto se separan dos motores, en una tabla.",
      differenceVerdict: "Cuánto se separan dos motores, dicho en una frase.",
    },
  ),
  "./components/bench/kernelTable.js": moduleWords(
    () => import("../../components/bench/kernelTable.js"),
    {
      kernelTable: "Cuánto tarda cada núcleo del motor.",
    },
  ),
  "./components/bench/measurementTable.js": moduleWords(
    () => import("../../components/bench/measurementTable.js"),
    { measurementTable: "Lo medido en tu máquina junto a lo publicado." },
  ),
  "./components/bench/networkRaceTable.js": moduleWords(
    () => import("../../components/bench/networkRaceTable.js"),
    {
      networkDescription: "Cómo es una de las redes de la carrera.",
      networkRaceTable: "La carrera de motores con otras redes.",
    },
  ),
  "./components/training/parabolaFigure.js": moduleWords(
    () => import("../../components/training/parabolaFigure.js"),
    { parabolaFigure: "Los pasos por una parábola, con la tasa que elijas." },
  ),
  "./components/training/rateCurves.js": moduleWords(
    () => import("../../components/training/rateCurves.js"),
    { rateCurves: "La pérdida con cada tasa, dibujada." },
  ),
  "./components/recipe/threadsHint.js": moduleWords(
    () => import("../../components/recipe/threadsHint.js"),
    {
      threadsHint: "Por qué hay tantos hilos, o solo uno.",
    },
  ),
  "./components/bench/waitTable.js": moduleWords(
    () => import("../../components/bench/waitTable.js"),
    {
      waitTable: "Cuánto se espera hasta la primera pérdida y en cada evaluación.",
    },
  ),
};
