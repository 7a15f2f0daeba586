// What changes an image, to see how much of it a network bears.
import { moduleWords, type Words } from "./moduleWords.js";

export const limitWords: Words = {
  "./lib/dataset/changes/addNoise.js": moduleWords(
    () => import("../../lib/dataset/changes/addNoise.js"),
    { addNoise: "La imagen con ruido; la misma semilla da el mismo." },
  ),
  "./lib/dataset/changes/blurImage.js": moduleWords(
    () => import("../../lib/dataset/changes/blurImage.js"),
    { blurImage: "La imagen desenfocada; lo que se dice son píxeles." },
  ),
  "./lib/dataset/changes/invertImage.js": moduleWords(
    () => import("../../lib/dataset/changes/invertImage.js"),
    { invertImage: "La imagen camino de su negativo, de 0 a 1." },
  ),
  "./lib/dataset/changes/scaleImage.js": moduleWords(
    () => import("../../lib/dataset/changes/scaleImage.js"),
    { scaleImage: "La imagen agrandada o encogida: 2 dobla su lado." },
  ),
  "./lib/dataset/changes/shiftImage.js": moduleWords(
    () => import("../../lib/dataset/changes/shiftImage.js"),
    { shiftImage: "La imagen movida unos píxeles." },
  ),
  "./lib/dataset/changes/turnImage.js": moduleWords(
    () => import("../../lib/dataset/changes/turnImage.js"),
    { turnImage: "La imagen girada unos grados, como las agujas del reloj." },
  ),
  "./components/inside/limits/changeSliders.js": moduleWords(
    () => import("../../components/inside/limits/changeSliders.js"),
    { changeSliders: "Un deslizador para cada cambio de una imagen." },
  ),
  "./components/inside/limits/changedGarment.js": moduleWords(
    () => import("../../components/inside/limits/changedGarment.js"),
    {
      changedGarment: "Una imagen antes y después de un cambio, con lo que dice la red.",
    },
  ),
  "./lib/dataset/changes/imageChanges.js": moduleWords(
    () => import("../../lib/dataset/changes/imageChanges.js"),
    { imageChanges: "Los cambios con los que se prueba una red." },
  ),
  "./lib/network/instruments/fgsm.js": moduleWords(
    () => import("../../lib/network/instruments/fgsm.js"),
    {
      fgsm: "La imagen con cada píxel movido según el signo del gradiente.",
    },
  ),
  "./lib/reports/limitsReport.js": moduleWords(() => import("../../lib/reports/limitsReport.js"), {
    accuracyAmong: "La exactitud con un cambio, de las que se han medido.",
    curveOf: "Lo que se ha medido de una red con un cambio.",
  }),
  "./training/inside/limits/fool.js": moduleWords(
    () => import("../../training/inside/limits/fool.js"),
    { fool: "Cuánto hay que mover los píxeles para que la red diga otra cosa." },
  ),
  "./training/inside/limits/measureLimits.js": moduleWords(
    () => import("../../training/inside/limits/measureLimits.js"),
    { measureLimits: { help: "Mide cuánto aguanta una red con cada cambio.", costly: true } },
  ),
  "./components/inside/limits/epsilonChart.js": moduleWords(
    () => import("../../components/inside/limits/epsilonChart.js"),
    { epsilonChart: "Lo que dice la red según cuánto se mueven los píxeles." },
  ),
  "./components/inside/limits/epsilonField.js": moduleWords(
    () => import("../../components/inside/limits/epsilonField.js"),
    { epsilonField: "Un deslizador para ε, con un botón que busca el más pequeño." },
  ),
  "./components/inside/limits/equivarianceFigure.js": moduleWords(
    () => import("../../components/inside/limits/equivarianceFigure.js"),
    { equivarianceFigure: "Los mapas de una imagen, de ella movida y de ella girada." },
  ),
  "./components/inside/limits/fooledGarment.js": moduleWords(
    () => import("../../components/inside/limits/fooledGarment.js"),
    { fooledGarment: "Una imagen, lo que se le suma y el resultado, con lo que dice la red." },
  ),
  "./components/inside/limits/limitCharts.js": moduleWords(
    () => import("../../components/inside/limits/limitCharts.js"),
    { limitCharts: "Cómo baja la exactitud con cada cambio." },
  ),
  "./components/inside/limits/limitClasses.js": moduleWords(
    () => import("../../components/inside/limits/limitClasses.js"),
    { limitClasses: "Lo que aguanta cada clase con un cambio." },
  ),
};
