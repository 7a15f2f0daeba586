// The options of `npm run experiments`.
import { parseArgs } from "node:util";
import type { PlannedRun, Variant } from "./plan.js";

export interface ExperimentOptions {
  /** The ids of the variants that are run; left out: all. */
  only: string[] | undefined;
  seeds: number[] | undefined;
  epochs: number[] | undefined;
  /** How many runs at most. */
  limit: number;
  /** No run begins that would end later, as far as is known. */
  minutes: number;
  /** Trains again what has been run, and compares the fingerprints. */
  verify: boolean;
  /** Runs nothing, and writes the summary. */
  summarize: boolean;
  folder: string;
}

const RESULTS = "src/reference/experiments";

/** Throws a RangeError, or what parseArgs throws, that names the option. */
export function parseExperimentOptions(
  args: string[],
  variants: readonly Variant[],
): ExperimentOptions {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: "string", multiple: true },
      seeds: { type: "string" },
      epochs: { type: "string" },
      limit: { type: "string" },
      minutes: { type: "string" },
      verify: { type: "boolean", default: false },
      summarize: { type: "boolean", default: false },
      out: { type: "string", default: RESULTS },
    },
  });
  return {
    only: values.only?.flatMap((ids) => ids.split(",").map((id) => knownId(id, variants))),
    seeds: wholeNumbers("seeds", values.seeds),
    epochs: wholeNumbers("epochs", values.epochs),
    limit: aboveZero("limit", values.limit),
    minutes: aboveZero("minutes", values.minutes),
    verify: values.verify,
    summarize: values.summarize,
    folder: values.out,
  };
}

/** Those of the plan's runs that are asked for. Throws a RangeError if there is none. */
export function chosenRuns(
  runs: readonly PlannedRun[],
  { only, seeds, epochs }: Pick<ExperimentOptions, "only" | "seeds" | "epochs">,
): PlannedRun[] {
  const chosen = runs.filter(
    (run) =>
      (only?.includes(run.variant.id) ?? true) &&
      (seeds?.includes(run.seed) ?? true) &&
      (epochs?.includes(run.epochs) ?? true),
  );
  if (chosen.length > 0) return chosen;
  throw new RangeError(
    "The plan has no such run: a variant's recipe may not have been chosen yet, or it has other seeds or epochs.",
  );
}

function knownId(id: string, variants: readonly Variant[]): string {
  if (variants.some((variant) => variant.id === id)) return id;
  const ids = variants.map((variant) => variant.id).join(", ");
  throw new RangeError(`--only: one of ${ids} expected, ${id} found`);
}

function wholeNumbers(option: string, text: string | undefined): number[] | undefined {
  return text?.split(",").map((part) => {
    if (/^\d+$/.test(part)) return Number(part);
    throw new RangeError(`--${option}: whole numbers between commas expected, "${part}" found`);
  });
}

function aboveZero(option: string, text: string | undefined): number {
  if (text === undefined) return Infinity;
  const value = Number(text);
  if (value > 0) return value;
  throw new RangeError(`--${option}: a number above 0 expected, ${text} found`);
}
