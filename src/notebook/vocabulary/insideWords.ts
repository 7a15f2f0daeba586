// What looks inside a network: its filters, its maps, and what excites them.
import { moduleWords, type Words } from "./moduleWords.js";

export const insideWords: Words = {
  "./training/inside/lookInside.js": moduleWords(
    () => import("../../training/inside/lookInside.js"),
    {
      activations: "Lo que da una capa con una prenda o con un conjunto de imágenes.",
      lossGradient: "Cuánto cambiaría la pérdida de una clase con cada píxel.",
      predictions: "Las log-probabilidades que da la red a una prenda o a un conjunto.",
      scoreGradients: "Cuánto cambiaría la puntuación de una clase con cada píxel.",
      strongest: "Las imágenes que más encienden cada filtro de una capa.",
    },
  ),
  "./training/inside/saliencyMaps.js": moduleWords(
    () => import("../../training/inside/saliencyMaps.js"),
    {
      gradientTimesInput: "Cada píxel por lo que subiría con él la puntuación de una clase.",
      hiResCam: "Lo mismo en los mapas de una capa, sumados: HiResCAM.",
      occlusion: "Cuánto baja la probabilidad de una clase al tapar cada parte.",
    },
  ),
  "./training/inside/layerLook.js": moduleWords(
    () => import("../../training/inside/layerLook.js"),
    {
      lookAtLayer: "Lo que entra en una capa, lo que sale y los filtros entre medias.",
    },
  ),
  "./training/inside/garmentPlaces.js": moduleWords(
    () => import("../../training/inside/garmentPlaces.js"),
    {
      imageAtlas: "Todas las imágenes de un conjunto en una sola, para dibujar un mapa.",
      neighbours: "Las imágenes más cercanas a otra, para una capa y por sus píxeles.",
      principalComponents: "Las direcciones en las que más se separan las imágenes en una capa.",
      projectImages: "Dónde cae cada imagen en una proyección, y qué dice la red de ella.",
      umapPlaces: { help: "El mapa que hace UMAP de lo que da una capa.", costly: true },
    },
  ),
  "./training/inside/questionTurns.js": moduleWords(
    () => import("../../training/inside/questionTurns.js"),
    {
      untilAnswered: "Una promesa que se cumple cuando todo lo preguntado está contestado.",
    },
  ),
  "./training/inside/runEpochs.js": moduleWords(
    () => import("../../training/inside/runEpochs.js"),
    {
      runEpochs: "Las épocas de un entrenamiento cuyos pesos se guardan, y la red de cada una.",
    },
  ),
  "./lib/network/instruments/filterBank.js": moduleWords(
    () => import("../../lib/network/instruments/filterBank.js"),
    {
      filterBank: "Los filtros de una convolución, o las neuronas de una capa densa.",
    },
  ),
  "./lib/network/instruments/classCentres.js": moduleWords(
    () => import("../../lib/network/instruments/classCentres.js"),
    {
      classCentres: "El centro de cada clase en un mapa, y cuánto se mete en las otras.",
    },
  ),
  "./lib/network/instruments/lastHidden.js": moduleWords(
    () => import("../../lib/network/instruments/lastHidden.js"),
    {
      lastHidden: "El nombre de la última capa oculta de una red.",
    },
  ),
  "./lib/numbers/rangesOf.js": moduleWords(() => import("../../lib/numbers/rangesOf.js"), {
    rangesOf: "De dónde a dónde llegan los números de cada columna.",
  }),
  "./lib/store/referenceMap.js": moduleWords(() => import("../../lib/store/referenceMap.js"), {
    referenceMap: "El mapa precalculado de las 10.000 imágenes de prueba.",
  }),
  "./lib/network/instruments/layerGeometry.js": moduleWords(
    () => import("../../lib/network/instruments/layerGeometry.js"),
    {
      filterLayers: "Las capas que tienen pesos.",
      mapLayers: "Las capas que dan mapas.",
      layerGeometry: "Las capas de una red, con las formas que entran y salen y sus ventanas.",
      shownLayers: "Las capas que cambian los números cuando la red no se entrena.",
    },
  ),
  "./lib/network/instruments/mapOf.js": moduleWords(
    () => import("../../lib/network/instruments/mapOf.js"),
    {
      brightestMap: "El número del mapa de una capa que más suma: uno que enseña algo.",
    },
  ),
  "./lib/network/instruments/layerWindow.js": moduleWords(
    () => import("../../lib/network/instruments/layerWindow.js"),
    {
      windowInImage: "Todo lo que alcanza a ver de la imagen un sitio de un mapa.",
    },
  ),
  "./lib/network/topology.js": moduleWords(() => import("../../lib/network/topology.js"), {
    parseTopology: "Las capas de una red guardada, a partir de su JSON.",
  }),
  "./lib/browser/insideAddress.js": moduleWords(
    () => import("../../lib/browser/insideAddress.js"),
    {
      followInsideAddress: "Avisa de lo que pide la dirección, y de cada enlace que la cambia.",
      insideLink: "La dirección que abre «La red por dentro» en una imagen, una capa o una época.",
      writeInsideAddress: "Escribe en la dirección lo que se está mirando.",
    },
  ),
  "./lib/run/epochAccuracy.js": moduleWords(() => import("../../lib/run/epochAccuracy.js"), {
    epochAccuracy: "Cuánto acertaba un entrenamiento al acabar una época.",
  }),
  "./components/inside/chooser/garmentChooser.js": moduleWords(
    () => import("../../components/inside/chooser/garmentChooser.js"),
    { garmentChooser: "Un control para elegir una prenda." },
  ),
  "./components/inside/deadUnits.js": moduleWords(
    () => import("../../components/inside/deadUnits.js"),
    { deadUnits: "Qué filtros no se encienden con ninguna imagen." },
  ),
  "./components/inside/epochSlider.js": moduleWords(
    () => import("../../components/inside/epochSlider.js"),
    { epochSlider: "Un deslizador por las épocas de un entrenamiento." },
  ),
  "./components/inside/filterGallery.js": moduleWords(
    () => import("../../components/inside/filterGallery.js"),
    { filterGallery: "Los filtros de una capa, dibujados." },
  ),
  "./components/inside/layerJourney.js": moduleWords(
    () => import("../../components/inside/layerJourney.js"),
    { layerJourney: "Todos los mapas de todas las capas con una prenda." },
  ),
  "./components/inside/layerSelect.js": moduleWords(
    () => import("../../components/inside/layerSelect.js"),
    { layerSelect: "Un control para elegir una capa." },
  ),
  "./components/inside/map/classCentreTable.js": moduleWords(
    () => import("../../components/inside/map/classCentreTable.js"),
    { classCentreTable: "Una tabla de qué clases están juntas en un mapa." },
  ),
  "./components/inside/map/garmentMap.js": moduleWords(
    () => import("../../components/inside/map/garmentMap.js"),
    {
      garmentMap: "Un mapa de imágenes que se mueve, se acerca y se colorea.",
      linkMaps: "Hace que lo elegido en un mapa se elija también en otro.",
    },
  ),
  "./components/inside/map/neighbourRows.js": moduleWords(
    () => import("../../components/inside/map/neighbourRows.js"),
    { neighbourRows: "Las vecinas de una imagen, para la red y por sus píxeles." },
  ),
  "./components/inside/mapExplorer.js": moduleWords(
    () => import("../../components/inside/mapExplorer.js"),
    { mapExplorer: "Un mapa que se recorre número a número." },
  ),
  "./components/inside/saliencyFigure.js": moduleWords(
    () => import("../../components/inside/saliencyFigure.js"),
    { saliencyFigure: "Dónde mira una red, junto a dónde miraba sin entrenar." },
  ),
  "./components/inside/strongestImages.js": moduleWords(
    () => import("../../components/inside/strongestImages.js"),
    { strongestImages: "Las imágenes que más encienden un filtro, con su ventana." },
  ),
};
