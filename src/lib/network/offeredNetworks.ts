// The networks that the training page offers, for who wants to compare without writing one. The
// reader's own comes from its page (lib/browser/readerNetwork). They are tf.layers' JSON, written here as data,
// so that a page can offer them without TensorFlow.js. The rate of dropout is the hyperparameter's.
import { residualNetwork, sixConvolutions } from "./todaysNetworks.js";
import type { LayerJson } from "./topology.js";

export interface OfferedNetwork {
  /** Travels in links: permanent. */
  id: string;
  name: string;
  /** One sentence. */
  help: string;
  /** tf.layers' JSON; undefined for the original's, which newRun makes itself. */
  topology: (dropoutRate: number) => string | undefined;
}

/** The first is the original's. */
export const offeredNetworks: readonly OfferedNetwork[] = [
  {
    id: "original",
    name: "La del original",
    help: "Dos convoluciones de 10 y 20 filtros y una capa densa de 50 neuronas.",
    topology: () => undefined,
  },
  ...[16, 32, 64].map((filters) => ({
    id: `${filters}-filtros`,
    name: `Con ${filters} filtros`,
    help: `La del original, más ancha: convoluciones de ${filters} y ${2 * filters} filtros; cada paso tarda más.`,
    topology: (dropoutRate: number) =>
      sequential([
        ...convolution("1", filters, { batch_input_shape: INPUT }),
        ...convolution("2", 2 * filters),
        ...ending(dropoutRate),
      ]),
  })),
  {
    id: "tres-convoluciones",
    name: "Con otra convolución",
    help: "La del original con una tercera convolución, de 40 filtros: mira trozos más grandes de la prenda.",
    topology: (dropoutRate) =>
      sequential([
        ...convolution("1", 10, { batch_input_shape: INPUT }),
        ...convolution("2", 20),
        conv2d("3", { filters: 40, activation: "relu" }),
        ...ending(dropoutRate),
      ]),
  },
  {
    id: "normalizacion",
    name: "Con normalización por lotes",
    help: "La del original, con los valores de cada filtro llevados a media 0 y desviación 1 en cada lote.",
    topology: (dropoutRate) =>
      sequential([
        ...normalized("1", 10, { batch_input_shape: INPUT }),
        ...normalized("2", 20),
        ...ending(dropoutRate),
      ]),
  },
  {
    id: "seis-convoluciones",
    name: "Seis convoluciones",
    help: "Como se escriben hoy: seis convoluciones normalizadas, con ceros alrededor, y la media de cada mapa en vez de capas densas; 27.834 parámetros.",
    topology: () => sixConvolutions(),
  },
  {
    id: "seis-convoluciones-30",
    name: "Seis convoluciones, la última de 30",
    help: "La misma con dos filtros menos al final: 27.234 parámetros, por debajo de los 27.480 de la original.",
    topology: () => sixConvolutions([16, 24, 32], 30),
  },
  {
    id: "seis-convoluciones-64",
    name: "Seis convoluciones, más anchas",
    help: "La misma con 24, 40 y 64 filtros en vez de 16, 24 y 32: 89.506 parámetros; cada paso tarda más del doble.",
    topology: () => sixConvolutions([24, 40, 64]),
  },
  {
    id: "residual",
    name: "Residual",
    help: "Cinco convoluciones en dos bloques cuya entrada se suma a lo que calculan, con normalización por lotes; 19.706 parámetros.",
    topology: residualNetwork,
  },
  {
    id: "densa",
    name: "Densa, sin convolución",
    help: "Cada píxel entra por su cuenta en una capa de 128 neuronas: la red no sabe qué píxeles son vecinos.",
    topology: (dropoutRate) => {
      const [flatten, , ...rest] = ending(dropoutRate, { batch_input_shape: INPUT });
      return sequential([flatten!, dense("fc1", 128, "relu"), ...rest]);
    },
  },
];

/** Further settings of a layer. */
type Settings = Partial<LayerJson["config"]>;

/** The shape of a batch [N,H,W,C], N left open. */
const INPUT = [null, 28, 28, 1];

function sequential(layers: LayerJson[]): string {
  return JSON.stringify({ class_name: "Sequential", config: { name: "red", layers } });
}

function convolution(suffix: string, filters: number, config: Settings = {}): LayerJson[] {
  return [
    conv2d(suffix, { filters, activation: "relu", ...config }),
    { class_name: "MaxPooling2D", config: { name: `pool${suffix}`, pool_size: [2, 2] } },
  ];
}

/** Normalized before ReLU, as Ioffe and Szegedy (2015) do. */
function normalized(suffix: string, filters: number, config: Settings = {}): LayerJson[] {
  return [
    conv2d(suffix, { filters, ...config }),
    { class_name: "BatchNormalization", config: { name: `norm${suffix}` } },
    { class_name: "Activation", config: { name: `relu${suffix}`, activation: "relu" } },
    { class_name: "MaxPooling2D", config: { name: `pool${suffix}`, pool_size: [2, 2] } },
  ];
}

function conv2d(suffix: string, config: Settings): LayerJson {
  return {
    class_name: "Conv2D",
    config: { name: `conv${suffix}`, kernel_size: [3, 3], ...config },
  };
}

function dense(name: string, units: number, activation = "linear"): LayerJson {
  return { class_name: "Dense", config: { name, units, activation } };
}

/** From the flattening on, as in the original. */
function ending(rate: number, first: Settings = {}): LayerJson[] {
  return [
    { class_name: "Flatten", config: { name: "flatten", ...first } },
    dense("fc1", 50, "relu"),
    { class_name: "Dropout", config: { name: "drop", rate } },
    dense("fc2", 10),
    { class_name: "Activation", config: { name: "logSoftmax", activation: "logSoftmax" } },
  ];
}
