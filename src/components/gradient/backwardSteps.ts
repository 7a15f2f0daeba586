// The way backward, arrow by arrow: which blocks get their gradient, and why that one.
import type { BlockName, BlockNumbers } from "./handBlocks.js";
import { listed, mapPlace, shortNumber, termNumber } from "./handText.js";

/** What each block gives forward, and what comes back to it. */
export interface BothWays {
  values: BlockNumbers;
  gradients: Partial<BlockNumbers>;
  /** The true class. */
  label: number;
}

export interface BackwardStep {
  title: string;
  /** The blocks whose gradients it gives. */
  blocks: readonly BlockName[];
  /** The blocks before which its arrow stands. */
  arrows: readonly BlockName[];
  explain: (both: BothWays) => string;
}

const each = (numbers: readonly number[] = []) => listed.format(numbers.map(shortNumber));
const one = (numbers: readonly number[] = []) => shortNumber(numbers[0] ?? NaN);

export const backwardSteps: readonly BackwardStep[] = [
  {
    title: "De la pérdida a las puntuaciones",
    blocks: ["scores"],
    arrows: ["probabilities", "loss"],
    explain({ values: { probabilities }, gradients: { scores }, label }) {
      const parts = probabilities.map(
        (p, k) => `${shortNumber(p)} − ${k === label ? 1 : 0} = ${shortNumber(scores?.[k] ?? NaN)}`,
      );
      return `El gradiente de cada puntuación es lo que la red dijo menos lo que debía decir, p − y: ${listed.format(parts)}. Negativo quiere decir que subirla baja la pérdida: la de la clase verdadera pide subir, y la otra, bajar.`;
    },
  },
  {
    title: "A los pesos y los sesgos de la capa densa",
    blocks: ["weights", "biases"],
    arrows: ["scores"],
    explain: ({ values: { largest }, gradients: { scores, weights } }) =>
      `Cada puntuación es peso × máximo + sesgo. Si el peso sube un poco, la puntuación sube eso por el máximo: su gradiente es el de la puntuación por ${one(largest)}. Salen ${each(weights)}. El sesgo se suma tal cual, y recibe el mismo gradiente que la puntuación: ${each(scores)}.`,
  },
  {
    title: "Al máximo, por dos caminos",
    blocks: ["largest"],
    arrows: ["weights"],
    explain({ values: { weights }, gradients: { scores, largest } }) {
      const paths = weights.map((w, k) => `${termNumber(scores?.[k] ?? NaN)} × ${termNumber(w)}`);
      return `Ese número entra en las dos puntuaciones, en cada una por su peso. Lo que vuelve por los dos caminos se suma: ${paths.join(" + ")} = ${one(largest)}.`;
    },
  },
  {
    title: "Solo al que ganó",
    blocks: ["rectified"],
    arrows: ["largest"],
    explain({ values: { rectified, largest }, gradients }) {
      const winner = rectified.indexOf(largest[0]!);
      return `De los cuatro números solo pasó el de la ${mapPlace(winner)}. Mover un poco los otros no cambia el máximo: todo el gradiente, ${one(gradients.largest)}, vuelve al ganador, y a los demás, 0.`;
    },
  },
  {
    title: "Por la puerta de la ReLU",
    blocks: ["map"],
    arrows: ["rectified"],
    explain({ values: { map, rectified, largest } }) {
      const value = map[rectified.indexOf(largest[0]!)]!;
      return value > 0
        ? `La ReLU deja pasar el gradiente donde dejó pasar el número. El ganador valía ${shortNumber(value)}, más que 0: su puerta está abierta y el gradiente sigue entero.`
        : `La ReLU deja pasar el gradiente donde dejó pasar el número. Aquí los cuatro eran negativos o 0: ninguna puerta está abierta, y todo lo de antes se queda sin gradiente.`;
    },
  },
  {
    title: "Al filtro y a su sesgo",
    blocks: ["filter", "bias"],
    arrows: ["map"],
    explain: ({ gradients: { map = [] } }) =>
      `En cada sitio, cada peso del filtro multiplicó a un píxel: su gradiente suma píxel por gradiente del sitio. Es otra correlación: el gradiente del mapa recorre la imagen. ${seenThrough(map)} El sesgo se sumó en los cuatro sitios y recibe la suma: ${shortNumber(map.reduce((sum, g) => sum + g, 0))}.`,
  },
  {
    title: "Y hasta la imagen",
    blocks: ["image"],
    arrows: ["filter"],
    explain: ({ gradients: { map = [] } }) =>
      `A cada píxel lo multiplicaron los pesos que le cayeron encima. ${map.every((g) => g === 0) ? "Aquí todo es 0." : "Queda el filtro, en el sitio del ganador, multiplicado por su gradiente."} La imagen no se corrige; con más capas, este es el gradiente que seguiría hacia atrás.`,
  },
];

function seenThrough(map: readonly number[]): string {
  const place = map.findIndex((gradient) => gradient !== 0);
  return place < 0
    ? "Aquí todo es 0, y el filtro no aprende nada."
    : `Aquí solo hay gradiente en un sitio, y sale la ventana de la imagen que allí se veía, multiplicada por ${shortNumber(map[place]!)}.`;
}
