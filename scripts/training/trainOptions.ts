// The options of `npm run train`: one for each hyperparameter, and what to do with the run.
import {
  defaultHyperparameters,
  hyperparameterDefinitions,
  hyperparameterProblems,
  type Hyperparameters,
} from "../../src/lib/hyperparameters.js";

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const hyperparameterOptions = Object.fromEntries(
  hyperparameterDefinitions.map(({ name }) => [kebab(name), { type: "string" as const }]),
);

export const trainOptions = {
  ...hyperparameterOptions,
  trainer: { type: "string", default: "engine" },
  json: { type: "boolean", default: false },
  out: { type: "string" },
  reference: { type: "boolean", default: false },
} as const;

/** The hyperparameters given, the others at their defaults. Throws if one is out of its range. */
export function parseHyperparameters(values: Record<string, unknown>): Hyperparameters {
  const hyperparameters = { ...defaultHyperparameters };
  for (const { name } of hyperparameterDefinitions) {
    const value = values[kebab(name)];
    if (value !== undefined) hyperparameters[name] = Number(value);
  }
  for (const { name, min, max, integer } of hyperparameterDefinitions) {
    const problem = hyperparameterProblems(hyperparameters).find((found) => found.name === name);
    if (problem) {
      const kind = integer ? "an integer" : "a number";
      throw new RangeError(
        `--${kebab(name)}: ${kind} in ${min} … ${max} expected, ${hyperparameters[name]} found` +
          (name === "batchSize" ? ` (and no larger than --train-images)` : ""),
      );
    }
  }
  return hyperparameters;
}
