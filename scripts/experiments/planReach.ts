// How far it goes: rows with a goal, and the recipes among which theirs are chosen by validation. A row's recipe is
// written here when it has been chosen; only then does it learn from all 60,000 and open the test.
import type { Variant } from "./plan.js";
import type { Hyperparameters } from "../../src/lib/run/hyperparameters.js";

const SEEDS = [1, 2, 3, 4, 5];

export const candidates: readonly Variant[] = [
  {
    id: "original-one-cycle",
    part: "candidates",
    name: "La red del original con AdamW, un ciclo, espejo y desplazamiento",
    epochs: [40],
    seeds: SEEDS,
    recipe: {
      changes: {
        optimizer: "adamw",
        learningRate: 0.004,
        schedule: "one-cycle",
        weightDecay: 0.01,
        batchSize: 50,
        dropoutRate: 0.1,
        flip: true,
        shift: 1,
      },
    },
  },
];

/** That of `six-one-cycle`. */
const SMALL: Partial<Hyperparameters> = {
  optimizer: "adamw",
  learningRate: 0.01,
  schedule: "one-cycle",
  weightDecay: 0.01,
  batchSize: 100,
  flip: true,
};

export const reach: readonly Variant[] = [
  row({ id: "reach-original", name: "La red del original, con otra receta", goal: 0.917 }),
  row({
    id: "reach-small",
    name: "Hasta 27.480 parámetros, en 10 minutos",
    goal: 0.933,
    epochs: [36],
    recipe: { network: "seis-convoluciones-30", changes: SMALL },
  }),
  row({ id: "reach-ten-minutes", name: "Cualquier red, en 10 minutos", goal: 0.94 }),
  row({ id: "reach-one-hour", name: "Cualquier red, en una hora", goal: 0.948, seeds: [1, 2, 3] }),
];

function row(own: Omit<Variant, "part" | "epochs" | "seeds"> & Partial<Variant>): Variant {
  return { part: "reach", epochs: [], seeds: SEEDS, ...own };
}
