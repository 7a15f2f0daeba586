// The options of `npm run train`: one for each hyperparameter, and what to do with the run.
import { accessSync, constants, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { readTopology } from "../../src/lib/network/topology.js";
import { classesPattern } from "../../src/lib/run/classWeights.js";
import {
  type ChoiceDefinition,
  type ClassesDefinition,
  defaultHyperparameters,
  definitionOf,
  type HyperparameterDefinition,
  hyperparameterDefinitions,
  hyperparameterProblems,
  type Hyperparameters,
  type HyperparameterValue,
} from "../../src/lib/run/hyperparameters.js";

/** `--batch-size`, and the other name if it has one: `--dropout-rate`, `--dropout`. */
function optionNames({ name, option }: HyperparameterDefinition): string[] {
  const usual = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return option === undefined ? [usual] : [option, usual];
}

const hyperparameterOptions = Object.fromEntries(
  hyperparameterDefinitions.flatMap((definition) => {
    const type = definition.kind === "switch" ? ("boolean" as const) : ("string" as const);
    return optionNames(definition).map((name) => [name, { type }]);
  }),
);

const trainOptions = {
  ...hyperparameterOptions,
  network: { type: "string" },
  threads: { type: "string", default: "1" },
  trainer: { type: "string", default: "engine" },
  json: { type: "boolean", default: false },
  out: { type: "string" },
  reference: { type: "boolean", default: false },
  "open-test": { type: "boolean", default: false },
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
  /** Whether a run with validation is evaluated on the test images at its end. */
  opensTest: boolean;
}

/** Throws an Error that says what is wrong with the arguments, or that a file cannot be read. */
export function parseTrainOptions(args: string[]): TrainOptions {
  const { values } = parseArgs({ args, options: trainOptions });
  const { network, json, out, reference } = values;
  return {
    hyperparameters: parseHyperparameters(values),
    trainer: oneOf("trainer", ["engine", "wasm", "cpu"], values.trainer),
    threads: parseThreads(values.threads),
    topology: network === undefined ? undefined : networkIn(network),
    json,
    out: parseOut(out),
    reference,
    opensTest: values["open-test"],
  };
}

/** The hyperparameters given, the others at their defaults. Throws a RangeError if one is not sound. */
function parseHyperparameters(values: Record<string, unknown>): Hyperparameters {
  const hyperparameters: Hyperparameters = { ...defaultHyperparameters };
  for (const definition of hyperparameterDefinitions) {
    const option = givenOption(definition, values);
    if (option === undefined) continue;
    Object.assign(hyperparameters, {
      [definition.name]: parse(definition, option, values[option]),
    });
  }
  checkRanges(hyperparameters, values);
  return hyperparameters;
}

/** The option by which it was given, or undefined. */
function givenOption(
  definition: HyperparameterDefinition,
  values: Record<string, unknown>,
): string | undefined {
  return optionNames(definition).find((name) => values[name] !== undefined);
}

function parse(
  definition: HyperparameterDefinition,
  option: string,
  value: unknown,
): HyperparameterValue {
  switch (definition.kind) {
    case "number":
      return numberIn(value);
    case "choice":
      return oneOf(option, optionsOf(definition), value);
    case "classes":
      return classesIn(option, definition, value);
    case "switch":
      return value === true;
  }
}

function classesIn(option: string, definition: ClassesDefinition, value: unknown): string {
  if (typeof value === "string" && classesPattern(definition).test(value)) return value;
  const { min, max } = definition;
  throw new RangeError(
    `--${option}: ten digits in ${min} … ${max}, one a class, expected, ${String(value)} found`,
  );
}

function optionsOf({ options }: ChoiceDefinition): string[] {
  return options.map(({ value }) => value);
}

function checkRanges(hyperparameters: Hyperparameters, typed: Record<string, unknown>): void {
  for (const { name } of hyperparameterProblems(hyperparameters)) {
    const definition = definitionOf(name);
    if (definition.kind !== "number") continue; // checked when it was parsed
    const { min, max, integer } = definition;
    const kind = integer ? "an integer" : "a number";
    const option = givenOption(definition, typed) ?? optionNames(definition)[0]!;
    const found = typed[option] ?? hyperparameters[name];
    throw new RangeError(
      `--${option}: ${kind} in ${min} … ${max} expected, ${JSON.stringify(found)} found` +
        (name === "batchSize" ? " (and no more than are trained on)" : "") +
        (name === "validationImages" ? " (and fewer than --train-images)" : ""),
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

function networkIn(file: string): string {
  const text = readFileSync(file, "utf8");
  if ((readTopology(text)?.config.layers.length ?? 0) > 0) return text;
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
