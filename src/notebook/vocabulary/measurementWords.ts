// What was measured: the race of the engines, the seeds, and the reader's own machine.
import { moduleWords, type Words } from "./moduleWords.js";

export const measurementWords: Words = {
  "./lib/benchReport.js": moduleWords(() => import("../../lib/benchReport.js"), {
    benchSeconds: "Cuántos segundos tarda un entrenamiento en la máquina medida.",
    engineOverTfjs: "Cuántas veces más rápido es el motor propio que TensorFlow.js.",
    engineRow: "La medida del motor propio con unos hilos.",
  }),
  "./lib/measuredReports.js": moduleWords(() => import("../../lib/measuredReports.js"), {
    benchReport: "Las medidas de la carrera de motores, si la hay.",
    seedReport: "Los resultados de varias semillas, si los hay.",
  }),
  "./training/browserThreads.js": moduleWords(() => import("../../training/browserThreads.js"), {
    availableThreads: "Cuántos hilos puede usar esta página.",
  }),
  "./training/compareEngines.js": moduleWords(() => import("../../training/compareEngines.js"), {
    compareEngines: "Da los mismos 50 pasos con los dos motores y los compara.",
  }),
  "./training/measureEngine.js": moduleWords(() => import("../../training/measureEngine.js"), {
    measureEngine: "Mide en tu máquina cuánto tarda un paso.",
  }),
  "./components/benchChart.js": moduleWords(() => import("../../components/benchChart.js"), {
    benchChart: "La carrera de motores, dibujada.",
  }),
  "./components/benchOrigin.js": moduleWords(() => import("../../components/benchOrigin.js"), {
    benchOrigin: "Dónde, cuándo y cómo se tomaron las medidas.",
  }),
  "./components/bitsNote.js": moduleWords(() => import("../../components/bitsNote.js"), {
    bitsNote: "Si los pesos salen iguales, bit a bit, con cada número de hilos.",
  }),
  "./components/differenceChart.js": moduleWords(
    () => import("../../components/differenceChart.js"),
    { differenceChart: "Cuánto se separan dos motores paso a paso, dibujado." },
  ),
  "./components/differenceTable.js": moduleWords(
    () => import("../../components/differenceTable.js"),
    {
      differenceTable: "Cuánto se separan dos motores, en una tabla.",
      differenceVerdict: "Cuánto se separan dos motores, dicho en una frase.",
    },
  ),
  "./components/kernelTable.js": moduleWords(() => import("../../components/kernelTable.js"), {
    kernelTable: "Cuánto tarda cada núcleo del motor.",
  }),
  "./components/measurementTable.js": moduleWords(
    () => import("../../components/measurementTable.js"),
    { measurementTable: "Lo medido en tu máquina junto a lo publicado." },
  ),
  "./components/networkRaceTable.js": moduleWords(
    () => import("../../components/networkRaceTable.js"),
    { networkRaceTable: "La carrera de motores con otras redes." },
  ),
  "./components/threadsHint.js": moduleWords(() => import("../../components/threadsHint.js"), {
    threadsHint: "Por qué hay tantos hilos, o solo uno.",
  }),
  "./components/waitTable.js": moduleWords(() => import("../../components/waitTable.js"), {
    waitTable: "Cuánto se espera hasta la primera pérdida y en cada evaluación.",
  }),
};
