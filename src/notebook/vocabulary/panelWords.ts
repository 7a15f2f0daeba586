// The controls, forms and notes with which the pages train, keep and compare.
import { moduleWords, type Words } from "./moduleWords.js";

export const panelWords: Words = {
  "./components/network/brokenNetworkNote.js": moduleWords(
    () => import("../../components/network/brokenNetworkNote.js"),
    { brokenNetworkNote: "Un aviso, si las celdas de tu red fallan." },
  ),
  "./components/parts/cellExchange.js": moduleWords(
    () => import("../../components/parts/cellExchange.js"),
    {
      cellExchange: "Botones para descargar y traer las celdas cambiadas.",
    },
  ),
  "./components/recipe/configurationForm.js": moduleWords(
    () => import("../../components/recipe/configurationForm.js"),
    { configurationForm: "El formulario de la red y los hiperparámetros." },
  ),
  "./components/recipe/copyLinkButton.js": moduleWords(
    () => import("../../components/recipe/copyLinkButton.js"),
    { copyLinkButton: "Un botón que copia un enlace a una configuración." },
  ),
  "./components/parts/downloadButton.js": moduleWords(
    () => import("../../components/parts/downloadButton.js"),
    { downloadButton: "Un botón que descarga un archivo." },
  ),
  "./components/recipe/engineChoice.js": moduleWords(
    () => import("../../components/recipe/engineChoice.js"),
    {
      engineChoice: "La elección del motor y de sus hilos.",
    },
  ),
  "./components/inside/chooser/garmentChooser.js": moduleWords(
    () => import("../../components/inside/chooser/garmentChooser.js"),
    { garmentChooser: "La elección de la prenda que se pone ante la red." },
  ),
  "./components/recipe/linkNote.js": moduleWords(
    () => import("../../components/recipe/linkNote.js"),
    {
      linkNote: "Qué traía el enlace con que se abrió la página.",
    },
  ),
  "./components/data/bytesReported.js": moduleWords(
    () => import("../../components/data/bytesReported.js"),
    {
      bytesReported: "El progreso de una descarga, en bytes, como parte de otro trabajo.",
    },
  ),
  "./components/data/loadPanel.js": moduleWords(
    () => import("../../components/data/loadPanel.js"),
    {
      loadPanel: "Un botón que descarga, con su progreso.",
    },
  ),
  "./components/offline/offlinePanel.js": moduleWords(
    () => import("../../components/offline/offlinePanel.js"),
    { offlinePanel: "El panel que guarda el cuaderno para leerlo sin conexión." },
  ),
  "./components/runs/modelLoader.js": moduleWords(
    () => import("../../components/runs/modelLoader.js"),
    {
      modelLoader: "Un botón que carga los pesos de un archivo.",
    },
  ),
  "./components/runs/runCard.js": moduleWords(() => import("../../components/runs/runCard.js"), {
    runCard: "La ficha de un entrenamiento, con lo que se puede hacer con él.",
  }),
  "./components/runs/runImporter.js": moduleWords(
    () => import("../../components/runs/runImporter.js"),
    {
      runImporter: "Un botón que trae entrenamientos de un archivo.",
    },
  ),
  "./components/runs/runLink.js": moduleWords(() => import("../../components/runs/runLink.js"), {
    runLink: "La huella de un entrenamiento acabado y el enlace para repetirlo.",
  }),
  "./components/runs/runNote.js": moduleWords(() => import("../../components/runs/runNote.js"), {
    runNote: "Una nota que dice qué entrenamiento se está mirando.",
  }),
  "./components/runs/runNotices.js": moduleWords(
    () => import("../../components/runs/runNotices.js"),
    {
      runNotices: "Los avisos sobre los entrenamientos guardados.",
    },
  ),
  "./components/runs/runTable.js": moduleWords(() => import("../../components/runs/runTable.js"), {
    runTable: "La tabla de los entrenamientos, para elegir cuáles comparar.",
  }),
  "./components/sweep/sweepForm.js": moduleWords(
    () => import("../../components/sweep/sweepForm.js"),
    {
      sweepForm: "El formulario del plan de un barrido.",
    },
  ),
  "./components/sweep/sweepPanel.js": moduleWords(
    () => import("../../components/sweep/sweepPanel.js"),
    {
      sweepPanel: "Los botones que empiezan y paran un barrido, con su progreso.",
    },
  ),
  "./components/sweep/sweepSelect.js": moduleWords(
    () => import("../../components/sweep/sweepSelect.js"),
    {
      sweepSelect: "Una lista para elegir un barrido.",
    },
  ),
  "./components/training/trainingPanel.js": moduleWords(
    () => import("../../components/training/panel/trainingPanel.js"),
    {
      trainingPanel: "Los botones del entrenamiento, con su progreso.",
    },
  ),
  "./components/training/trainingResults.js": moduleWords(
    () => import("../../components/training/panel/trainingResults.js"),
    { trainingResults: "La curva y las tablas de un entrenamiento, según avanza." },
  ),
  "./components/first/firstLesson.js": moduleWords(
    () => import("../../components/first/firstLesson.js"),
    { firstLesson: "Veinte prendas, lo que una red cree que son, y un botón que la entrena." },
  ),
  "./training/first/firstTraining.js": moduleWords(
    () => import("../../training/first/firstTraining.js"),
    { firstTraining: { help: "Entrena una red con mil imágenes, en un segundo.", costly: true } },
  ),
  "./pages/experimentsDesk.js": moduleWords(() => import("../../pages/experimentsDesk.js"), {
    experimentsDesk: "Los mandos de la página de los experimentos.",
  }),
  "./pages/recipeDesk.js": moduleWords(() => import("../../pages/recipeDesk.js"), {
    recipeDesk: "El formulario de la receta, con sus avisos y su enlace.",
  }),
  "./pages/sweepDesk.js": moduleWords(() => import("../../pages/sweepDesk.js"), {
    sweepDesk: "Los mandos de la página del barrido.",
  }),
  "./pages/trainingDesk.js": moduleWords(() => import("../../pages/trainingDesk.js"), {
    trainingDesk: "Los mandos de un entrenamiento y lo que sale de él.",
  }),
  "./components/parts/workPanel.js": moduleWords(
    () => import("../../components/parts/workPanel.js"),
    {
      workPanel: "Un botón que empieza un trabajo largo, con su progreso.",
    },
  ),
};
