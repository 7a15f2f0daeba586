// The runs that are kept, their files, and the cells that the reader has changed.
import { moduleWords, type Words } from "./moduleWords.js";

export const runWords: Words = {
  "./lib/currentRun.js": moduleWords(() => import("../../lib/currentRun.js"), {
    currentRun: "La corrida que muestran las páginas: la tuya, o la de referencia.",
    referenceRun: "La corrida de referencia, con sus pesos.",
  }),
  "./lib/editStore.js": moduleWords(() => import("../../lib/editStore.js"), {
    allEdits: "Las celdas que has cambiado en todo el cuaderno.",
    announceEdits: "Avisa a la página de que han llegado celdas de un archivo.",
    keepEdit: "Guarda el cambio de una celda en este navegador.",
    removeEdit: "Olvida el cambio de una celda.",
  }),
  "./lib/followChanges.js": moduleWords(() => import("../../lib/followChanges.js"), {
    followChanges: "Vuelve a leer cuando cambia lo guardado; devuelve cómo parar.",
  }),
  "./lib/importRuns.js": moduleWords(() => import("../../lib/importRuns.js"), {
    importRuns: "Guarda en este navegador las corridas de un archivo.",
  }),
  "./lib/lossCurve.js": moduleWords(() => import("../../lib/lossCurve.js"), {
    lossCurve: "Los puntos de la curva de la pérdida de una corrida.",
  }),
  "./lib/readExperiments.js": moduleWords(() => import("../../lib/readExperiments.js"), {
    readExperiments: "Las corridas guardadas, y la que has elegido.",
  }),
  "./lib/run.js": moduleWords(() => import("../../lib/run.js"), {
    batchesPerEpoch: "Cuántos lotes tiene una época.",
    totalBatches: "Cuántos lotes tiene una corrida entera.",
  }),
  "./lib/runCsv.js": moduleWords(() => import("../../lib/runCsv.js"), {
    runCsv: "Las épocas de unas corridas, en CSV.",
  }),
  "./lib/runDifferences.js": moduleWords(() => import("../../lib/runDifferences.js"), {
    runDifferences: "En qué se diferencian dos corridas, en frases.",
  }),
  "./lib/runFile.js": moduleWords(() => import("../../lib/runFile.js"), {
    decodeRunFile: "Lee las corridas de un archivo.",
    encodeRunFile: "Escribe corridas en un archivo.",
  }),
  "./lib/runName.js": moduleWords(() => import("../../lib/runName.js"), {
    runName: "El nombre de una corrida.",
  }),
  "./lib/runRecord.js": moduleWords(() => import("../../lib/runRecord.js"), {
    splitRun: "Separa una corrida en su ficha y sus datos grandes.",
  }),
  "./lib/runToOffer.js": moduleWords(() => import("../../lib/runToOffer.js"), {
    runToOffer: "La corrida a medias que se ofrece continuar.",
  }),
  "./lib/runStore.js": moduleWords(() => import("../../lib/runStore.js"), {
    openRunStore: "Abre el almacén de corridas de este navegador.",
  }),
  "./lib/runToSafetensors.js": moduleWords(() => import("../../lib/runToSafetensors.js"), {
    runToSafetensors: "Los pesos de una corrida, en un archivo para PyTorch.",
  }),
  "./lib/tfjsModelFile.js": moduleWords(() => import("../../lib/tfjsModelFile.js"), {
    tfjsModelFile: "La red de una corrida, en un archivo para TensorFlow.js.",
  }),
  "./notebook/page/exchangeEdits.js": moduleWords(() => import("../page/exchangeEdits.js"), {
    writeEdits: "Escribe en un archivo las celdas cambiadas.",
  }),
  "./notebook/page/incomingEdits.js": moduleWords(() => import("../page/incomingEdits.js"), {
    incomingEdits: "Las celdas cambiadas que lleva un archivo, junto a las tuyas.",
  }),
  "./training/branchRun.js": moduleWords(() => import("../../training/branchRun.js"), {
    branchRun: "Una corrida nueva que sigue desde una época de otra.",
  }),
  "./training/runFromFile.js": moduleWords(() => import("../../training/runFromFile.js"), {
    runFromFile: "Una corrida con los pesos de un archivo, ya evaluada.",
  }),
};
