// What a sweep can go through: the network, and every hyperparameter but the seed and those that say by what a run
// is judged. How their values are typed, written and refused.
import {
  definitionOf,
  defaultValue,
  formatValue,
  type HyperparameterDefinition,
  hyperparameterDefinitions,
  type HyperparameterName,
  type HyperparameterValue,
} from "../run/hyperparameters.js";
import { networkIds, networkName, OWN_NETWORK } from "../run/runConfiguration.js";
import { formatNumber } from "../text/format.js";
import { parseNumberList } from "../text/parseNumber.js";

export type AxisName = "network" | HyperparameterName;

export interface SweepAxis {
  name: AxisName;
  /** Ids of networks; else values of the hyperparameter. */
  values: HyperparameterValue[];
}

/** In the order in which they are offered. */
export const axisNames: readonly AxisName[] = [
  ...hyperparameterDefinitions.filter(isSwept).map(({ name }) => name),
  "network",
];

/** The reader's own network is no link's, and no sweep's beside others. */
export const sweptNetworks = networkIds.filter((id) => id !== OWN_NETWORK);

function isSwept(definition: HyperparameterDefinition): boolean {
  if (definition.kind !== "number") return true;
  return definition.stops !== undefined && !definition.judges;
}

export function axisLabel(name: AxisName): string {
  return name === "network" ? "Red" : definitionOf(name).label;
}

/** As the reader reads it, in a figure and in a sentence: `0,01`, `Adam`, `sí`, `Con 16 filtros`. */
export function axisValueText(name: AxisName, value: HyperparameterValue): string {
  if (name === "network") return networkName(String(value));
  return typeof value === "number" ? formatNumber(value) : formatValue(definitionOf(name), value);
}

/** The values in a text, parted by «;»; what is none of them comes as it was typed, to be refused by name. */
export function parseAxisValues(name: AxisName, text: string): HyperparameterValue[] {
  if (name !== "network") {
    const definition = definitionOf(name);
    if (definition.kind === "number") return parseNumberList(text, { whole: definition.integer });
  }
  const known = knownValues(name);
  const parts = text.split(";").map((part) => part.trim());
  return parts.flatMap((part) => {
    if (part === "") return [];
    const isIt = (value: HyperparameterValue) =>
      [axisValueText(name, value), value].some(isLike(part));
    return known.find(isIt) ?? part;
  });
}

function isLike(typed: string): (text: HyperparameterValue) => boolean {
  return (text) => String(text).toLowerCase() === typed.toLowerCase();
}

/** All that it can be; none where there are too many to tell. */
function knownValues(name: AxisName): readonly HyperparameterValue[] {
  if (name === "network") return sweptNetworks;
  const definition = definitionOf(name);
  if (definition.kind === "choice") return definition.options.map(({ value }) => value);
  return definition.kind === "switch" ? [false, true] : [];
}

/** What is typed to begin with where all the values can be told; undefined for what is a quantity. */
export function axisExample(name: AxisName): string | undefined {
  if (name === "classWeights") return "1111111111; 1121112111";
  const known = knownValues(name);
  return known.length === 0 ? undefined : known.map((one) => axisValueText(name, one)).join("; ");
}

/** How its values are typed, in one or two sentences. */
export function axisHelp(name: AxisName): string {
  if (name === "network") return "Separadas por «;», por su nombre.";
  const definition = definitionOf(name);
  const usual = axisValueText(name, defaultValue(definition));
  if (definition.kind === "classes")
    return "Separados por «;»: diez cifras del 1 al 5, las veces que se repite cada clase, de camiseta a botín.";
  return `Separados por «;». En el original: ${usual}.`;
}
