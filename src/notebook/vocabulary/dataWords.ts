// The images, their labels, and how numbers are written.
import { moduleWords, type Words } from "./moduleWords.js";

export const dataWords: Words = {
  "./lib/dataset/classNames.js": moduleWords(() => import("../../lib/dataset/classNames.js"), {
    classNames: "Las diez clases, con su nombre en español y en inglés.",
  }),
  "./lib/dataset/dataset.js": moduleWords(() => import("../../lib/dataset/dataset.js"), {
    CLASS_COUNT: "Cuántas clases hay: 10.",
    countClasses: "Cuántas imágenes hay de cada clase.",
    downloadBytes: "Cuántos bytes hay que descargar de unos archivos.",
    imageAt: "Los 784 píxeles de una imagen de un conjunto.",
    loadDataset: { help: "Carga las imágenes de entrenamiento y de prueba.", costly: true },
    loadSample: "Carga una muestra de mil imágenes de entrenamiento.",
    loadDoubtful: "Carga las imágenes de entrenamiento cuya etiqueta está en duda.",
    loadTestLabels: "Carga las 10.000 etiquetas de prueba.",
    loadTestSample: "Carga las 200 primeras imágenes de prueba.",
    loadTestSet: { help: "Carga las 10.000 imágenes de prueba.", costly: true },
  }),
  "./lib/dataset/datasetBytes.js": moduleWords(() => import("../../lib/dataset/datasetBytes.js"), {
    datasetBytes: "Cuántos bytes descarga un entrenamiento.",
  }),
  "./lib/dataset/datasetFiles.js": moduleWords(() => import("../../lib/dataset/datasetFiles.js"), {
    datasetFiles: "Dónde están los archivos del conjunto de datos.",
    datasetSummary: "Medias y recuentos de las 60.000 imágenes.",
  }),
  "./lib/text/format.js": moduleWords(() => import("../../lib/text/format.js"), {
    formatBytes: "Escribe un tamaño: «30,1 MB».",
    formatDecimal: "Escribe un número con decimales: «0,332».",
    formatDuration: "Escribe una duración: «2 min».",
    formatInteger: "Escribe un entero: «60.000».",
    formatNumber: "Escribe un número sin decimales de más.",
    formatPercent: "Escribe una proporción: «88,3 %».",
  }),
  "./lib/reports/originalResults.js": moduleWords(
    () => import("../../lib/reports/originalResults.js"),
    {
      originalResults: "Los números que imprime el cuaderno original.",
    },
  ),
  "./lib/numbers/random.js": moduleWords(() => import("../../lib/numbers/random.js"), {
    RandomStream: "Números al azar que dependen solo de una semilla.",
  }),
};
