// A finished run as a small file of its own: written at once, so that a plan of hours may be interrupted, committed and
// taken up on another machine. What is read back is checked: a damaged file is refused by its name.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { type PlannedRun, runTitle } from "./plan.js";
import type { Hyperparameters } from "../../src/lib/run/hyperparameters.js";
import { isSameConfiguration, PERMALINK_VERSION } from "../../src/lib/run/permalink.js";

/** The summary stands in the same folder. */
export const SUMMARY = "summary.json";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const ratio = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** @param predictions a digit an image, in their order: a quarter shorter than bytes as base64 */
const judgedSchema = v.object({
  loss: v.number(),
  accuracy: ratio,
  predictions: v.pipe(v.string(), v.regex(/^\d+$/, "a digit for each image expected")),
});

const epochSchema = v.object({
  epoch: count,
  loss: v.number(),
  validationLoss: v.optional(v.number()),
  validationAccuracy: v.optional(ratio),
  seconds: v.number(),
});

const resultSchema = v.object({
  variant: v.string(),
  epochs: count,
  seed: count,
  configuration: v.object({
    network: v.string(),
    hyperparameters: v.custom<Hyperparameters>((value) => typeof value === "object"),
  }),
  parameters: count,
  /** Of what a configuration computes, the link's; and of Node. */
  versions: v.object({ recipe: count, node: v.string() }),
  machine: v.string(),
  threads: count,
  date: v.pipe(v.string(), v.isoTimestamp()),
  /** Of the whole run, its evaluations included. */
  seconds: v.number(),
  status: v.picklist(["finished", "diverged"]),
  history: v.array(epochSchema),
  /** SHA-256; left out for one that diverged, and so are the next two. */
  weightsSha256: v.optional(v.pipe(v.string(), v.regex(/^[\da-f]{64}$/))),
  validation: v.optional(judgedSchema),
  /** Where the plan opens it: once, of the last weights. */
  test: v.optional(judgedSchema),
});

export type ExperimentResult = v.InferOutput<typeof resultSchema>;
export type JudgedImages = v.InferOutput<typeof judgedSchema>;

export function resultFileName({ variant, epochs, seed }: PlannedRun): string {
  return `${variant.id}.${epochs}-epochs.seed-${seed}.json`;
}

/** Writes it whole or not at all. */
export function writeWhole(path: string, value: unknown): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 1)}\n`);
  renameSync(`${path}.new`, path);
}

export function writeResult(folder: string, run: PlannedRun, result: ExperimentResult): void {
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, resultFileName(run)), result);
}

/** The results that the folder has of these runs. Throws an Error that names the first file that is not sound. */
export function readResults(
  folder: string,
  runs: readonly PlannedRun[],
): Map<PlannedRun, ExperimentResult> {
  mkdirSync(folder, { recursive: true });
  const present = new Set(readdirSync(folder));
  const found = runs.filter((run) => present.has(resultFileName(run)));
  return new Map(
    found.map((run) => [run, checked(join(folder, resultFileName(run)), run)] as const),
  );
}

function checked(path: string, run: PlannedRun): ExperimentResult {
  const refuse = (problem: string): never => {
    throw new Error(
      `${path}: ${problem}. Mend or remove it: a run that has no file is made again.`,
    );
  };
  const parsed = v.safeParse(resultSchema, readJson(path, refuse));
  if (!parsed.success) {
    const [{ message, ...issue }] = parsed.issues;
    return refuse(`${v.getDotPath(issue as v.BaseIssue<unknown>) ?? "all of it"}: ${message}`);
  }
  const result = parsed.output;
  const problem = mismatch(result, run);
  return problem === undefined ? result : refuse(problem);
}

function readJson(path: string, refuse: (problem: string) => never): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    return refuse(`no JSON (${(error as Error).message})`);
  }
}

/** What speaks against its being the result of this run. */
function mismatch(result: ExperimentResult, run: PlannedRun): string | undefined {
  const { configuration, versions, status, weightsSha256, validation, test, epochs, seed } = result;
  if (result.variant !== run.variant.id || epochs !== run.epochs || seed !== run.seed)
    return `the result of ${runTitle(run)} expected, that of ${result.variant}, ${epochs}, ${seed} found`;
  if (!isSameConfiguration(configuration, run.configuration))
    return "it was made from another recipe than the plan's";
  if (versions.recipe !== PERMALINK_VERSION)
    return `version ${PERMALINK_VERSION} of what a recipe computes expected, ${versions.recipe} found`;
  if (status === "diverged") return undefined;
  if (weightsSha256 === undefined) return "a finished run without a fingerprint";
  const judged = run.variant.part === "reach" ? test : validation;
  return judged ? undefined : "a finished run without the predictions by which it is judged";
}
