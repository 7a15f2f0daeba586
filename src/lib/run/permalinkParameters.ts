// The parameters of a permalink, in Spanish: how each is written, and the schema by which it is read back or
// refused. Text from a link is only ever compared or made a number of.
import * as v from "valibot";
import {
  type ChoiceDefinition,
  defaultValue,
  type HyperparameterDefinition,
  hyperparameterDefinitions,
  type HyperparameterName,
  type HyperparameterValue,
  type NumberDefinition,
} from "./hyperparameters.js";
import { classesPattern } from "./classWeights.js";
import { networkIds } from "./runConfiguration.js";
import { describeRange, numberIn } from "../schema/parts.js";
import { parseNumber } from "../text/parseNumber.js";

export interface PermalinkParameter {
  /** In the link. */
  name: string;
  /** What it sets: a hyperparameter, or something of the link. */
  sets: HyperparameterName | "network" | "version" | "fingerprint";
  /** The value that a link leaves out; left out itself: none. */
  default?: HyperparameterValue;
  write: (value: HyperparameterValue) => string;
  /** From the text in a link; it says what it expects, for the reader. */
  schema: v.GenericSchema<string, HyperparameterValue>;
}

/** Digits of the weights' SHA-256 that a link carries. */
export const FINGERPRINT_DIGITS = 16;

type Link = readonly [link: string, value: HyperparameterValue];

const switchLinks: readonly Link[] = [
  ["si", true],
  ["no", false],
];

/** A number as a link writes it, with a point, or as a Spanish reader does, with a comma; «60.000» too. */
const NUMBER = /^\d{1,12}([.,]\d{1,25}){0,3}(e-\d{1,3})?$/;

const fingerprint = `una huella, de ${FINGERPRINT_DIGITS} cifras hexadecimales`;
const version = "un número entero entre 1 y 9999";

export const permalinkParameters: readonly PermalinkParameter[] = [
  {
    name: "red",
    sets: "network",
    default: networkIds[0]!,
    write: String,
    schema: oneOf(networkIds.map((id) => [id, id])),
  },
  ...hyperparameterDefinitions.map(parameterOf),
  {
    name: "version",
    sets: "version",
    default: 1,
    write: String,
    schema: v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/, version), v.transform(Number)),
  },
  {
    name: "huella",
    sets: "fingerprint",
    write: String,
    schema: v.pipe(v.string(), v.regex(/^[\da-f]{16}$/, fingerprint)),
  },
];

function parameterOf(definition: HyperparameterDefinition): PermalinkParameter {
  const common = {
    name: definition.link,
    sets: definition.name,
    default: defaultValue(definition),
  };
  if (definition.kind === "number") {
    return { ...common, write: String, schema: numberSchema(definition) };
  }
  if (definition.kind === "classes") {
    const expected = `diez cifras del ${definition.min} al ${definition.max}, una por clase`;
    const schema = v.pipe(v.string(), v.regex(classesPattern(definition), expected));
    return { ...common, write: String, schema };
  }
  const links = definition.kind === "choice" ? choiceLinks(definition) : switchLinks;
  const write = (value: HyperparameterValue) => links.find(([, found]) => found === value)![0];
  return { ...common, write, schema: oneOf(links) };
}

function choiceLinks({ options }: ChoiceDefinition): readonly Link[] {
  return options.map(({ link, value }) => [link, value]);
}

function oneOf(links: readonly Link[]): PermalinkParameter["schema"] {
  const values = new Map(links);
  const expected = `uno de estos: ${[...values.keys()].map((link) => `«${link}»`).join(", ")}`;
  return v.pipe(
    v.string(),
    v.check((text) => values.has(text), expected),
    v.transform((text) => values.get(text)!),
  );
}

function numberSchema({ min, max, integer: whole }: NumberDefinition) {
  const range = { min, max, whole };
  return v.pipe(
    v.string(),
    v.regex(NUMBER, describeRange(range)),
    v.transform((text) => parseNumber(text, { whole })),
    numberIn(range),
  );
}
