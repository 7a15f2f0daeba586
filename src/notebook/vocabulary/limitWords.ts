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
      favourite: "La clase que dice la red.",
    },
  ),
};
