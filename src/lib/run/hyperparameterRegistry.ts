// The hyperparameters, each in one entry: what the form, links, files, differences, recipes, sweeps and the
// command line know of it is derived from here. A new one is one entry, and the line that computes with it.
// The defaults are the original notebook's.

interface Entry {
  label: string;
  /** One sentence. */
  help: string;
  /** Its name in a link: permanent. */
  link: string;
  /** Another name of it at the command line than the usual one. */
  option?: string;
  /** In a recipe, around its value; left out: `momento 0,9`. */
  phrase?: (value: string) => string;
}

export interface NumberEntry extends Entry {
  kind: "number";
  default: number;
  min: number;
  max: number;
  integer: boolean;
  /** What the number counts, as it is read behind it. */
  unit: string;
  /** Where its slider stops, evenly spaced: values worth trying, the default among them. Left out: no quantity. */
  stops?: readonly number[];
  /** The layers of the reader's own network have their own, and then this one is not used. */
  ofNetwork?: true;
}

export interface ChoiceEntry extends Entry {
  kind: "choice";
  /** The first is the default. */
  options: readonly {
    value: string;
    label: string;
    /** In a sentence: «optimizador SGD → Adam». */
    name: string;
    /** In a link: permanent. */
    link: string;
  }[];
}

/** Off by default. */
export interface SwitchEntry extends Entry {
  kind: "switch";
  /** How it is when it is off. */
  off: string;
}

export type RegistryEntry = NumberEntry | ChoiceEntry | SwitchEntry;
type Registry = Readonly<Record<string, RegistryEntry>>;

/** Those of the original's recipe. */
export const originalRegistry = {
  epochs: {
    ...{ kind: "number", label: "Épocas", link: "epocas", unit: "épocas" },
    help: "Cuántas veces ve la red todas las imágenes de entrenamiento.",
    ...{ default: 30, min: 1, max: 500, integer: true },
    stops: [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100],
    phrase: (count) => `${count} ${count === "1" ? "época" : "épocas"}`,
  },
  batchSize: {
    ...{ kind: "number", label: "Tamaño de lote", link: "lote", unit: "imágenes" },
    help: "Cuántas imágenes mira la red antes de corregir sus pesos.",
    ...{ default: 20, min: 1, max: 2000, integer: true },
    stops: [1, 2, 5, 10, 20, 32, 50, 64, 100, 128, 200, 256, 500],
    phrase: (size) => `lotes de ${size}`,
  },
  learningRate: {
    ...{ kind: "number", label: "Tasa de aprendizaje", link: "tasa", unit: "por paso" },
    help: "Cuánto se mueven los pesos en cada paso.",
    ...{ default: 0.001, min: 0.000001, max: 10, integer: false },
    stops: [
      ...[0.0001, 0.0002, 0.0003, 0.0005, 0.0007, 0.001, 0.002, 0.003, 0.005, 0.007],
      ...[0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.2, 0.3, 0.5, 0.7, 1],
    ],
    phrase: (rate) => `tasa ${rate}`,
  },
  momentum: {
    ...{ kind: "number", label: "Momento", link: "momento", unit: "del movimiento anterior" },
    help: "Qué parte del movimiento anterior se conserva en cada paso.",
    ...{ default: 0.9, min: 0, max: 0.999, integer: false },
    stops: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99],
  },
  dropoutRate: {
    ...{ kind: "number", label: "Dropout", link: "dropout", unit: "de las neuronas" },
    help: "Qué parte de las 50 neuronas se apaga al azar con cada imagen.",
    ...{ default: 0.4, min: 0, max: 0.95, integer: false },
    stops: [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9],
    ...{ option: "dropout", ofNetwork: true },
  },
  seed: {
    ...{ kind: "number", label: "Semilla", link: "semilla", unit: "" },
    help: "De ella salen todos los números al azar: la misma semilla repite el entrenamiento.",
    ...{ default: 42, min: 0, max: 4294967295, integer: true },
  },
  trainImages: {
    ...{ kind: "number", label: "Imágenes de entrenamiento", link: "imagenes", unit: "imágenes" },
    help: "Cuántas de las 60.000 imágenes se usan; con menos se acaba antes.",
    ...{ default: 60_000, min: 20, max: 60_000, integer: true },
    stops: [
      ...[1000, 2000, 3000, 4000, 5000, 6000, 8000, 10_000, 15_000, 20_000],
      ...[25_000, 30_000, 40_000, 50_000, 60_000],
    ],
    phrase: (count) => `${count} imágenes`,
  },
} as const satisfies Registry;

/** Those beyond the original's recipe, which may be left out: then they are at their default. */
export const beyondRegistry = {
  optimizer: {
    ...{ kind: "choice", label: "Optimizador", link: "optimizador" },
    help: "Cómo se convierte el gradiente en un movimiento de los pesos.",
    options: [
      { value: "sgd", label: "Descenso con momento (SGD)", name: "SGD", link: "sgd" },
      {
        value: "nesterov",
        label: "SGD con momento de Nesterov",
        name: "Nesterov",
        link: "nesterov",
      },
      { value: "adam", label: "Adam", name: "Adam", link: "adam" },
      { value: "adamw", label: "AdamW", name: "AdamW", link: "adamw" },
    ],
  },
  schedule: {
    ...{ kind: "choice", label: "Plan de la tasa", link: "plan" },
    help: "Cómo cambia la tasa de aprendizaje de un paso a otro.",
    options: [
      { value: "constant", label: "Constante", name: "constante", link: "constante" },
      { value: "cosine", label: "Coseno: baja hasta cero", name: "coseno", link: "coseno" },
      { value: "one-cycle", label: "Un ciclo: sube y baja", name: "un ciclo", link: "un-ciclo" },
    ],
  },
  weightDecay: {
    ...{ kind: "number", label: "Decaimiento de los pesos", link: "decaimiento" },
    ...{ unit: "de cada peso", default: 0, min: 0, max: 1, integer: false },
    help: "Qué parte de cada peso se suma a su gradiente, para que no crezca sin necesidad.",
    stops: [0, 0.00001, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1],
  },
  flip: {
    ...{ kind: "switch", label: "Espejo", link: "espejo", off: "sin espejo" },
    help: "Aumento de datos: la mitad de las imágenes, al azar, se ven como en un espejo.",
    phrase: () => "espejo",
  },
  shift: {
    ...{ kind: "number", label: "Desplazamiento", link: "desplazamiento", unit: "píxeles" },
    help: "Aumento de datos: cuántos píxeles se mueve cada imagen, como mucho, en cada dirección.",
    ...{ default: 0, min: 0, max: 14, integer: true, stops: [0, 1, 2, 3, 4, 5, 6, 7, 8] },
  },
  erasing: {
    ...{ kind: "number", label: "Borrado al azar", link: "borrado", unit: "de las imágenes" },
    help: "Aumento de datos: con qué probabilidad se borra un rectángulo de la imagen.",
    ...{ default: 0, min: 0, max: 1, integer: false },
    stops: [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1],
  },
} as const satisfies Registry;
