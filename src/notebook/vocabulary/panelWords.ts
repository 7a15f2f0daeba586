// The controls, forms and notes with which the pages train, keep and compare.
import { moduleWords, type Words } from "./moduleWords.js";

export const panelWords: Words = {
  "./components/brokenNetworkNote.js": moduleWords(
    () => import("../../components/brokenNetworkNote.js"),
    { brokenNetworkNote: "Un aviso, si las celdas de tu red fallan." },
  ),
  "./components/cellExchange.js": moduleWords(() => import("../../components/cellExchange.js"), {
    cellExchange: "Botones para descargar y traer las celdas cambiadas.",
  }),
  "./components/configurationForm.js": moduleWords(
    () => import("../../components/configurationForm.js"),
    { configurationForm: "El formulario de la red y los hiperparámetros." },
  ),
  "./components/copyLinkButton.js": moduleWords(
    () => import("../../components/copyLinkButton.js"),
    { copyLinkButton: "Un botón que copia un enlace a una configuración." },
  ),
  "./components/downloadButton.js": moduleWords(
    () => import("../../components/downloadButton.js"),
    { downloadButton: "Un botón que descarga un archivo." },
  ),
  "./components/engineChoice.js": moduleWords(() => import("../../components/engineChoice.js"), {
    engineChoice: "La elección del motor y de sus hilos.",
  }),
  "./components/linkNote.js": moduleWords(() => import("../../components/linkNote.js"), {
    linkNote: "Qué traía el enlace con que se abrió la página.",
  }),
  "./components/loadPanel.js": moduleWords(() => import("../../components/loadPanel.js"), {
    loadPanel: "Un botón que descarga, con su progreso.",
  }),
  "./components/modelLoader.js": moduleWords(() => import("../../components/modelLoader.js"), {
    modelLoader: "Un botón que carga los pesos de un archivo.",
  }),
  "./components/runCard.js": moduleWords(() => import("../../components/runCard.js"), {
    runCard: "La ficha de una corrida, con lo que se puede hacer con ella.",
  }),
  "./components/runImporter.js": moduleWords(() => import("../../components/runImporter.js"), {
    runImporter: "Un botón que trae corridas de un archivo.",
  }),
  "./components/runLink.js": moduleWords(() => import("../../components/runLink.js"), {
    runLink: "La huella de una corrida acabada y el enlace para repetirla.",
  }),
  "./components/runNote.js": moduleWords(() => import("../../components/runNote.js"), {
    runNote: "Una nota que dice qué corrida se está mirando.",
  }),
  "./components/runNotices.js": moduleWords(() => import("../../components/runNotices.js"), {
    runNotices: "Los avisos sobre las corridas guardadas.",
  }),
  "./components/runTable.js": moduleWords(() => import("../../components/runTable.js"), {
    runTable: "La tabla de las corridas, para elegir cuáles comparar.",
  }),
  "./components/sweepForm.js": moduleWords(() => import("../../components/sweepForm.js"), {
    sweepForm: "El formulario del plan de un barrido.",
  }),
  "./components/sweepPanel.js": moduleWords(() => import("../../components/sweepPanel.js"), {
    sweepPanel: "Los botones que empiezan y paran un barrido, con su progreso.",
  }),
  "./components/sweepSelect.js": moduleWords(() => import("../../components/sweepSelect.js"), {
    sweepSelect: "Una lista para elegir un barrido.",
  }),
  "./components/trainingPanel.js": moduleWords(() => import("../../components/trainingPanel.js"), {
    trainingPanel: "Los botones del entrenamiento, con su progreso.",
  }),
  "./components/trainingResults.js": moduleWords(
    () => import("../../components/trainingResults.js"),
    { trainingResults: "La curva y las tablas de un entrenamiento, según avanza." },
  ),
  "./components/workPanel.js": moduleWords(() => import("../../components/workPanel.js"), {
    workPanel: "Un botón que empieza un trabajo largo, con su progreso.",
  }),
};
