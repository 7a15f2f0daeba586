// The options of `npm run seeds`.
import { SEED_FILE } from "./seedFile.js";

export const seedOptions = {
  seeds: { type: "string", default: "1,2,3,4,5" },
  epochs: { type: "string", default: "30" },
  pytorch: { type: "string", default: "0" },
  out: { type: "string", default: SEED_FILE },
  again: { type: "boolean", default: false },
} as const;

export interface SeedPlan {
  seeds: number[];
  epochs: number;
  /** The first ones of the seeds. */
  pytorchSeeds: number[];
}

/** Throws a RangeError that names the option. */
export function parseSeeds(values: { seeds: string; epochs: string; pytorch: string }): SeedPlan {
  const seeds = values.seeds.split(",").map((seed) => whole("seeds", seed, 0));
  if (new Set(seeds).size < seeds.length) {
    throw new RangeError(`--seeds: each seed once expected, ${values.seeds} found`);
  }
  const pytorch = whole("pytorch", values.pytorch, 0);
  if (pytorch > seeds.length) {
    throw new RangeError(`--pytorch: ${seeds.length} at most, one a seed, ${pytorch} found`);
  }
  const epochs = whole("epochs", values.epochs, 1);
  return { seeds, epochs, pytorchSeeds: seeds.slice(0, pytorch) };
}

function whole(option: string, text: string, min: number): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < min || value >= 2 ** 32) {
    throw new RangeError(`--${option}: whole numbers from ${min} on expected, "${text}" found`);
  }
  return value;
}
