import { expect, test } from "vitest";
import type { Hyperparameters } from "../../../../src/lib/run/hyperparameters.js";
import { compareGroups, recipeGroups } from "../../../../src/lib/run/compared/recipeGroups.js";
import type { Run } from "../../../../src/lib/run/run.js";
import { exported, sequential } from "../../files/exportedRun.js";

const labels = new Uint8Array(10_000).fill(7);

/** Finished, with so many of the test images right. */
function runOf(id: string, values: Partial<Hyperparameters>, right = 8000): Run {
  const { run } = exported({ id, status: "finished" });
  delete run.parent;
  delete run.history.rateChanges;
  const predictions = new Uint8Array(10_000).map((_, i) => (i < right ? 7 : 0));
  return {
    ...run,
    hyperparameters: { ...run.hyperparameters, ...values },
    evaluation: { ...run.evaluation!, predictions, accuracy: right / 10_000 },
  };
}

const runs = [
  runOf("a1", { seed: 1 }, 8000),
  runOf("b1", { seed: 1, learningRate: 0.01 }, 8200),
  runOf("a2", { seed: 2 }, 8100),
  runOf("b2", { seed: 2, learningRate: 0.01 }, 8320),
];
const ids = (group: readonly Run[]) => group.map(({ id }) => id);

test("runs that differ in the seed alone are a group", () => {
  expect(recipeGroups(runs).map(ids)).toEqual([
    ["a1", "a2"],
    ["b1", "b2"],
  ]);
});

test("two groups that differ in one thing get a verdict, from the base's to the other", () => {
  expect(compareGroups(runs, labels, "a2")).toMatch(
    /^Con «tasa de aprendizaje 0,001 → 0,01», la exactitud en la prueba sube 2,1 puntos .* 2 de 2 parejas/,
  );
  expect(compareGroups(runs, labels, "b1")).toMatch(/^Con «.* 0,01 → 0,001», .* baja 2,1 puntos/);
});

test("another network is one thing, however many of its layers are others", () => {
  const layer = (name: string) => ({ class_name: "Dense", config: { name, units: 2 } });
  const first = runOf("n", { seed: 1 });
  const topology = sequential(layer("a"), layer("b"), layer("c"));
  expect(
    compareGroups([first, { ...first, id: "m", network: "densa", topology }], labels, "n"),
  ).toMatch(/^Con «red La del original → Densa, sin convolución», .* queda igual/);
  const edited = { ...first, id: "o", topology };
  expect(compareGroups([first, edited], labels, "n")).toMatch(/^Con «a: .*», la exactitud/);
});

test("what is missing for a verdict is said", () => {
  expect(compareGroups(runs.slice(0, 1), labels, "")).toMatch(/^Para un veredicto, marca/);
  const twice = [runs[0]!, runOf("c", { seed: 1, learningRate: 0.01, momentum: 0.5 })];
  expect(compareGroups(twice, labels, "")).toMatch(/difieren en 2 cosas \(tasa.*; momento/);
  expect(compareGroups([runs[0]!, runs[3]!], labels, "")).toMatch(/ninguna semilla en común/);
  const validation = { loss: 1, accuracy: 0.5, right: new Uint8Array(100) };
  const apart = { ...runOf("d", { seed: 1, validationImages: 100 }), validation };
  expect(compareGroups([runs[0]!, apart], labels, "")).toMatch(/no se pueden comparar/);
});
