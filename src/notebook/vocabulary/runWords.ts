// The runs that are saved, their files, and the cells that the reader has changed.
import { moduleWords, type Words } from "./moduleWords.js";

export const runWords: Words = {
  "./lib/store/currentRun.js": moduleWords(() => import("../../lib/store/currentRun.js"), {
    currentRun: "El entrenamiento que muestran las páginas: el tuyo, o el de referencia.",
    referenceRun: "El entrenamiento de referencia, con sus pesos.",
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
    importRuns: "Guarda en este navegador los entrenamientos de un archivo.",
  }),
  "./lib/run/lossCurve.js": moduleWords(() => import("../../lib/run/lossCurve.js"), {
    lossCurve: "Los puntos de la curva de la pérdida de un entrenamiento.",
  }),
  "./lib/store/readExperiments.js": moduleWords(
    () => import("../../lib/store/readExperiments.js"),
    {
      readExperiments: "Los entrenamientos guardados, y el que has elegido.",
    },
  ),
  "./lib/run/lossMeans.js": moduleWords(() => import("../../lib/run/lossMeans.js"), {
    isMeanOfEpoch: "Si cada media es la de una época, porque tiene menos de 1.000 lotes.",
    lossMeans: "Las medias de la pérdida: de cada 1.000 lotes o, si tiene menos, de cada época.",
  }),
  "./lib/run/compared/recipeGroups.js": moduleWords(
    () => import("../../lib/run/compared/recipeGroups.js"),
    {
      compareGroups: "Qué dicen dos grupos de entrenamientos de lo único en que difieren.",
    },
  ),
  "./lib/run/runSeconds.js": moduleWords(() => import("../../lib/run/runSeconds.js"), {
    runSeconds: "Los segundos que ha durado el entrenamiento de unas épocas.",
  }),
  "./lib/run/run.js": moduleWords(() => import("../../lib/run/run.js"), {
    batchesPerEpoch: "Cuántos lotes tiene una época.",
    totalBatches: "Cuántos lotes tiene un entrenamiento entero.",
  }),
  "./lib/files/runCsv.js": moduleWords(() => import("../../lib/files/runCsv.js"), {
    runCsv: "Las épocas de unos entrenamientos, en CSV.",
  }),
  "./lib/run/compared/runDifferences.js": moduleWords(
    () => import("../../lib/run/compared/runDifferences.js"),
    {
      runDifferences: "En qué se diferencian dos entrenamientos, en frases.",
    },
  ),
  "./lib/files/runFile.js": moduleWords(() => import("../../lib/files/runFile.js"), {
    decodeRunFile: "Lee los entrenamientos de un archivo.",
    encodeRunFile: "Escribe entrenamientos en un archivo.",
  }),
  "./lib/run/runName.js": moduleWords(() => import("../../lib/run/runName.js"), {
    runName: "El nombre de un entrenamiento.",
  }),
  "./lib/run/runRecord.js": moduleWords(() => import("../../lib/run/runRecord.js"), {
    splitRun: "Separa un entrenamiento en su ficha y sus datos grandes.",
  }),
  "./lib/store/runToOffer.js": moduleWords(() => import("../../lib/store/runToOffer.js"), {
    runToOffer: "El entrenamiento a medias que se ofrece continuar.",
  }),
  "./lib/store/runStore.js": moduleWords(() => import("../../lib/store/runStore.js"), {
    openRunStore: "Abre el almacén de entrenamientos de este navegador.",
  }),
  "./lib/files/runToSafetensors.js": moduleWords(
    () => import("../../lib/files/runToSafetensors.js"),
    {
      runToSafetensors: "Los pesos de un entrenamiento, en un archivo para PyTorch.",
    },
  ),
  "./lib/files/tfjsModelFile.js": moduleWords(() => import("../../lib/files/tfjsModelFile.js"), {
    tfjsModelFile: "La red de un entrenamiento, en un archivo para TensorFlow.js.",
  }),
  "./notebook/page/exchangeEdits.js": moduleWords(() => import("../page/exchangeEdits.js"), {
    writeEdits: "Escribe en un archivo las celdas cambiadas.",
  }),
  "./notebook/page/incomingEdits.js": moduleWords(() => import("../page/incomingEdits.js"), {
    incomingEdits: "Las celdas cambiadas que lleva un archivo, junto a las tuyas.",
  }),
  "./training/start/branchRun.js": moduleWords(() => import("../../training/start/branchRun.js"), {
    branchRun: "Un entrenamiento nuevo que sigue desde una época de otro.",
  }),
  "./training/start/runFromFile.js": moduleWords(
    () => import("../../training/start/runFromFile.js"),
    {
      runFromFile: {
        help: "Un entrenamiento con los pesos de un archivo, ya evaluado.",
        costly: true,
      },
    },
  ),
  "./components/sweep/sweepReport.js": moduleWords(
    () => import("../../components/sweep/sweepReport.js"),
    {
      sweepReport: "Lo que ha salido de un barrido: su figura y una frase.",
    },
  ),
  "./components/sweep/sweepChart.js": moduleWords(
    () => import("../../components/sweep/sweepChart.js"),
    {
      sweepChart: "Los resultados de un barrido, dibujados.",
    },
  ),
};
