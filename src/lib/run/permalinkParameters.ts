// The parameters of a permalink, in Spanish: how each is written, and how it is read back or refused.
// Text from a link is only ever compared or made a number of.
import { formatInteger, formatNumber } from "../text/format.js";
import {
  type HyperparameterDefinition,
  hyperparameterDefinitions,
  type Hyperparameters,
  type NumericHyperparameter,
  recipeDefinitions,
  type RecipeNumber,
} from "./hyperparameters.js";
import { parseNumber } from "../text/parseNumber.js";
import { networkIds } from "./runConfiguration.js";

export interface PermalinkParameter {
  /** In the link. */
  name: string;
  /** What it sets: a hyperparameter, or something of the link. */
  sets: keyof Hyperparameters | "network" | "version" | "fingerprint";
  write: (value: unknown) => string;
  /** Undefined for what it cannot be. */
  read: (text: string) => number | string | boolean | undefined;
  /** What it can be, for the reader. */
  expected: string;
}

/** Digits of the weights' SHA-256 that a link carries. */
export const FINGERPRINT_DIGITS = 16;

const names: Record<NumericHyperparameter | RecipeNumber, string> = {
  epochs: "epocas",
  batchSize: "lote",
  learningRate: "tasa",
  momentum: "momento",
  dropoutRate: "dropout",
  seed: "semilla",
  trainImages: "imagenes",
  weightDecay: "decaimiento",
  shift: "desplazamiento",
  erasing: "borrado",
};

export const permalinkParameters: readonly PermalinkParameter[] = [
  choice("red", "network", Object.fromEntries(networkIds.map((id) => [id, id]))),
  ...[...hyperparameterDefinitions, ...recipeDefinitions].map(number),
  choice("optimizador", "optimizer", {
    ...{ sgd: "sgd", nesterov: "nesterov", adam: "adam", adamw: "adamw" },
  }),
  choice("plan", "schedule", { constante: "constant", coseno: "cosine", "un-ciclo": "one-cycle" }),
  choice("espejo", "flip", { si: true, no: false }),
  {
    name: "version",
    sets: "version",
    write: String,
    read: (text) => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined),
    expected: "un número entero entre 1 y 9999",
  },
  {
    name: "huella",
    sets: "fingerprint",
    write: String,
    read: (text) =>
      text.length === FINGERPRINT_DIGITS && /^[\da-f]+$/.test(text) ? text : undefined,
    expected: `${FINGERPRINT_DIGITS} cifras hexadecimales`,
  },
];

/** A number as a link writes it, with a point, or as a Spanish reader does, with a comma; «60.000» too. */
const NUMBER = /^\d{1,12}([.,]\d{1,25}){0,3}(e-\d{1,3})?$/;

function number(
  definition: HyperparameterDefinition<NumericHyperparameter | RecipeNumber>,
): PermalinkParameter {
  const { name: sets, min, max, integer } = definition;
  const kind = integer ? "un número entero" : "un número";
  return {
    name: names[sets],
    sets,
    write: String,
    read: (text) => {
      if (!NUMBER.test(text)) return undefined;
      const value = parseNumber(text, { whole: integer });
      const fits = value >= min && value <= max && (!integer || Number.isInteger(value));
      return fits ? value : undefined;
    },
    expected: `${kind} entre ${formatNumber(min)} y ${integer ? formatInteger(max) : formatNumber(max)}`,
  };
}

function choice(
  name: string,
  sets: PermalinkParameter["sets"],
  values: Record<string, string | boolean>,
): PermalinkParameter {
  const entries = new Map(Object.entries(values));
  const write = (value: unknown) => [...entries].find(([, found]) => found === value)![0];
  return {
    ...{ name, sets, write },
    read: (text) => entries.get(text),
    expected: [...entries.keys()].join(", "),
  };
}
