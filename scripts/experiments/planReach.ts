// How far it goes: rows with a goal, and the recipes among which theirs were chosen by validation, with one seed. Only when
// a row's recipe has been chosen does it stand here; then it learns from all 60,000, and opens the test once.
import type { Variant } from "./plan.js";
import type { Hyperparameters } from "../../src/lib/run/hyperparameters.js";

const SEEDS = [1, 2, 3, 4, 5];

const ONE_CYCLE: Partial<Hyperparameters> = {
  optimizer: "adamw",
  schedule: "one-cycle",
  weightDecay: 0.01,
  batchSize: 100,
};
const ORIGINAL = { ...ONE_CYCLE, learningRate: 0.008, dropoutRate: 0.05, shift: 1 };

const original: Variant["recipe"] = { changes: { ...ORIGINAL, flip: true } };
const SMALL = { ...ONE_CYCLE, learningRate: 0.01, flip: true };
const small: Variant["recipe"] = {
  network: "seis-convoluciones-30",
  changes: { ...SMALL, weightDecay: 0.02, shift: 1 },
};

const wide: Variant["recipe"] = {
  network: "seis-convoluciones-64",
  changes: { ...SMALL, learningRate: 0.008, weightDecay: 0.02, shift: 1 },
};

export const candidates: readonly Variant[] = [
  candidate("original-small-batches", "La del original, con lotes de 50 y 40 épocas", {
    epochs: 40,
    recipe: {
      changes: { ...ORIGINAL, learningRate: 0.004, batchSize: 50, dropoutRate: 0.1, flip: true },
    },
  }),
  candidate("original-one-cycle", "La del original, un ciclo de 80 épocas", {
    epochs: 80,
    recipe: original,
  }),
  candidate("original-unmirrored", "La del original, un ciclo de 80 épocas sin espejo", {
    epochs: 80,
    recipe: { changes: ORIGINAL },
  }),
  candidate("six-unshifted", "Seis convoluciones, un ciclo de 36 épocas sin desplazamiento", {
    epochs: 36,
    recipe: { network: "seis-convoluciones-30", changes: SMALL },
  }),
  candidate("six-one-cycle", "Seis convoluciones, un ciclo de 36 épocas", {
    epochs: 36,
    recipe: small,
  }),
  candidate("wide-one-cycle", "Seis convoluciones anchas, un ciclo de 18 épocas", {
    epochs: 18,
    recipe: wide,
  }),
];

export const reach: readonly Variant[] = [
  row("reach-original", "La red del original, con otra receta", {
    goal: 0.917,
    epochs: [80],
    recipe: original,
  }),
  row("reach-small", "Hasta 27.480 parámetros, en 10 minutos", {
    goal: 0.933,
    epochs: [36],
    recipe: small,
  }),
  row("reach-ten-minutes", "Cualquier red, en 10 minutos", {
    goal: 0.94,
    epochs: [18],
    recipe: wide,
  }),
  row("reach-one-hour", "Cualquier red, en una hora", { goal: 0.948, seeds: [1, 2, 3] }),
];

function candidate(
  id: string,
  name: string,
  { epochs, recipe }: { epochs: number; recipe: Variant["recipe"] },
): Variant {
  return { id, part: "candidates", name, epochs: [epochs], seeds: [1], ...(recipe && { recipe }) };
}

function row(id: string, name: string, own: Partial<Variant>): Variant {
  return { id, name, part: "reach", epochs: [], seeds: SEEDS, ...own };
}
