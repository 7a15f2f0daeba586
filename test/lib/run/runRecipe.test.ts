import { expect, test } from "vitest";
import {
  defaultHyperparameters,
  type Hyperparameters,
} from "../../../src/lib/run/hyperparameters.js";
import { runRecipe } from "../../../src/lib/run/runRecipe.js";

const recipe = (network?: string, changes: Partial<Hyperparameters> = {}) =>
  runRecipe({
    ...(network !== undefined && { network }),
    hyperparameters: { ...defaultHyperparameters, ...changes },
    history: { curve: [], thousands: [], epochs: [] },
  });

test("the recipe of a run of the original's network names no network", () => {
  const original =
    "0 épocas, lotes de 20, tasa 0,001, momento 0,9, dropout 0,4, semilla 42, 60.000 imágenes";
  expect(recipe()).toBe(original);
  expect(recipe("original")).toBe(original);
});

test("that of an offered one names it, and one that is offered no more by its id", () => {
  expect(recipe("16-filtros")).toMatch(/^red «Con 16 filtros», 0 épocas, .*, dropout 0,4, /);
  expect(recipe("otra")).toMatch(/^red «otra», 0 épocas/);
});

test("that of the reader's own says so, and states no dropout: the network has its own", () => {
  expect(recipe("tuya")).toBe(
    "con tu red, 0 épocas, lotes de 20, tasa 0,001, momento 0,9, semilla 42, 60.000 imágenes",
  );
});

test("that of a run beyond the original says how, and nothing of what is as usual there", () => {
  const beyond = { optimizer: "adamw", schedule: "constant", flip: true, shift: 2 } as const;
  expect(recipe("original", beyond)).toMatch(
    /, 60.000 imágenes, optimizador AdamW, espejo, desplazamiento 2$/,
  );
});
