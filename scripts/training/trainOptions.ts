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
  dropout: { type: "string" },
  optimizer: { type: "string" },
  "weight-decay": { type: "string" },
  schedule: { type: "string" },
  network: { type: "string" },
  threads: { type: "string", default: "1" },
  trainer: { type: "string", default: "engine" },
  json: { type: "boolean", default: false },
  out: { type: "string" },
  reference: { type: "boolean", default: false },
} as const;

/** The hyperparameters given, the others at their defaults. Throws if one is out of its range. */
export function parseHyperparameters(values: Record<string, unknown>): Hyperparameters {
  const hyperparameters: Hyperparameters = { ...defaultHyperparameters, ...parseRecipe(values) };
  if (values.dropout !== undefined) hyperparameters.dropoutRate = Number(values.dropout);
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

const optimizers = ["sgd", "nesterov", "adam", "adamw"] as const;
const schedules = ["constant", "cosine", "one-cycle"] as const;

/** What goes beyond the original's recipe. */
function parseRecipe(values: Record<string, unknown>): Partial<Hyperparameters> {
  const recipe: Partial<Hyperparameters> = {};
  if (values.optimizer !== undefined) {
    recipe.optimizer = oneOf("optimizer", optimizers, values.optimizer);
  }
  if (values.schedule !== undefined) {
    recipe.schedule = oneOf("schedule", schedules, values.schedule);
  }
  if (values["weight-decay"] !== undefined) {
    recipe.weightDecay = Number(values["weight-decay"]);
    if (!(recipe.weightDecay >= 0 && recipe.weightDecay <= 1)) {
      throw new RangeError(`--weight-decay: a number in 0 … 1 expected`);
    }
  }
  return recipe;
}

function oneOf<T extends string>(name: string, allowed: readonly T[], value: unknown): T {
  const found = allowed.find((choice) => choice === value);
  if (found === undefined) {
    throw new RangeError(
      `--${name}: one of ${allowed.join(", ")} expected, ${String(value)} found`,
    );
  }
  return found;
}

/** How many threads; throws unless it is 1 … 64. */
export function parseThreads(value: string): number {
  const threads = Number(value);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) {
    throw new RangeError(`--threads: an integer in 1 … 64 expected, ${value} found`);
  }
  return threads;
}
