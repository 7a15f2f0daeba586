// The hyperparameters of a run, as values: their type, their defaults, and what is wrong with some. What each
// one is stands in hyperparameterRegistry.
import { classesProblem, formatClasses } from "./classWeights.js";
import { learningImages } from "./epochSize.js";
import { beyondRegistry } from "./hyperparameterRegistry.js";
import { originalRegistry } from "./originalRegistry.js";
import type {
  ChoiceEntry,
  ClassesEntry,
  NumberEntry,
  Registry,
  SwitchEntry,
} from "./registryEntry.js";
import { formatExact, formatInteger, formatNumber } from "../text/format.js";

type Original = typeof originalRegistry;
type Beyond = typeof beyondRegistry;

type ValueOf<Entry> = Entry extends { kind: "number" }
  ? number
  : Entry extends { options: readonly { value: infer Value }[] }
    ? Value
    : Entry extends { kind: "classes" }
      ? string
      : boolean;

type OriginalValues = { -readonly [Name in keyof Original]: ValueOf<Original[Name]> };
type BeyondValues = { -readonly [Name in keyof Beyond]?: ValueOf<Beyond[Name]> };

/** What is left out is as in the original's recipe. */
export interface Hyperparameters extends OriginalValues, BeyondValues {
  /**
   * The images of an epoch where classes are repeated, which only the labels tell: a run writes it down when it
   * begins. Nobody chooses it, and it is no part of a recipe.
   */
  epochImages?: number;
}

export type HyperparameterName = keyof (OriginalValues & BeyondValues);
export type HyperparameterValue = number | string | boolean;

type NamesOf<Registry, Kind> = {
  [Name in keyof Registry]: Registry[Name] extends Kind ? Name : never;
}[keyof Registry];

export type NumericHyperparameter = NamesOf<Original & Beyond, { kind: "number" }>;
interface Named {
  /** Whether it goes beyond the original's recipe, and may be left out. */
  isBeyond: boolean;
}

export type NumberDefinition = NumberEntry & Named & { name: NumericHyperparameter };
export type ChoiceDefinition = ChoiceEntry & Named & { name: HyperparameterName };
export type SwitchDefinition = SwitchEntry & Named & { name: HyperparameterName };
export type ClassesDefinition = ClassesEntry & Named & { name: HyperparameterName };
export type HyperparameterDefinition =
  NumberDefinition | ChoiceDefinition | SwitchDefinition | ClassesDefinition;

/** All of them, in the order of the form. */
export const hyperparameterDefinitions: readonly HyperparameterDefinition[] = [
  ...define(originalRegistry, false),
  ...define(beyondRegistry, true),
];

export const numberDefinitions = hyperparameterDefinitions.filter(
  (definition) => definition.kind === "number",
);

export function definitionOf(name: NumericHyperparameter): NumberDefinition;
export function definitionOf(name: HyperparameterName): HyperparameterDefinition;
export function definitionOf(name: HyperparameterName): HyperparameterDefinition {
  return hyperparameterDefinitions.find((definition) => definition.name === name)!;
}

/** The value of one that is left out: the original's. */
export function defaultValue(definition: HyperparameterDefinition): HyperparameterValue {
  switch (definition.kind) {
    case "number":
    case "classes":
      return definition.default;
    case "choice":
      return definition.options[0]!.value;
    case "switch":
      return false;
  }
}

/** The original notebook's, without what goes beyond it. */
export const defaultHyperparameters = Object.fromEntries(
  hyperparameterDefinitions
    .filter(({ isBeyond }) => !isBeyond)
    .map((definition) => [definition.name, defaultValue(definition)]),
) as unknown as Hyperparameters;

/** A value as the reader reads it in a sentence: `0,001`, `un ciclo`, `sí`; the seed without points. */
export function formatValue(definition: HyperparameterDefinition, value: unknown): string {
  if (definition.kind === "switch") return value === true ? "sí" : "no";
  if (definition.kind === "classes") return formatClasses(String(value));
  if (definition.kind === "choice") {
    return definition.options.find((option) => option.value === value)?.name ?? String(value);
  }
  const { integer, stops } = definition;
  if (integer) return stops ? formatInteger(value as number) : String(value);
  return formatExact(value as number);
}

export interface HyperparameterProblem {
  name: HyperparameterName;
  /** In Spanish: what was expected and what came. */
  message: string;
}

/** What is wrong with the values, in Spanish, one problem a hyperparameter; empty if they are sound. */
export function hyperparameterProblems(values: Hyperparameters): HyperparameterProblem[] {
  const problems = hyperparameterDefinitions.flatMap((definition) => {
    const { name, isBeyond } = definition;
    const value: unknown = values[name];
    const message = isBeyond && value === undefined ? undefined : valueProblem(definition, value);
    return message === undefined ? [] : [{ name, message }];
  });
  return problems.length === 0 ? togetherProblems(values) : problems;
}

/** What is wrong with values that are sound one by one. */
function togetherProblems(values: Hyperparameters): HyperparameterProblem[] {
  const { batchSize, trainImages, validationImages = 0 } = values;
  const learning = learningImages(values);
  if (learning < 1) {
    const message =
      `Imágenes de validación: se apartan de las ${formatInteger(trainImages)} de entrenamiento, ` +
      `así que han de ser menos; has puesto ${formatInteger(validationImages)}.`;
    return [{ name: "validationImages", message }];
  }
  if (batchSize <= learning) return [];
  const left = validationImages > 0 ? "que quedan para entrenar" : "de entrenamiento";
  const message = `Tamaño de lote: no puede superar las ${formatInteger(learning)} imágenes ${left}; has puesto ${formatInteger(batchSize)}.`;
  return [{ name: "batchSize", message }];
}

function valueProblem(definition: HyperparameterDefinition, value: unknown): string | undefined {
  if (definition.kind === "number") return rangeProblem(definition, value);
  if (definition.kind === "classes") return classesProblem(definition, value);
  const allowed =
    definition.kind === "switch" ? [true, false] : definition.options.map((option) => option.value);
  if (allowed.some((choice) => choice === value)) return undefined;
  return `${definition.label}: hace falta ${allowed.join(" o ")}; has puesto ${JSON.stringify(value)}.`;
}

function rangeProblem(definition: NumberDefinition, value: unknown): string | undefined {
  const { label, min, max, integer } = definition;
  const range = `entre ${formatNumber(min)} y ${integer ? formatInteger(max) : formatNumber(max)}`;
  const expected = `${label}: hace falta un número${integer ? " entero" : ""} ${range}`;
  if (typeof value !== "number" || !Number.isFinite(value)) return `${expected}.`;
  const isSound = value >= min && value <= max && (!integer || Number.isInteger(value));
  return isSound ? undefined : `${expected}; has puesto ${formatExact(value)}.`;
}

function define(registry: Registry, isBeyond: boolean): HyperparameterDefinition[] {
  return Object.entries(registry).map(
    ([name, entry]) => ({ ...entry, name, isBeyond }) as HyperparameterDefinition,
  );
}
