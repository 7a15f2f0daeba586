// The runs that are kept, their files, and the cells that the reader has changed.
import { moduleWords, type Words } from "./moduleWords.js";

export const runWords: Words = {
  "./lib/store/currentRun.js": moduleWords(() => import("../../lib/store/currentRun.js"), {
    currentRun: "La corrida que muestran las páginas: la tuya, o la de referencia.",
    referenceRun: "La corrida de referencia, con sus pesos.",
  }),
  "./lib/browser/editStore.js": moduleWords(() => import("../../lib/browser/editStore.js"), {
    allEdits: "Las celdas que has cambiado en todo el cuaderno.",
    announceEdits: "Avisa a la página de que han llegado celdas de un archivo.",
    keepEdit: "Guarda el cambio de una celda en este navegador.",
    removeEdit: "Olvida el cambio de una celda.",
  }),
  "./lib/browser/followChanges.js": moduleWords(
    () => import("../../lib/browser/followChanges.js"),
    {
      followChanges: "Vuelve a leer cuando cambia lo guardado; devuelve cómo parar.",
    },
  ),
  "./lib/store/importRuns.js": moduleWords(() => import("../../lib/store/importRuns.js"), {
    importRuns: "Guarda en este navegador las corridas de un archivo.",
  }),
  "./lib/run/lossCurve.js": moduleWords(() => import("../../lib/run/lossCurve.js"), {
    lossCurve: "Los puntos de la curva de la pérdida de una corrida.",
  }),
  "./lib/store/readExperiments.js": moduleWords(
    () => import("../../lib/store/readExperiments.js"),
    {
      readExperiments: "Las corridas guardadas, y la que has elegido.",
    },
  ),
  "./lib/run/run.js": moduleWords(() => import("../../lib/run/run.js"), {
    batchesPerEpoch: "Cuántos lotes tiene una época.",
    totalBatches: "Cuántos lotes tiene una corrida entera.",
  }),
  "./lib/files/runCsv.js": moduleWords(() => import("../../lib/files/runCsv.js"), {
    runCsv: "Las épocas de unas corridas, en CSV.",
  }),
  "./lib/run/runDifferences.js": moduleWords(() => import("../../lib/run/runDifferences.js"), {
    runDifferences: "En qué se diferencian dos corridas, en frases.",
  }),
  "./lib/files/runFile.js": moduleWords(() => import("../../lib/files/runFile.js"), {
    decodeRunFile: "Lee las corridas de un archivo.",
    encodeRunFile: "Escribe corridas en un archivo.",
  }),
  "./lib/run/runName.js": moduleWords(() => import("../../lib/run/runName.js"), {
    runName: "El nombre de una corrida.",
  }),
  "./lib/run/runRecord.js": moduleWords(() => import("../../lib/run/runRecord.js"), {
    splitRun: "Separa una corrida en su ficha y sus datos grandes.",
  }),
  "./lib/store/runToOffer.js": moduleWords(() => import("../../lib/store/runToOffer.js"), {
    runToOffer: "La corrida a medias que se ofrece continuar.",
  }),
  "./lib/store/runStore.js": moduleWords(() => import("../../lib/store/runStore.js"), {
    openRunStore: "Abre el almacén de corridas de este navegador.",
  }),
  "./lib/files/runToSafetensors.js": moduleWords(
    () => import("../../lib/files/runToSafetensors.js"),
    {
      runToSafetensors: "Los pesos de una corrida, en un archivo para PyTorch.",
    },
  ),
  "./lib/files/tfjsModelFile.js": moduleWords(() => import("../../lib/files/tfjsModelFile.js"), {
    tfjsModelFile: "La red de una corrida, en un archivo para TensorFlow.js.",
  }),
  "./notebook/page/exchangeEdits.js": moduleWords(() => import("../page/exchangeEdits.js"), {
    writeEdits: "Escribe en un archivo las celdas cambiadas.",
  }),
  "./notebook/page/incomingEdits.js": moduleWords(() => import("../page/incomingEdits.js"), {
    incomingEdits: "Las celdas cambiadas que lleva un archivo, junto a las tuyas.",
  }),
  "./training/start/branchRun.js": moduleWords(() => import("../../training/start/branchRun.js"), {
    branchRun: "Una corrida nueva que sigue desde una época de otra.",
  }),
  "./training/start/runFromFile.js": moduleWords(
    () => import("../../training/start/runFromFile.js"),
    {
      runFromFile: "Una corrida con los pesos de un archivo, ya evaluada.",
    },
  ),
};
