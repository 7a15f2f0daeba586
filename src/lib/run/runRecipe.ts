// What a run was made with, in one line.
import {
  defaultValue,
  formatValue,
  type HyperparameterDefinition,
  hyperparameterDefinitions,
} from "./hyperparameters.js";
import type { Run } from "./run.js";
import { defaultConfiguration, networkName, OWN_NETWORK } from "./runConfiguration.js";

/**
 * «30 épocas, lotes de 20, tasa 0,001, …», with as many epochs as have been done; the network, and what
 * goes beyond the original, where they are not the original's.
 */
export function runRecipe({
  network = defaultConfiguration.network,
  hyperparameters,
  history,
}: Pick<Run, "network" | "hyperparameters" | "history">): string {
  const values = { ...hyperparameters, epochs: history.epochs.length };
  const phrases = hyperparameterDefinitions.flatMap((definition) => {
    const { name, isBeyond } = definition;
    if (network === OWN_NETWORK && "ofNetwork" in definition) return []; // its layers have theirs
    const value = values[name] ?? defaultValue(definition);
    if (isBeyond && value === defaultValue(definition)) return [];
    return [phraseOf(definition, formatValue(definition, value))];
  });
  const isOriginal = network === defaultConfiguration.network;
  return [...(isOriginal ? [] : [networkPhrase(network)]), ...phrases].join(", ");
}

function phraseOf({ label, phrase }: HyperparameterDefinition, value: string): string {
  return phrase ? phrase(value) : `${label.toLowerCase()} ${value}`;
}

function networkPhrase(id: string): string {
  return id === OWN_NETWORK ? "con tu red" : `red «${networkName(id)}»`;
}
