// The stages of the network by hand, as both its drawings have them, and the numbers of each.
import type {
  HandExample,
  HandGradients,
  HandNetwork,
  HandPass,
} from "../../lib/network/byHand/handNetwork.js";

export type BlockName =
  | "image"
  | "filter"
  | "bias"
  | "map"
  | "rectified"
  | "largest"
  | "weights"
  | "biases"
  | "scores"
  | "probabilities"
  | "loss";

interface BlockShape {
  title: string;
  count: number;
  columns: number;
  /** What stands before it: a sign, or an arrow that does this. */
  sign?: string;
  arrow?: string;
}

export const blockShapes: Readonly<Record<BlockName, BlockShape>> = {
  image: { title: "Imagen", count: 16, columns: 4 },
  filter: { title: "Filtro", count: 9, columns: 3, sign: "∗" },
  bias: { title: "Sesgo", count: 1, columns: 1, sign: "+" },
  map: { title: "Mapa", count: 4, columns: 2, arrow: "El filtro recorre la imagen y da el mapa" },
  rectified: { title: "ReLU", count: 4, columns: 2, arrow: "La ReLU cambia por 0 lo negativo" },
  largest: { title: "Máximo", count: 1, columns: 1, arrow: "Queda el mayor" },
  weights: { title: "Pesos", count: 2, columns: 1, sign: "×" },
  biases: { title: "Sesgos", count: 2, columns: 1, sign: "+" },
  scores: { title: "Puntuación", count: 2, columns: 1, arrow: "Sale una puntuación por clase" },
  probabilities: {
    title: "Probabilidad",
    count: 2,
    columns: 1,
    arrow: "El softmax convierte las puntuaciones en probabilidades",
  },
  loss: {
    title: "Pérdida",
    count: 1,
    columns: 1,
    arrow: "Menos el logaritmo de la probabilidad de la clase verdadera",
  },
};

export const blockNames = Object.keys(blockShapes) as BlockName[];

export type BlockNumbers = Record<BlockName, readonly number[]>;

export function blockValues(
  { network, example }: { network: HandNetwork; example: HandExample },
  pass: HandPass,
): BlockNumbers {
  return {
    image: example.image,
    filter: network.filter,
    bias: [network.bias],
    map: pass.map,
    rectified: pass.rectified,
    largest: [pass.largest],
    weights: network.weights,
    biases: network.biases,
    scores: pass.scores,
    probabilities: pass.logProbabilities.map(Math.exp),
    loss: [pass.loss],
  };
}

/** Of those that one has a gradient for. */
export function blockGradients(gradients: HandGradients): Partial<BlockNumbers> {
  const { bias, largest, ...others } = gradients;
  return { ...others, bias: [bias], largest: [largest] };
}
