// The hyperparameters of a run: defaults (the original notebook's), ranges, and their names and help
// for the reader. The form, the check before training and the command line all read this list.
import { formatInteger, formatNumber } from "../text/format.js";

export interface Hyperparameters {
  epochs: number;
  batchSize: number;
  learningRate: number;
  momentum: number;
  dropoutRate: number;
  seed: number;
  /** How many of the training images are used, from the first. */
  trainImages: number;
  /** Left out: SGD, the original's. */
  optimizer?: (typeof optimizers)[number];
  /** Left out: 0. */
  weightDecay?: number;
  /** How the learning rate changes from step to step. Left out: it does not. */
  schedule?: (typeof schedules)[number];
  /** Data augmentation: half of the images, at random, as in a mirror. Left out: none. */
  flip?: boolean;
  /** Data augmentation: pixels that an image moves at most, in each direction. Left out: 0. */
  shift?: number;
  /** Data augmentation: the probability that a rectangle of the image is erased. Left out: 0. */
  erasing?: number;
}

export const optimizers = ["sgd", "nesterov", "adam", "adamw"] as const;
export const schedules = ["constant", "cosine", "one-cycle"] as const;

/** Those of the original's recipe, all numbers, which the form shows. */
export type NumericHyperparameter = Exclude<keyof Hyperparameters, RecipeNumber | RecipeChoice>;
/** Numbers that go beyond the original's recipe, and may be left out. */
export type RecipeNumber = "weightDecay" | "shift" | "erasing";
export type RecipeChoice = "optimizer" | "schedule" | "flip";

export interface HyperparameterDefinition<
  Name extends NumericHyperparameter | RecipeNumber = NumericHyperparameter,
> {
  name: Name;
  label: string;
  help: string;
  /** What the number counts, as it is read behind it; empty for the seed. */
  unit: string;
  default: number;
  min: number;
  max: number;
  integer: boolean;
}

export const hyperparameterDefinitions: readonly HyperparameterDefinition[] = [
  {
    name: "epochs",
    label: "Épocas",
    help: "Cuántas veces ve la red todas las imágenes de entrenamiento.",
    unit: "épocas",
    default: 30,
    min: 1,
    max: 500,
    integer: true,
  },
  {
    name: "batchSize",
    label: "Tamaño de lote",
    help: "Cuántas imágenes mira la red antes de corregir sus pesos.",
    unit: "imágenes",
    default: 20,
    min: 1,
    max: 2000,
    integer: true,
  },
  {
    name: "learningRate",
    label: "Tasa de aprendizaje",
    help: "Cuánto se mueven los pesos en cada paso.",
    unit: "por paso",
    default: 0.001,
    min: 0.000001,
    max: 10,
    integer: false,
  },
  {
    name: "momentum",
    label: "Momento",
    help: "Qué parte del movimiento anterior se conserva en cada paso.",
    unit: "del movimiento anterior",
    default: 0.9,
    min: 0,
    max: 0.999,
    integer: false,
  },
  {
    name: "dropoutRate",
    label: "Dropout",
    help: "Qué parte de las 50 neuronas se apaga al azar en cada paso.",
    unit: "de las neuronas",
    default: 0.4,
    min: 0,
    max: 0.95,
    integer: false,
  },
  {
    name: "seed",
    label: "Semilla",
    help: "De ella salen todos los números al azar: la misma semilla repite el entrenamiento.",
    unit: "",
    default: 42,
    min: 0,
    max: 4294967295,
    integer: true,
  },
  {
    name: "trainImages",
    label: "Imágenes de entrenamiento",
    help: "Cuántas de las 60.000 imágenes se usan; con menos se acaba antes.",
    unit: "imágenes",
    default: 60000,
    min: 20,
    max: 60000,
    integer: true,
  },
];

/** What goes beyond the original's recipe; the defaults are those of a value that is left out. */
export const recipeDefinitions: readonly HyperparameterDefinition<RecipeNumber>[] = [
  {
    name: "weightDecay",
    label: "Decaimiento de los pesos",
    help: "Qué parte de cada peso se suma a su gradiente, para que no crezca sin necesidad.",
    unit: "de cada peso",
    default: 0,
    min: 0,
    max: 1,
    integer: false,
  },
  {
    name: "shift",
    label: "Desplazamiento",
    help: "Aumento de datos: cuántos píxeles se mueve cada imagen, como mucho, en cada dirección.",
    unit: "píxeles",
    default: 0,
    min: 0,
    max: 14,
    integer: true,
  },
  {
    name: "erasing",
    label: "Borrado al azar",
    help: "Aumento de datos: con qué probabilidad se borra un rectángulo de la imagen.",
    unit: "de las imágenes",
    default: 0,
    min: 0,
    max: 1,
    integer: false,
  },
];

/** Likewise; left out, an optimizer or a schedule is the first, and there is no mirror. */
export const recipeChoices = [
  { name: "optimizer", label: "Optimizador", allowed: optimizers },
  { name: "schedule", label: "Plan de la tasa de aprendizaje", allowed: schedules },
  { name: "flip", label: "Espejo", allowed: [true, false] },
] as const;

export const defaultHyperparameters = Object.fromEntries(
  hyperparameterDefinitions.map((definition) => [definition.name, definition.default]),
) as unknown as Hyperparameters;

export interface HyperparameterProblem {
  name: keyof Hyperparameters;
  /** In Spanish: what was expected and what came. */
  message: string;
}

/** What is wrong with the values, in Spanish, one problem a hyperparameter; empty if they are sound. */
export function hyperparameterProblems(values: Hyperparameters): HyperparameterProblem[] {
  const problems: HyperparameterProblem[] = [];
  for (const definition of hyperparameterDefinitions) {
    const problem = rangeProblem(definition, values[definition.name]);
    if (problem) problems.push({ name: definition.name, message: problem });
  }
  problems.push(...recipeProblems(values));
  if (problems.length === 0 && values.batchSize > values.trainImages) {
    problems.push({
      name: "batchSize",
      message: `Tamaño de lote: no puede superar las ${formatInteger(values.trainImages)} imágenes de entrenamiento; has puesto ${formatInteger(values.batchSize)}.`,
    });
  }
  return problems;
}

/** Of what may be left out. */
function recipeProblems(values: Hyperparameters): HyperparameterProblem[] {
  const problems: HyperparameterProblem[] = [];
  for (const definition of recipeDefinitions) {
    const value = values[definition.name];
    const problem = value === undefined ? undefined : rangeProblem(definition, value);
    if (problem) problems.push({ name: definition.name, message: problem });
  }
  for (const { name, label, allowed } of recipeChoices) {
    const value: unknown = values[name];
    if (value === undefined || allowed.some((choice) => choice === value)) continue;
    const message = `${label}: hace falta ${allowed.join(" o ")}; has puesto ${JSON.stringify(value)}.`;
    problems.push({ name, message });
  }
  return problems;
}

function rangeProblem(
  definition: Omit<HyperparameterDefinition, "name">,
  value: unknown,
): string | undefined {
  const { label, min, max, integer } = definition;
  const range = `entre ${formatNumber(min)} y ${integer ? formatInteger(max) : formatNumber(max)}`;
  const expected = `${label}: hace falta un número${integer ? " entero" : ""} ${range}`;
  if (typeof value !== "number" || !Number.isFinite(value)) return `${expected}.`;
  if (integer && !Number.isInteger(value)) return `${expected}; has puesto ${formatNumber(value)}.`;
  if (value < min || value > max) return `${expected}; has puesto ${formatNumber(value)}.`;
  return undefined;
}
