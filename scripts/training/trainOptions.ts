// The options of `npm run train`: one for each hyperparameter, and what to do with the run.
import { accessSync, constants, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import {
  defaultHyperparameters,
  hyperparameterDefinitions,
  hyperparameterProblems,
  type Hyperparameters,
  optimizers,
  recipeDefinitions,
  schedules,
} from "../../src/lib/run/hyperparameters.js";

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const definitions = [...hyperparameterDefinitions, ...recipeDefinitions];

const hyperparameterOptions = Object.fromEntries(
  definitions.map(({ name }) => [kebab(name), { type: "string" as const }]),
);

const trainOptions = {
  ...hyperparameterOptions,
  dropout: { type: "string" },
  optimizer: { type: "string" },
  schedule: { type: "string" },
  flip: { type: "boolean" },
  network: { type: "string" },
  threads: { type: "string", default: "1" },
  trainer: { type: "string", default: "engine" },
  json: { type: "boolean", default: false },
  out: { type: "string" },
  reference: { type: "boolean", default: false },
} as const;

export interface TrainOptions {
  hyperparameters: Hyperparameters;
  trainer: "engine" | "wasm" | "cpu";
  threads: number;
  /** The tf.layers JSON of another network than the original's. */
  topology: string | undefined;
  json: boolean;
  out: string | undefined;
  reference: boolean;
}

/** Throws an Error that says what is wrong with the arguments, or that a file cannot be read. */
export function parseTrainOptions(args: string[]): TrainOptions {
  const { values } = parseArgs({ args, options: trainOptions });
  const { network, json, out, reference } = values;
  return {
    hyperparameters: parseHyperparameters(values),
    trainer: oneOf("trainer", ["engine", "wasm", "cpu"], values.trainer),
    threads: parseThreads(values.threads),
    topology: network === undefined ? undefined : readTopology(network),
    ...{ json, out: parseOut(out), reference },
  };
}

/** The hyperparameters given, the others at their defaults. Throws a RangeError if one is not sound. */
function parseHyperparameters(values: Record<string, unknown>): Hyperparameters {
  const hyperparameters: Hyperparameters = { ...defaultHyperparameters };
  if (values.dropout !== undefined) hyperparameters.dropoutRate = numberIn(values.dropout);
  for (const { name } of definitions) {
    const value = values[kebab(name)];
    if (value !== undefined) hyperparameters[name] = numberIn(value);
  }
  if (values.optimizer !== undefined) {
    hyperparameters.optimizer = oneOf("optimizer", optimizers, values.optimizer);
  }
  if (values.schedule !== undefined) {
    hyperparameters.schedule = oneOf("schedule", schedules, values.schedule);
  }
  if (values.flip === true) hyperparameters.flip = true;
  checkRanges(hyperparameters, values);
  return hyperparameters;
}

function checkRanges(hyperparameters: Hyperparameters, typed: Record<string, unknown>): void {
  for (const { name } of hyperparameterProblems(hyperparameters)) {
    const definition = definitions.find((found) => found.name === name);
    if (!definition) continue; // a choice, checked when it was parsed
    const { min, max, integer } = definition;
    const kind = integer ? "an integer" : "a number";
    const option = name === "dropoutRate" && typed.dropout !== undefined ? "dropout" : kebab(name);
    const found = typed[option] ?? hyperparameters[name];
    throw new RangeError(
      `--${option}: ${kind} in ${min} … ${max} expected, ${JSON.stringify(found)} found` +
        (name === "batchSize" ? ` (and no larger than --train-images)` : ""),
    );
  }
}

/** NaN, which no range has, for what is no number: nothing at all among it, which Number() takes for 0. */
function numberIn(value: unknown): number {
  return typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
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

function readTopology(file: string): string {
  const text = readFileSync(file, "utf8");
  const isNetwork = () => {
    const json = JSON.parse(text) as { config?: { layers?: unknown[] } } | null;
    return (json?.config?.layers?.length ?? 0) > 0;
  };
  try {
    if (isNetwork()) return text;
  } catch {
    // No JSON at all.
  }
  throw new RangeError(`--network: a tf.layers topology in JSON expected, ${file} is none`);
}

/** Before the training, and not after it, is when the reader wants to know. */
function parseOut(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch {
    throw new RangeError(`--out: a folder to write in expected, ${dirname(file)} found`);
  }
  return file;
}

/** How many threads; throws unless it is 1 … 64. */
function parseThreads(value: string): number {
  const threads = numberIn(value);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) {
    throw new RangeError(`--threads: an integer in 1 … 64 expected, ${value} found`);
  }
  return threads;
}
