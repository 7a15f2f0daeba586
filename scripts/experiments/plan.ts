// The plan of `npm run experiments`: variants × epochs × seeds, and what each run is made from.
import { ideas } from "./planIdeas.js";
import { candidates, reach } from "./planReach.js";
import type { ExperimentPart } from "../../src/lib/reports/experimentReport.js";
import { defaultHyperparameters, type Hyperparameters } from "../../src/lib/run/hyperparameters.js";
import { defaultConfiguration, type RunConfiguration } from "../../src/lib/run/runConfiguration.js";

export interface Variant {
  /** In files and on the command line: permanent. */
  id: string;
  part: ExperimentPart;
  /** In Spanish, as the page shows it. */
  name: string;
  /** Each number of them is a row; empty where the recipe, which would say it, has not been chosen. */
  epochs: readonly number[];
  seeds: readonly number[];
  /** What is other than the original; left out: not chosen yet, and then nothing is run. */
  recipe?: { network?: string; changes?: Partial<Hyperparameters> };
  /** The accuracy on the test that is to be reached, 0–1. */
  goal?: number;
}

export interface PlannedRun {
  variant: Variant;
  epochs: number;
  seed: number;
  configuration: RunConfiguration;
}

/** Of the 60,000, to choose by; the runs of `reach` learn from all, and are judged by the test. */
const VALIDATION_IMAGES = 10_000;

export const plan: readonly Variant[] = [...ideas, ...candidates, ...reach];

/** What a run of the variant is made from; undefined while its recipe has not been chosen. */
export function configurationOf(
  { part, recipe }: Variant,
  { epochs, seed }: { epochs: number; seed: number },
): RunConfiguration | undefined {
  if (!recipe) return undefined;
  const { network = defaultConfiguration.network, changes } = recipe;
  const judged = part === "reach" ? {} : { validationImages: VALIDATION_IMAGES };
  const hyperparameters = { ...defaultHyperparameters, ...judged, ...changes, epochs, seed };
  return { network, hyperparameters };
}

/**
 * In the order in which they are run: part by part, the short ones first, and each seed through all the variants, so that
 * a plan that was interrupted has pairs to compare.
 */
export function expandPlan(variants: readonly Variant[]): PlannedRun[] {
  const runs = variants.flatMap((variant) =>
    variant.epochs.flatMap((epochs) =>
      variant.seeds.flatMap((seed) => {
        const configuration = configurationOf(variant, { epochs, seed });
        return configuration ? [{ variant, epochs, seed, configuration }] : [];
      }),
    ),
  );
  const parts = [...new Set(variants.map(({ part }) => part))];
  const partOf = ({ variant }: PlannedRun) => parts.indexOf(variant.part);
  return runs.sort((a, b) => partOf(a) - partOf(b) || a.epochs - b.epochs || a.seed - b.seed);
}

/** `mirror, 10 epochs, seed 3`. */
export function runTitle({ variant, epochs, seed }: PlannedRun): string {
  return `${variant.id}, ${epochs} ${epochs === 1 ? "epoch" : "epochs"}, seed ${seed}`;
}
