// Training, one run or a sweep of many, and evaluating.
import { moduleWords, type Words } from "./moduleWords.js";

export const trainingWords: Words = {
  "./lib/run/hyperparameters.js": moduleWords(() => import("../../lib/run/hyperparameters.js"), {
    defaultHyperparameters: "Los hiperparámetros del cuaderno original.",
    hyperparameterProblems: "Qué hiperparámetros no valen, y por qué.",
  }),
  "./lib/run/epochSize.js": moduleWords(() => import("../../lib/run/epochSize.js"), {
    epochImages: "Cuántas imágenes ve la red en una época.",
  }),
  "./lib/browser/keptConfiguration.js": moduleWords(
    () => import("../../lib/browser/keptConfiguration.js"),
    {
      keepConfiguration: "Guarda lo elegido para entrenar mientras la pestaña siga abierta.",
      startingConfiguration:
        "Con qué empieza el formulario: lo elegido en esta pestaña, o un enlace.",
    },
  ),
  "./lib/run/permalink.js": moduleWords(() => import("../../lib/run/permalink.js"), {
    parsePermalink: "Lee los hiperparámetros y la red de un enlace.",
    permalinkQuery: "Escribe los hiperparámetros y la red como un enlace.",
  }),
  "./lib/store/readSweeps.js": moduleWords(() => import("../../lib/store/readSweeps.js"), {
    readSweeps: "Los barridos guardados, con sus entrenamientos.",
  }),
  "./lib/sweep/sweepResults.js": moduleWords(() => import("../../lib/sweep/sweepResults.js"), {
    sweepTally: "Cuántos entrenamientos de un barrido están hechos, y cuántos has borrado.",
    sweepCells: "Los resultados de un barrido, combinación a combinación.",
    sweepVerdict: "Qué combinación de un barrido gana, dicho en una frase.",
  }),
  "./lib/sweep/sweepSeconds.js": moduleWords(() => import("../../lib/sweep/sweepSeconds.js"), {
    sweepSeconds: "Cuántos segundos tardará un barrido, según lo ya medido.",
  }),
  "./training/batches/batches.js": moduleWords(() => import("../../training/batches/batches.js"), {
    gather: "Reúne un lote: las imágenes y etiquetas de unos índices.",
  }),
  "./training/start/conductSweep.js": moduleWords(
    () => import("../../training/start/conductSweep.js"),
    {
      conductSweep: {
        help: "Hace, uno tras otro, los entrenamientos de un barrido.",
        costly: true,
      },
      dismissSweep: "Deja un barrido sin acabar, salvo que otra pestaña lo esté haciendo.",
    },
  ),
  "./training/start/evaluateInWorker.js": moduleWords(
    () => import("../../training/start/evaluateInWorker.js"),
    {
      evaluateInWorker: {
        help: "Evalúa un entrenamiento sobre unas imágenes, sin bloquear la página.",
        costly: true,
      },
    },
  ),
  "./training/worker/newRun.js": moduleWords(() => import("../../training/worker/newRun.js"), {
    newRun: "Un entrenamiento sin empezar: hiperparámetros y, si quieres, otra red.",
  }),
  "./training/start/newSweep.js": moduleWords(() => import("../../training/start/newSweep.js"), {
    newSweep: "Un barrido sin empezar, a partir de su plan.",
  }),
  "./training/start/configuredStart.js": moduleWords(
    () => import("../../training/start/configuredStart.js"),
    {
      configuredStart: "Lo que hace falta para empezar a entrenar una configuración.",
      newTraining: "El nombre anterior de configuredStart.",
    },
  ),
  "./training/start/startTraining.js": moduleWords(
    () => import("../../training/start/startTraining.js"),
    {
      startTraining: { help: "Entrena en segundo plano, y cuenta cómo va.", costly: true },
    },
  ),
};
