// Training, one run or a sweep of many, and evaluating.
import { moduleWords, type Words } from "./moduleWords.js";

export const trainingWords: Words = {
  "./lib/hyperparameters.js": moduleWords(() => import("../../lib/hyperparameters.js"), {
    defaultHyperparameters: "Los hiperparámetros del cuaderno original.",
    hyperparameterProblems: "Qué hiperparámetros no valen, y por qué.",
  }),
  "./lib/keptConfiguration.js": moduleWords(() => import("../../lib/keptConfiguration.js"), {
    keepConfiguration: "Guarda lo elegido para entrenar mientras la pestaña siga abierta.",
    startingConfiguration:
      "Con qué empieza el formulario: lo elegido en esta pestaña, o un enlace.",
  }),
  "./lib/permalink.js": moduleWords(() => import("../../lib/permalink.js"), {
    parsePermalink: "Lee los hiperparámetros y la red de un enlace.",
  }),
  "./lib/readSweeps.js": moduleWords(() => import("../../lib/readSweeps.js"), {
    readSweeps: "Los barridos guardados, con sus corridas.",
  }),
  "./lib/sweepResults.js": moduleWords(() => import("../../lib/sweepResults.js"), {
    sweepTally: "Cuántas corridas de un barrido están hechas, y cuántas has borrado.",
    sweepCells: "Los resultados de un barrido, combinación a combinación.",
    sweepVerdict: "Qué combinación de un barrido gana, dicho en una frase.",
  }),
  "./lib/sweepSeconds.js": moduleWords(() => import("../../lib/sweepSeconds.js"), {
    sweepSeconds: "Cuántos segundos tardará un barrido, según lo ya medido.",
  }),
  "./training/batches.js": moduleWords(() => import("../../training/batches.js"), {
    gather: "Reúne un lote: las imágenes y etiquetas de unos índices.",
  }),
  "./training/conductSweep.js": moduleWords(() => import("../../training/conductSweep.js"), {
    conductSweep: "Entrena, una tras otra, las corridas de un barrido.",
    dismissSweep: "Deja un barrido sin acabar, salvo que otra pestaña lo esté haciendo.",
  }),
  "./training/evaluateInWorker.js": moduleWords(
    () => import("../../training/evaluateInWorker.js"),
    { evaluateInWorker: "Evalúa una corrida sobre unas imágenes, sin bloquear la página." },
  ),
  "./training/newRun.js": moduleWords(() => import("../../training/newRun.js"), {
    newRun: "Una corrida sin empezar: hiperparámetros y, si quieres, otra red.",
  }),
  "./training/newSweep.js": moduleWords(() => import("../../training/newSweep.js"), {
    newSweep: "Un barrido sin empezar, a partir de su plan.",
  }),
  "./training/newTraining.js": moduleWords(() => import("../../training/newTraining.js"), {
    newTraining: "Lo que hace falta para empezar a entrenar una configuración.",
  }),
  "./training/startTraining.js": moduleWords(() => import("../../training/startTraining.js"), {
    startTraining: "Entrena en segundo plano, y cuenta cómo va.",
  }),
};
